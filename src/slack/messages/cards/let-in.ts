import type { Failures, Note } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { moment } from '../time.ts';
import { card, distinctPeople, latenessInWords, peopleOf, whereOf } from './frame.ts';

/** The reply that rings again: somebody was let in after many failures, and the card itself was only edited. */
export function drawLetIn(facts: Failures, { seenAt }: Note, view: CardView): Message | undefined {
  const { count: times, entries, lastAt } = facts;
  const { say } = view;
  const [first] = entries;
  if (first === undefined) return undefined;
  const people = distinctPeople(entries);
  return card({
    icon: '🚨',
    head: say.cards.letIn({
      people: peopleOf(entries, say),
      amount: people.length,
      where: whereOf(view),
      times,
      // Failures went on afterwards, so nobody knows how many of them came before.
      amid: first.at < lastAt,
    }),
    smallPrint: [
      moment(first.at, view.timeZone),
      ...latenessInWords({ seenAfterMs: seenAt - first.at, toldAfterMs: view.toldAt - seenAt }, say),
    ],
  });
}
