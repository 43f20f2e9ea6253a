import type { Instant } from '../../door/ids.ts';
import type { Problem } from '../../door/problem.ts';
import { saying } from './layout.ts';
import type { Message } from './message.ts';
import { problemInWords } from './problem.ts';
import { momentAfter } from './time.ts';
import { catalogueOf } from './words/catalogue.ts';

/** What came of asking CLUe to log the bot in again. */
export type LoginAnswer =
  | { readonly kind: 'signed-in' }
  /** The session works: there was nothing to do. */
  | { readonly kind: 'already-signed-in' }
  /** The bot uses an API key: there is no login to repeat. `again` when CLUe had refused the key and is asked once more. */
  | { readonly kind: 'api-key'; readonly again: boolean }
  /** CLUe said no once more. */
  | { readonly kind: 'refused'; readonly problem: Extract<Problem, { kind: 'login-refused' }> }
  /** It was asked for less than ten minutes ago: repeated refusals lock the account. */
  | { readonly kind: 'too-soon'; readonly nextAt: Instant }
  /** CLUe gave neither a yes nor a no. */
  | { readonly kind: 'failed'; readonly problem: Problem };

/** The answer to an admin who asked the bot to log in again. */
export function drawLogin(answer: LoginAnswer, now: Instant, timeZone: string): Message {
  switch (answer.kind) {
    case 'signed-in':
      return saying('✅ CLUe accepts the login again.', 'The bot reads what happened meanwhile now.');
    case 'already-signed-in':
      return saying('✅ The bot is logged in to CLUe already.', 'There was nothing to do.');
    case 'api-key':
      return answer.again
        ? saying(
            '⏳ The bot has an API key in place of a login, and shows it to CLUe again at its next poll.',
            'In a minute, `/clue status` says whether CLUe accepts it.',
          )
        : saying(
            '✅ The bot has an API key in place of a login, and CLUe has not refused it.',
            'There was nothing to do.',
          );
    case 'too-soon':
      return saying(
        '⏳ Somebody asked for this less than ten minutes ago, and repeated refusals lock the account.',
        `Ask again at ${momentAfter(now, answer.nextAt, timeZone)}.`,
      );
    case 'refused': {
      const { what, todo } = problemInWords(answer.problem, now, timeZone, catalogueOf('en'));
      return saying(`⛔ ${what}.`, todo, 'The next try can be asked for in ten minutes.');
    }
    case 'failed': {
      const { what, todo } = problemInWords(answer.problem, now, timeZone, catalogueOf('en'));
      return saying(`⚠️ The bot could not log in: ${what}.`, todo);
    }
  }
}
