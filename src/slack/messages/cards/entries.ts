import type { DoorEntry, Entries } from '../../../incident/door-facts.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { personInText } from '../names.ts';
import { moment, momentAfter } from '../time.ts';
import { doorOf, whereAt } from './frame.ts';
import { cardOf, doorsIn } from './said.ts';

/** People of one minute who are shown, a line each. */
const SHOWN = 12;

/** Who was let in within a minute: one person in one line, or a line for each. */
export function drawEntries({ since, entries }: Entries, view: CardView): Message {
  const { say, timeZone } = view;
  const [first, ...others] = entries;
  if (first !== undefined && others.length === 0) {
    return cardOf(view, {
      icon: '🚪',
      head: say.kinds.enteredAt(personInText(first.person, say), whereAt(view, first.door)),
      smallPrint: [moment(first.at, timeZone)],
    });
  }
  const line = ({ at, door, person }: DoorEntry): string =>
    [personInText(person, say), doorOf(view, view.incident.place, door), momentAfter(since, at, timeZone)].join(' · ');
  const left = entries.length - SHOWN;
  const lines = entries.slice(0, SHOWN).map(line);
  return cardOf(view, {
    icon: '🚪',
    head: say.kinds.enteredMany(say.common.entries(entries.length), doorsIn(view)),
    story: [...lines, ...(left > 0 ? [say.common.more(['…'], left)] : [])].join('\n'),
    smallPrint: [moment(since, timeZone)],
  });
}
