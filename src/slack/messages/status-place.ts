import type { Instant } from '../../door/ids.ts';
import { inText } from './escape.ts';
import { count, placeWord } from './names.ts';
import { problemInWords } from './problem.ts';
import type { PlaceStatus } from './status.ts';
import { lengthOfTime, measured, moment } from './time.ts';
import { catalogueOf } from './words/catalogue.ts';

/** One place: what is seen of it, then what was told of it, then what is wrong. */
export function placeLine(place: PlaceStatus, now: Instant, timeZone: string): string {
  const { lastPollAt, lastPollProblem, watchingSince, rowsSeen } = place;
  const since = watchingSince === undefined ? '' : ` since ${moment(watchingSince, timeZone)}`;
  const seen = [
    lastPollAt === undefined ? 'not read yet' : `last poll ${lengthOfTime(now - lastPollAt, catalogueOf('en'))} ago`,
    newestRow(place, timeZone),
    `${count(rowsSeen, 'row')} taken${since}`,
  ].join(' · ');
  const lines = [`• *${inText(placeWord(place, catalogueOf('en')))}*: ${seen}`, toldOf(place)];
  if (lastPollProblem === undefined) return lines.join('\n');
  const { what, todo } = problemInWords(lastPollProblem, now, timeZone, catalogueOf('en'));
  return [...lines, `⚠️ ${what}. ${todo}`].join('\n');
}

/** The newest row and its lag: how long after it happened the bot saw it. How long ago it happened is no lag: a quiet door is not late. */
function newestRow({ newestEventAt, newestSeenAt }: PlaceStatus, timeZone: string): string {
  if (newestEventAt === undefined) return 'no rows yet';
  const row = `newest row ${moment(newestEventAt, timeZone)}`;
  if (newestSeenAt === undefined) return `${row}, from before the bot watched`;
  const lagMs = newestSeenAt - newestEventAt;
  if (lagMs < 0) return `${row}, by a clock ${measured(-lagMs, catalogueOf('en'))} or more ahead of the bot’s`;
  return `${row}, seen ${measured(lagMs, catalogueOf('en'))} after it happened`;
}

function toldOf({ told, retries, duplicatesAvoided, holes }: PlaceStatus): string {
  const facts = [
    `${count(told, 'message')} told`,
    count(retries, 'retry', 'retries'),
    `${count(duplicatesAvoided, 'duplicate')} avoided`,
  ].join(' · ');
  const missing = holes === undefined ? '' : ` · ${holes === 0 ? 'no rows' : count(holes, 'row')} missing now`;
  return `   since the start: ${facts}${missing}`;
}
