import type { Unlock } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { lengthOfTime, moment } from '../time.ts';
import { card, lateness, mergedCard, peopleOf, whereOf } from './frame.ts';

/** A spell of an unlocked door: for whom, since when, and once it is over, how long. */
export function drawUnlock({ since, until, entries, withoutPerson }: Unlock, view: CardView): Message {
  const { say } = view;
  const { unlock } = say.cards;
  const people = entries.length > 0 ? peopleOf(entries, say) : undefined;
  const when = unlock.since(moment(since, view.timeZone));
  if (view.incident.mergedInto !== undefined) {
    return mergedCard(unlock.head(whereOf(view), people, undefined), when, say);
  }
  const also = withoutPerson === 0 ? [] : [unlock.alsoWithout(withoutPerson)];
  const smallPrint = [...(people === undefined ? [unlock.notAPerson] : also), ...lateness(view)];
  if (until === undefined) {
    const head = unlock.head(whereOf(view), people, undefined);
    return card({ icon: '🔓', head, smallPrint: [when, unlock.still, ...smallPrint] });
  }
  return card({
    icon: '🔒',
    head: unlock.head(whereOf(view), people, lengthOfTime(until - since, say)),
    smallPrint: [when, ...smallPrint],
  });
}
