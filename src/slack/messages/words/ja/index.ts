import { common } from './common.ts';
import { kinds } from './kinds.ts';

/** Japanese. */
export const ja = { common, kinds };
