import { common } from './common.ts';
import { kinds } from './kinds.ts';

/** English. */
export const en = { common, kinds };
