import type { StoreFailing, StoreFault } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { lengthOfTime, moment, momentAfter } from '../time.ts';
import type { Catalogue } from '../words/catalogue.ts';
import type { Advice } from '../words/en/problems.ts';
import { card } from './frame.ts';

/** Why the store takes nothing, and what to do. */
export function storeFaultInWords(why: StoreFault, { common, problems }: Catalogue): Advice {
  const { what, todo } = problems.store[why];
  return { what, todo: common.sentences([todo, problems.fromMemory]) };
}

/** The bot cannot write what it must remember: it goes on from memory, and says what that means. */
export function drawStoreFailing({ why, since, until }: StoreFailing, { timeZone, say }: CardView): Message {
  const words = say.troubles.store;
  const { what, todo } = storeFaultInWords(why, say);
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: words.again,
      smallPrint: [
        words.was(moment(since, timeZone), momentAfter(since, until, timeZone), lengthOfTime(until - since, say)),
        say.troubles.reason(what),
        words.saved,
      ],
    });
  }
  return card({
    icon: '⛔',
    head: words.head(what),
    story: todo,
    smallPrint: [say.cards.since(moment(since, timeZone))],
  });
}
