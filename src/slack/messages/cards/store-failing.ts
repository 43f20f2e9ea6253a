import type { StoreFailing, StoreFault } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { moment } from '../time.ts';
import type { Catalogue } from '../words/catalogue.ts';
import type { Advice } from '../words/en/problems.ts';
import { card, lasted } from './frame.ts';

/** Why the store takes nothing, and what to do. */
export function storeFaultInWords(why: StoreFault, { common, problems }: Catalogue): Advice {
  const { what, todo } = problems.store[why];
  return { what, todo: common.sentences([todo, problems.fromMemory]) };
}

/** The bot cannot write what it must remember: it goes on from memory, and says what that means. */
export function drawStoreFailing({ why, since, until }: StoreFailing, view: CardView): Message {
  const { timeZone, say } = view;
  const words = say.troubles.store;
  const { what, todo } = storeFaultInWords(why, say);
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: words.again,
      smallPrint: [words.was(...lasted(since, until, view)), say.troubles.reason(what), words.saved],
    });
  }
  return card({
    icon: '⛔',
    head: words.head(what),
    story: todo,
    smallPrint: [say.cards.since(moment(since, timeZone))],
  });
}
