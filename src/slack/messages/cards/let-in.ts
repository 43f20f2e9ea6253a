import type { Failures, Note } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { count } from '../names.ts';
import { moment } from '../time.ts';
import { card, latenessInWords, peopleOf, whereOf } from './frame.ts';

/** The reply that rings again: somebody was let in after many failures, and the card itself was only edited. */
export function drawLetIn(facts: Failures, { seenAt }: Note, view: CardView): Message | undefined {
  const { count: times, entries, lastAt } = facts;
  const [first, ...others] = entries;
  if (first === undefined) return undefined;
  const people = peopleOf(entries, view.say);
  const isOne = others.length === 0 || people === peopleOf([first], view.say);
  // Failures went on afterwards, so nobody knows how many of them came before.
  const when = first.at < lastAt ? 'amid' : 'after';
  return card({
    icon: '🚨',
    head: `${people} ${isOne ? 'was' : 'were'} let in at ${whereOf(view)} ${when} ${count(times, 'authentication failure')}`,
    smallPrint: [
      moment(first.at, view.timeZone),
      ...latenessInWords({ seenAfterMs: seenAt - first.at, toldAfterMs: view.toldAt - seenAt }, view.say),
    ],
  });
}
