import { common } from './common.ts';

/** Korean. */
export const ko = { common };
