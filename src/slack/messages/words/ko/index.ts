import { answersToCards } from './answers-to-cards.ts';
import { common } from './common.ts';

/** Korean. */
export const ko = { answersToCards, common };
