import type { SessionRefused } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { refusalInWords } from '../problem.ts';
import { lengthOfTime, moment, momentAfter } from '../time.ts';
import { card } from './frame.ts';

/** The bot is blind: CLUe refuses its login. Says why and what to do; once over, for how long it was. */
export function drawSessionRefused(facts: SessionRefused, view: CardView): Message {
  const { since, until } = facts;
  const { what, todo } = refusalInWords(facts.why, facts.code, view.say);
  if (until !== undefined) {
    const span = `from ${moment(since, view.timeZone)} to ${momentAfter(since, until, view.timeZone)}`;
    return card({
      icon: '✅',
      head: 'CLUe accepts the login again',
      smallPrint: [`The bot was blind ${span} (${lengthOfTime(until - since, view.say)})`, `The reason was: ${what}`],
    });
  }
  return card({
    icon: '⛔',
    head: `The bot sees no doors: ${what}`,
    story: todo,
    smallPrint: [
      `since ${moment(since, view.timeZone)}`,
      'The bot does not try again by itself, so as not to lock the account',
    ],
  });
}
