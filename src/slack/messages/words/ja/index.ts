import { common } from './common.ts';

/** Japanese. */
export const ja = { common };
