import { cards } from './cards.ts';
import { common } from './common.ts';
import { problems } from './problems.ts';

/** English. */
export const en = { cards, common, problems };
