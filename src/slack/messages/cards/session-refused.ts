import type { SessionRefused } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { refusalInWords } from '../problem.ts';
import { moment } from '../time.ts';
import { card, lasted } from './frame.ts';

/** The bot is blind: CLUe refuses its login. Says why and what to do; once over, for how long it was. */
export function drawSessionRefused({ since, until, why, code }: SessionRefused, view: CardView): Message {
  const { timeZone, say } = view;
  const words = say.troubles.session;
  const { what, todo } = refusalInWords(why, code, say);
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: words.again,
      smallPrint: [words.was(...lasted(since, until, view)), say.troubles.reason(what)],
    });
  }
  return card({
    icon: '⛔',
    head: words.head(what),
    story: todo,
    smallPrint: [say.cards.since(moment(since, timeZone)), words.noRetry],
  });
}
