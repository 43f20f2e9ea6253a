import { cards } from './cards.ts';
import { common } from './common.ts';
import { problems } from './problems.ts';

/** Korean. */
export const ko = { cards, common, problems };
