import { answersToCards } from './answers-to-cards.ts';
import { common } from './common.ts';

/** Japanese. */
export const ja = { answersToCards, common };
