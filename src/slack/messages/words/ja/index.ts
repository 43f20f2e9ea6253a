import { cards } from './cards.ts';
import { common } from './common.ts';
import { problems } from './problems.ts';

/** Japanese. */
export const ja = { cards, common, problems };
