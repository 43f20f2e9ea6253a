import type { RefusedByThirdParty } from '../door-facts.ts';
import { unanswered } from './unanswered.ts';

/** CLUe accepted them and the third party did not: what either of them knows alone is only half of it. */
export const refusedByThirdParty = unanswered<RefusedByThirdParty>('refused-by-third-party', (run) => ({
  kind: 'refused-by-third-party',
  ...run,
}));
