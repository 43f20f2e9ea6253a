import type { Unlock } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { lengthOfTime, moment } from '../time.ts';
import { card, lateness, mergedCard, peopleOf, whereOf } from './frame.ts';

/** A spell of an unlocked door: for whom, since when, and once it is over, how long. */
export function drawUnlock(facts: Unlock, view: CardView): Message {
  const { since, until, entries, withoutPerson } = facts;
  const { say, timeZone } = view;
  const words = say.cards.unlock;
  const people = entries.length > 0 ? peopleOf(entries, say) : undefined;
  const when = say.cards.since(moment(since, timeZone));
  if (view.incident.mergedInto !== undefined) return mergedCard(words.head(whereOf(view), people), when, say);

  const alone = entries.length === 0 ? [words.notAPerson] : withoutPerson > 0 ? [words.also(withoutPerson)] : [];
  const smallPrint = [...alone, ...lateness(view)];
  if (until === undefined) {
    return card({
      icon: '🔓',
      head: words.head(whereOf(view), people),
      smallPrint: [when, words.still, ...smallPrint],
    });
  }
  return card({
    icon: '🔒',
    head: words.head(whereOf(view), people, lengthOfTime(until - since, say)),
    smallPrint: [when, ...smallPrint],
  });
}
