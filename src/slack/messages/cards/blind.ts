import type { PlaceId } from '../../../door/ids.ts';
import type { Blind } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import type { Message } from '../message.ts';
import { list } from '../names.ts';
import { problemInWords } from '../problem.ts';
import { moment } from '../time.ts';
import { card, lasted, lateness } from './frame.ts';
import { placeIn } from './row-words.ts';

/** Places that cannot be read: which, since when, why and what to do; once over, for how long. */
export function drawBlind({ since, until, places, still, problem, caughtUp }: Blind, view: CardView): Message {
  const { timeZone, incident, say } = view;
  const words = say.troubles.blind;
  const { what, todo } = problemInWords(problem, incident.seenAt, timeZone, say);
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: words.again(namesOf(places, view)),
      smallPrint: [
        words.was(...lasted(since, until, view)),
        say.troubles.reason(what),
        caughtUp === undefined ? words.uncounted : words.caughtUp(caughtUp),
        ...lateness(view),
      ],
    });
  }
  const back = places.filter((place) => !still.includes(place));
  return card({
    icon: '⛔',
    head: words.head(namesOf(still, view), what),
    story: todo,
    smallPrint: [
      say.cards.since(moment(since, timeZone)),
      ...(back.length > 0 ? [words.seenAgain(namesOf(back, view))] : []),
      words.later,
      ...lateness(view),
    ],
  });
}

/** By name, since which of them was missed first is chance. */
function namesOf(places: readonly PlaceId[], view: CardView): string {
  const { say } = view;
  const names = places.map((place) => inText(placeIn(place, view)));
  return list(
    names.sort((a, b) => a.localeCompare(b, say.common.locale)),
    say,
    5,
    'doors',
  );
}
