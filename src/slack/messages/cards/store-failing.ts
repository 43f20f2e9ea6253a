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
  const { what, todo } = storeFaultInWords(why, say);
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: 'The bot can save again',
      smallPrint: [
        `It could not from ${moment(since, timeZone)} to ${momentAfter(since, until, timeZone)} (${lengthOfTime(until - since, say)})`,
        `The reason was: ${what}`,
        'Everything is saved now',
      ],
    });
  }
  return card({
    icon: '⛔',
    head: `The bot cannot save what it knows: ${what}`,
    story: todo,
    smallPrint: [`since ${moment(since, timeZone)}`],
  });
}
