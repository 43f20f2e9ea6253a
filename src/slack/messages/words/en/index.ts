import { answersToCards } from './answers-to-cards.ts';
import { common } from './common.ts';

/** English. */
export const en = { answersToCards, common };
