import type { SilentDoors } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import type { Message } from '../message.ts';
import { count, list } from '../names.ts';
import { lengthOfTime, moment } from '../time.ts';
import { card, doorOf } from './frame.ts';

/** Doors that are silent against their habit: perhaps a quiet day, perhaps a dead device, and only a person can tell. */
export function drawSilent({ place, doors, unheard, since, until }: SilentDoors, view: CardView): Message {
  const where = `${list(doors.map(({ door }) => doorOf(view, place, door)))}, ${inText(view.nameOfPlace(place))}`;
  if (until !== undefined && unheard) {
    return card({
      icon: '⚪',
      head: `${where}: the bot listens for ${doors.length === 1 ? 'it' : 'them'} no longer`,
      story: 'Nothing came in weeks, or the place is no longer watched.',
      smallPrint: [`silent since ${moment(since, view.timeZone)}, for ${lengthOfTime(until - since)}`],
    });
  }
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: `${where}: heard again`,
      smallPrint: [`silent since ${moment(since, view.timeZone)}, for ${lengthOfTime(until - since)}`],
    });
  }
  const last = doors.map(
    ({ door, lastAt, usual }) =>
      `${doorOf(view, place, door)}: last row ${moment(lastAt, view.timeZone)}; at least ${count(usual, 'row')} since then in other weeks`,
  );
  return card({
    icon: '⛔',
    head: `${where}: silent against ${doors.length === 1 ? 'its' : 'their'} habit`,
    story: 'A quiet day, or a device without power or network. Look at the door, or try it with a face.',
    smallPrint: last,
  });
}
