import type { Problem } from '../../../src/door/problem.ts';
import type { Language } from '../../../src/incident/language.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { drawProblem } from '../../../src/slack/messages/problem.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { answersIn } from './gallery-answers.ts';
import { cardAnswers } from './gallery-card-answers.ts';
import { doorCards } from './gallery-cards.ts';
import { digests } from './gallery-digest.ts';
import { gatherings } from './gallery-gatherings.ts';
import { houseCards } from './gallery-house.ts';
import { kindCards } from './gallery-kinds.ts';
import { inEveryLanguage } from './gallery-languages.ts';
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
/** Every problem that a question can meet, in a language. */
export const problemsIn = (language: Language): Readonly<Record<string, Message>> =>
  Object.fromEntries(
    PROBLEMS.map((problem) => [`problem-${problem.kind}`, drawProblem(problem, now, TOKYO, catalogueOf(language))]),
  );

/** Everything that stands in a channel and is brought up to date there, in a language. */
export const cardsIn = (language: Language): Readonly<Record<string, Message>> => ({
  ...doorCards(language),
  ...kindCards(language),
  ...houseCards(language),
  ...gatherings(language),
  ...cardAnswers(language),
  ...digests(language),
});

export const CARDS: Readonly<Record<string, Message>> = inEveryLanguage(cardsIn);

/** Everything the bot can say, in every state: name -> message. Each has a golden file of this name. */
export const GALLERY: Readonly<Record<string, Message>> = inEveryLanguage((language) => ({
  ...cardsIn(language),
  ...problemsIn(language),
  ...answersIn(language),
}));
