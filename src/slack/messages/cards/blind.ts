import type { PlaceId } from '../../../door/ids.ts';
import type { Blind } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import type { Message } from '../message.ts';
import { count, list } from '../names.ts';
import { problemInWords } from '../problem.ts';
import { lengthOfTime, moment, momentAfter } from '../time.ts';
import { card, lateness } from './frame.ts';

/** Places that cannot be read: which, since when, why and what to do; once over, for how long. */
export function drawBlind(facts: Blind, view: CardView): Message {
  const { since, until, places, still, problem } = facts;
  const { timeZone, incident } = view;
  const { what, todo } = problemInWords(problem, incident.seenAt, timeZone, view.say);
  if (until !== undefined) {
    const span = `from ${moment(since, timeZone)} to ${momentAfter(since, until, timeZone)}`;
    return card({
      icon: '✅',
      head: `The bot sees ${namesOf(places, view)} again`,
      smallPrint: [
        `It was blind ${span} (${lengthOfTime(until - since, view.say)})`,
        `The reason was: ${what}`,
        ...caughtUpInWords(facts),
        ...lateness(view),
      ],
    });
  }
  const back = places.filter((place) => !still.includes(place));
  return card({
    icon: '⛔',
    head: `The bot does not see ${namesOf(still, view)}: ${what}`,
    story: todo,
    smallPrint: [
      `since ${moment(since, timeZone)}`,
      ...(back.length > 0 ? [`seen again: ${namesOf(back, view)}`] : []),
      'What happens meanwhile is told when it sees again',
      ...lateness(view),
    ],
  });
}

/** Rows that came while the bot was blind; an older version did not count them. */
function caughtUpInWords({ caughtUp }: Blind): readonly string[] {
  if (caughtUp === undefined) return ['What happened meanwhile is told now, as late as it is'];
  if (caughtUp === 0) return ['No row had come meanwhile'];
  return [
    `${count(caughtUp, 'row')} caught up; what ${caughtUp === 1 ? 'it tells' : 'they tell'} is told now, as late as it is`,
  ];
}

/** By name, since which of them was missed first is chance. */
const namesOf = (places: readonly PlaceId[], view: CardView): string =>
  list(
    places.map((place) => inText(view.nameOfPlace(place))).sort((a, b) => a.localeCompare(b, 'en')),
    view.say,
  );
