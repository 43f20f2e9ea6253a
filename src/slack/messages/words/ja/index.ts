import { answers } from './answers.ts';
import { answersToCards } from './answers-to-cards.ts';
import { cards } from './cards.ts';
import { common } from './common.ts';
import { crowds } from './crowds.ts';
import { events } from './events.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { login } from './login.ts';
import { problems } from './problems.ts';
import { refusal } from './refusal.ts';
import { status } from './status.ts';
import { subscriptions } from './subscriptions.ts';
import { testReport } from './test-report.ts';
import { troubles } from './troubles.ts';
import { unclear } from './unclear.ts';
import { wishes } from './wishes.ts';

/** Japanese. */
export const ja = {
  answers,
  answersToCards,
  cards,
  common,
  crowds,
  events,
  help,
  home,
  login,
  problems,
  refusal,
  status,
  subscriptions,
  testReport,
  troubles,
  unclear,
  wishes,
};
