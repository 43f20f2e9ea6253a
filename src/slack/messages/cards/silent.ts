import type { SilentDoors } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { count, list } from '../names.ts';
import { lengthOfTime, moment, momentAfter } from '../time.ts';
import { atPlace, card, doorOf } from './frame.ts';

/** Doors whose last row is told; the others are counted. */
const DOORS_TOLD = 5;

/** Doors that are silent against their habit: perhaps a quiet day, perhaps a dead device, and only a person can tell. */
export function drawSilent({ place, doors, unheard, since, until }: SilentDoors, view: CardView): Message {
  const { timeZone } = view;
  const where = atPlace(
    list(
      doors.map(({ door }) => doorOf(view, place, door)),
      view.say,
    ),
    place,
    view,
  );
  const are = doors.length === 1 ? 'is' : 'are';
  if (until !== undefined && unheard) {
    return card({
      icon: '⚪',
      head: `The bot listens no longer for rows of ${where}`,
      story: 'Nothing came in weeks, or the place is no longer watched.',
      smallPrint: [`silent since ${moment(since, timeZone)}, for ${lengthOfTime(until - since, view.say)}`],
    });
  }
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: `${where} ${are} heard again`,
      smallPrint: [
        `silent from ${moment(since, timeZone)} to ${momentAfter(since, until, timeZone)} (${lengthOfTime(until - since, view.say)})`,
      ],
    });
  }
  const told = doors.slice(0, DOORS_TOLD).map(({ door, lastAt, usual }) => {
    const last = `last row ${moment(lastAt, timeZone)}, at least ${count(usual, 'row')} since then in other weeks`;
    return doors.length === 1 ? last : `${doorOf(view, place, door)}: ${last}`;
  });
  const left = doors.length - told.length;
  return card({
    icon: '🟡',
    head: `${where} ${are} silent, unlike in other weeks`,
    story:
      'A quiet day, or a device without power or network: the bot cannot tell. Look at the door, or try it with a face.',
    smallPrint: [...told, ...(left > 0 ? [`and ${count(left, 'more door')}`] : [])],
  });
}
