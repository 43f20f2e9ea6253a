import type { Instant } from '../../door/ids.ts';
import type { LoginRefusal, Problem } from '../../door/problem.ts';
import { inText } from './escape.ts';
import { saying } from './layout.ts';
import type { Message } from './message.ts';
import { lengthOfTime, momentAfter } from './time.ts';
import type { Catalogue } from './words/catalogue.ts';
import type { Advice } from './words/en/problems.ts';

/** What is wrong, without a full stop, and what helps, in whole sentences. */
export type InWords = Advice & {
  /** When a question that met the problem is worth asking again. */
  readonly again?: string;
};

/** Why CLUe refuses the login and what a person can do about it. */
export function refusalInWords(why: LoginRefusal, code: string | undefined, say: Catalogue): InWords {
  return withCode(say.problems.refusals[why], code, say);
}

/** The one place where a problem with CLUe becomes words for people. `now` is when they are said. */
export function problemInWords(problem: Problem, now: Instant, timeZone: string, say: Catalogue): InWords {
  const words = say.problems;
  const later = { todo: words.goesOn, again: words.againInAMinute };
  switch (problem.kind) {
    case 'login-refused':
      return refusalInWords(problem.why, problem.code, say);
    case 'login-waits':
      return {
        what: words.loginWaits,
        todo: words.loginAt(momentAfter(now, problem.until, timeZone)),
        again: words.againThen,
      };
    case 'unreachable':
      return { what: words.unreachable(inText(problem.detail, 120)), ...later };
    case 'timeout':
      return { what: words.timeout(lengthOfTime(problem.afterMs, say)), ...later };
    case 'rate-limited':
      return {
        what: words.rateLimited,
        todo: words.waits(lengthOfTime(problem.retryAfterMs, say)),
        again: words.againThen,
      };
    case 'server-error':
      return withCode({ what: words.serverError(problem.status), ...later }, problem.code, say);
    case 'unreadable-answer':
      return {
        what: words.unreadable(problem.status, inText(problem.detail, 120)),
        todo: say.common.sentences([words.lookBetween, later.todo]),
        again: later.again,
      };
    case 'not-allowed':
      return withCode(words.notAllowed, problem.code, say);
    case 'no-such-place':
      return withCode(words.noSuchPlace, problem.code, say);
    case 'bad-request': {
      const what = words.badRequest(problem.status, inText(problem.detail, 120));
      return withCode({ what, todo: words.faultOfTheBot }, problem.code, say);
    }
  }
}

/** The answer to somebody whose question met a problem. `place` is said where there are several. */
export function drawProblem(problem: Problem, now: Instant, timeZone: string, say: Catalogue, place?: string): Message {
  const words = problemInWords(problem, now, timeZone, say);
  const what = place === undefined ? words.what : say.problems.ofPlace(inText(place, 300), words.what);
  return saying(`⚠️ ${say.answers.sentence(what)}`, adviceOf(words, say));
}

/** What helps somebody whose question met a problem. */
export function adviceOf({ todo, again }: InWords, { common }: Catalogue): string {
  return again === undefined ? todo : common.sentences([todo, again]);
}

function withCode<Words extends Advice>(words: Words, code: string | undefined, { problems }: Catalogue): Words {
  return code === undefined ? words : { ...words, what: problems.coded(words.what, inText(code, 20)) };
}
