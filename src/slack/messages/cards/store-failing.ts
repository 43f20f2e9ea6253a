import type { StoreFailing, StoreFault } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { lengthOfTime, moment, momentAfter } from '../time.ts';
import { card } from './frame.ts';

const WORDS: Readonly<Record<StoreFault, { readonly what: string; readonly todo: string }>> = {
  full: { what: 'its disk is full', todo: 'Make room on the disk of `STORE_URL`.' },
  'read-only': {
    what: 'its file may not be written',
    todo: 'Give the bot the right to write the file of `STORE_URL`.',
  },
  locked: { what: 'another program holds its file', todo: 'Stop the program that holds the file of `STORE_URL`.' },
  gone: {
    what: 'its file is gone',
    todo: 'Put back the folder of `STORE_URL`; the bot writes the file again by itself.',
  },
  other: { what: 'its store cannot be written', todo: 'The bot’s log tells more. Look at the disk of `STORE_URL`.' },
};

/** Why the store takes nothing, and what to do. */
export function storeFaultInWords(why: StoreFault): (typeof WORDS)[StoreFault] {
  const { what, todo } = WORDS[why];
  return { what, todo: `${todo} Alerts go on from memory; a restart before that would forget them.` };
}

/** The bot cannot write what it must remember: it goes on from memory, and says what that means. */
export function drawStoreFailing({ why, since, until }: StoreFailing, { timeZone }: CardView): Message {
  const { what, todo } = storeFaultInWords(why);
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: 'The bot can save again',
      smallPrint: [
        `It could not from ${moment(since, timeZone)} to ${momentAfter(since, until, timeZone)} (${lengthOfTime(until - since)})`,
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
