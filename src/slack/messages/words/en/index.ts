import { common } from './common.ts';

/** English. */
export const en = { common };
