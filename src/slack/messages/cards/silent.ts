import type { SilentDoors } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { list } from '../names.ts';
import { lengthOfTime, moment } from '../time.ts';
import { atPlace, card, doorOf, lasted } from './frame.ts';

/** Doors whose last row is told; the others are counted. */
const DOORS_TOLD = 5;

/** Doors that are silent against their habit: perhaps a quiet day, perhaps a dead device, and only a person can tell. */
export function drawSilent({ place, doors, unheard, since, until }: SilentDoors, view: CardView): Message {
  const { timeZone, say } = view;
  const words = say.troubles.silent;
  const names = doors.map(({ door }) => doorOf(view, place, door));
  const where = atPlace(list(names, say, 5, 'doors'), place, view);
  if (until !== undefined && unheard) {
    return card({
      icon: '⚪',
      head: words.unheard(where),
      story: words.unheardWhy,
      smallPrint: [words.unheardSince(moment(since, timeZone), lengthOfTime(until - since, say))],
    });
  }
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: words.again(doors.length, where),
      smallPrint: [words.was(...lasted(since, until, view))],
    });
  }
  const told = doors.slice(0, DOORS_TOLD).map(({ door, lastAt, usual }) => {
    const last = moment(lastAt, timeZone);
    return doors.length === 1 ? words.last(last, usual) : words.lastOf(doorOf(view, place, door), last, usual);
  });
  const left = doors.length - told.length;
  return card({
    icon: '🟡',
    head: words.head(doors.length, where),
    story: words.story,
    smallPrint: [...told, ...(left > 0 ? [words.more(left)] : [])],
  });
}
