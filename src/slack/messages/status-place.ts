import { inText } from './escape.ts';
import { placeWord } from './names.ts';
import { problemInWords } from './problem.ts';
import type { Reader } from './reader.ts';
import type { PlaceStatus } from './status.ts';
import { lengthOfTime, measured, moment } from './time.ts';

/** One place: what is seen of it, then what was told of it, then what is wrong. */
export function placeLine(place: PlaceStatus, reader: Reader): string {
  const { now, timeZone, say } = reader;
  const { lastPollAt, lastPollProblem, watchingSince, rowsSeen } = place;
  const words = say.status.place;
  const seen = [
    lastPollAt === undefined ? words.notRead : words.lastPoll(lengthOfTime(now - lastPollAt, say)),
    newestRow(place, reader),
    words.taken(rowsSeen, watchingSince === undefined ? undefined : moment(watchingSince, timeZone)),
  ].join(' · ');
  const lines = [`• *${inText(placeWord(place, say))}*: ${seen}`, toldOf(place, reader)];
  if (lastPollProblem === undefined) return lines.join('\n');
  const { what, todo } = problemInWords(lastPollProblem, now, timeZone, say);
  return [...lines, `⚠️ ${say.answers.wrong(what, todo)}`].join('\n');
}

/** The newest row and its lag: how long after it happened the bot saw it. How long ago it happened is no lag: a quiet door is not late. */
function newestRow({ newestEventAt, newestSeenAt }: PlaceStatus, { say, timeZone }: Reader): string {
  const words = say.status.place;
  if (newestEventAt === undefined) return words.noRows;
  const at = moment(newestEventAt, timeZone);
  if (newestSeenAt === undefined) return words.newestFromBefore(at);
  const lagMs = newestSeenAt - newestEventAt;
  return lagMs < 0 ? words.newestAhead(at, measured(-lagMs, say)) : words.newestSeen(at, measured(lagMs, say));
}

function toldOf({ told, retries, duplicatesAvoided, holes }: PlaceStatus, { say }: Reader): string {
  const words = say.status.place;
  const facts = [
    words.told(told),
    words.retries(retries),
    words.duplicates(duplicatesAvoided),
    ...(holes === undefined ? [] : [words.missing(holes)]),
  ];
  return `   ${words.sinceTheStart(facts.join(' · '))}`;
}
