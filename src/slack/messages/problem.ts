import type { Instant } from '../../door/ids.ts';
import type { LoginRefusal, Problem } from '../../door/problem.ts';
import { inText } from './escape.ts';
import { saying } from './layout.ts';
import type { Message } from './message.ts';
import { lengthOfTime, momentAfter } from './time.ts';

/** What is wrong, without a full stop, and what helps, in whole sentences. */
export type InWords = {
  readonly what: string;
  readonly todo: string;
  /** When a question that met the problem is worth asking again. */
  readonly again?: string;
};

const ASK_AGAIN = 'then an admin types `/clue login`';

const REFUSALS: Readonly<Record<LoginRefusal, InWords>> = {
  'wrong-password': {
    what: 'CLUe refuses the login, the phone number or the password is wrong',
    todo: `Correct \`CLUE_COUNTRY_CODE\`, \`CLUE_PHONE\` and \`CLUE_PASSWORD\` and restart the bot. If they are right and CLUe was wrong, an admin types \`/clue login\`.`,
  },
  'no-account': {
    what: 'CLUe refuses the login, it knows no account with this phone number',
    todo: 'Correct `CLUE_COUNTRY_CODE`, `CLUE_PHONE` and `CLUE_ACCOUNT_TYPE` and restart the bot.',
  },
  'account-locked': {
    what: 'CLUe has locked the bot’s account',
    todo: `Unlock it in CLUe, ${ASK_AGAIN}. If that took a new password, put it into \`CLUE_PASSWORD\` and restart the bot instead.`,
  },
  'password-expired': {
    what: 'CLUe refuses the login, the password has expired',
    todo: 'Set a new password in CLUe, put it into `CLUE_PASSWORD` and restart the bot.',
  },
  'account-inactive': {
    what: 'CLUe refuses the login, the bot’s account is not active',
    todo: `Activate the account in CLUe, ${ASK_AGAIN}.`,
  },
  'two-factor-asked': {
    what: 'CLUe asks for a second factor, which a bot cannot give',
    todo: `Give the bot an account of its own without a second factor, or an API key (\`CLUE_API_KEY\`), and restart it. If the account was changed, ${ASK_AGAIN}.`,
  },
  'key-refused': {
    what: 'CLUe refuses the API key',
    todo: `Put a valid key into \`CLUE_API_KEY\` and restart the bot. If the key was allowed again in CLUe, ${ASK_AGAIN}.`,
  },
  'account-shared': {
    what: 'CLUe ended the bot’s session early three times within an hour, so somebody else logs in with its account',
    todo: `Give the bot a CLUe account of its own and restart it, or end the other logins, ${ASK_AGAIN}.`,
  },
  other: {
    what: 'CLUe refuses the login',
    todo: `Log in to CLUe with the bot’s account to see why, put it right, ${ASK_AGAIN}. If \`CLUE_API_URL\` is not CLUe’s address, correct it and restart the bot.`,
  },
};

/** Why CLUe refuses the login and what a person can do about it. */
export function refusalInWords(why: LoginRefusal, code?: string): InWords {
  const { what, todo } = REFUSALS[why];
  return { what: withCode(what, code), todo };
}

/** The one place where a problem with CLUe becomes words for people. `now` is when they are said. */
export function problemInWords(problem: Problem, now: Instant, timeZone: string): InWords {
  const later = { todo: 'The bot goes on trying by itself.', again: 'Ask again in a minute.' };
  switch (problem.kind) {
    case 'login-refused':
      return refusalInWords(problem.why, problem.code);
    case 'login-waits':
      return {
        what: 'The bot has to log in to CLUe again, and does so at most once a minute',
        todo: `It does at ${momentAfter(now, problem.until, timeZone)}.`,
        again: 'Ask again then.',
      };
    case 'unreachable':
      return { what: `CLUe cannot be reached (${inText(problem.detail, 120)})`, ...later };
    case 'timeout':
      return { what: `CLUe gave no answer within ${lengthOfTime(problem.afterMs)}`, ...later };
    case 'rate-limited':
      return {
        what: 'CLUe says that it is asked too often',
        todo: `The bot waits ${lengthOfTime(problem.retryAfterMs)}, as CLUe asks.`,
        again: 'Ask again then.',
      };
    case 'server-error':
      return { what: withCode(`CLUe has an error of its own, HTTP ${problem.status}`, problem.code), ...later };
    case 'unreadable-answer':
      return {
        what: `CLUe’s answer cannot be read, HTTP ${problem.status} (${inText(problem.detail, 120)})`,
        todo: `If this stays, look whether something between the bot and CLUe (a proxy, a wrong \`CLUE_API_URL\`) answers in its place. ${later.todo}`,
        again: later.again,
      };
    case 'not-allowed':
      return {
        what: withCode('CLUe does not let the bot’s account read this place', problem.code),
        todo: 'Give the account the right to see the place’s events in CLUe, or take the place out of `CLUE_PLACES`.',
      };
    case 'no-such-place':
      return {
        what: withCode('CLUe knows no such place', problem.code),
        todo: 'Correct the place’s id in `CLUE_PLACES` and restart the bot.',
      };
    case 'bad-request':
      return {
        what: withCode(
          `CLUe refuses the question, HTTP ${problem.status} (${inText(problem.detail, 120)})`,
          problem.code,
        ),
        todo: 'This is likely a fault of the bot, or CLUe has changed: the bot’s log tells more.',
      };
  }
}

/** The answer to somebody whose question met a problem. `place` is said where there are several. */
export function drawProblem(problem: Problem, now: Instant, timeZone: string, place?: string): Message {
  const words = problemInWords(problem, now, timeZone);
  return saying(`⚠️ ${place === undefined ? '' : `${inText(place, 300)}: `}${words.what}.`, adviceOf(words));
}

/** What helps somebody whose question met a problem. */
export function adviceOf({ todo, again }: InWords): string {
  return again === undefined ? todo : `${todo} ${again}`;
}

function withCode(what: string, code: string | undefined): string {
  return code === undefined ? what : `${what} (code ${inText(code, 20)})`;
}
