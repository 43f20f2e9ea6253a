// English. Whatever is exported here is a part of the catalogue.
export { answers } from './answers.ts';
export { answersToCards } from './answers-to-cards.ts';
export { cards } from './cards.ts';
export { common } from './common.ts';
export { crowds } from './crowds.ts';
export { events } from './events.ts';
export { help } from './help.ts';
export { home } from './home.ts';
export { login } from './login.ts';
export { problems } from './problems.ts';
export { refusal } from './refusal.ts';
export { status } from './status.ts';
export { subscriptions } from './subscriptions.ts';
export { testReport } from './test-report.ts';
export { troubles } from './troubles.ts';
export { unclear } from './unclear.ts';
export { wishes } from './wishes.ts';
