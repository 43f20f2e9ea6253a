import type { Failures } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { count } from '../names.ts';
import { moment } from '../time.ts';
import { card, peopleOf, whereOf } from './frame.ts';

/** The reply that rings again: somebody was let in after many failures, and the card itself was only edited. */
export function drawLetIn({ count: times, entries }: Failures, view: CardView): Message | undefined {
  const [first] = entries;
  if (first === undefined) return undefined;
  return card({
    icon: '🚨',
    head: `${peopleOf(entries)} was let in at ${whereOf(view)} after ${count(times, 'authentication failure')}`,
    smallPrint: [moment(first.at, view.timeZone)],
  });
}
