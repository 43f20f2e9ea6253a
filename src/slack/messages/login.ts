import type { Instant } from '../../door/ids.ts';
import type { Problem } from '../../door/problem.ts';
import { saying } from './layout.ts';
import type { Message } from './message.ts';
import { problemInWords } from './problem.ts';
import type { Reader } from './reader.ts';
import { momentAfter } from './time.ts';

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
export function drawLogin(answer: LoginAnswer, { now, timeZone, say }: Reader): Message {
  const { login } = say;
  switch (answer.kind) {
    case 'signed-in':
      return saying(`✅ ${login.accepted.what}`, login.accepted.next);
    case 'already-signed-in':
      return saying(`✅ ${login.already}`, login.nothingToDo);
    case 'api-key':
      return answer.again
        ? saying(`⏳ ${login.keyAgain.what}`, login.keyAgain.next)
        : saying(`✅ ${login.keyNotRefused}`, login.nothingToDo);
    case 'too-soon':
      return saying(`⏳ ${login.tooSoon}`, login.askAt(momentAfter(now, answer.nextAt, timeZone)));
    case 'refused': {
      const { what, todo } = problemInWords(answer.problem, now, timeZone, say);
      return saying(`⛔ ${say.answers.sentence(what)}`, todo, login.askInTenMinutes);
    }
    case 'failed': {
      const { what, todo } = problemInWords(answer.problem, now, timeZone, say);
      return saying(`⚠️ ${login.failed(what)}`, todo);
    }
  }
}
