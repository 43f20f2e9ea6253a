import type { Failures, Note } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { moment } from '../time.ts';
import { card, latenessInWords, peopleOf, whereOf } from './frame.ts';

/** The reply that rings again: somebody was let in after many failures, and the card itself was only edited. */
export function drawLetIn(facts: Failures, { seenAt }: Note, view: CardView): Message | undefined {
  const { count: times, entries, lastAt } = facts;
  const [first, ...others] = entries;
  if (first === undefined) return undefined;
  const { say } = view;
  const people = peopleOf(entries, say);
  const isOne = others.length === 0 || people === peopleOf([first], say);
  // Failures went on afterwards, so nobody knows how many of them came before.
  const isAfter = first.at >= lastAt;
  return card({
    icon: '🚨',
    head: say.cards.letIn(people, isOne, whereOf(view), say.common.failures(times), isAfter),
    smallPrint: [
      moment(first.at, view.timeZone),
      ...latenessInWords({ seenAfterMs: seenAt - first.at, toldAfterMs: view.toldAt - seenAt }, say),
    ],
  });
}
