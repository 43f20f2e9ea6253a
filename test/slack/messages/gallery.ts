import type { Problem } from '../../../src/door/problem.ts';
import { LANGUAGES, type Language } from '../../../src/incident/language.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { drawProblem } from '../../../src/slack/messages/problem.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { answersIn } from './gallery-answers.ts';
import { ANSWERS } from './gallery-card-answers.ts';
import { DOOR_CARDS } from './gallery-cards.ts';
import { GATHERINGS } from './gallery-gatherings.ts';
import { HOUSE_CARDS, SESSION_CARDS } from './gallery-house.ts';
import { REFUSAL } from './gallery-status.ts';
import { TOKYO } from './given.ts';

const now = at('12:00:30');

const PROBLEMS: readonly Problem[] = [
  REFUSAL,
  { kind: 'login-waits', until: at('12:01:00') },
  { kind: 'unreachable', detail: 'ECONNREFUSED <!channel>' },
  { kind: 'timeout', afterMs: 10_000 },
  { kind: 'rate-limited', retryAfterMs: 30_000 },
  { kind: 'server-error', status: 500, code: 'e1000' },
  { kind: 'unreadable-answer', status: 200, detail: 'not JSON' },
  { kind: 'not-allowed', code: 'e1001' },
  { kind: 'no-such-place', code: 'e1007' },
  { kind: 'bad-request', status: 400, code: 'e1003', detail: 'Invalid Request' },
];
const problemsIn = (language: Language): Readonly<Record<string, Message>> =>
  Object.fromEntries(
    PROBLEMS.map((problem) => [`problem-${problem.kind}`, drawProblem(problem, now, TOKYO, catalogueOf(language))]),
  );

/** Everything that stands in a channel and is brought up to date there. */
export const CARDS: Readonly<Record<string, Message>> = {
  ...DOOR_CARDS,
  ...HOUSE_CARDS,
  ...Object.fromEntries(SESSION_CARDS),
  ...GATHERINGS,
  ...ANSWERS,
};

/** Messages by their names in English, and with the language's word behind them in every other one. */
const named = (language: string, messages: Readonly<Record<string, Message>>) =>
  Object.entries(messages).map(([name, message]) => [language === 'en' ? name : `${name}.${language}`, message]);

/** Everything the bot can say, in every state: name -> message. Each has a golden file of this name. */
export const GALLERY: Readonly<Record<string, Message>> = {
  ...CARDS,
  ...Object.fromEntries(
    LANGUAGES.flatMap((language) => named(language, { ...problemsIn(language), ...answersIn(language) })),
  ),
};
