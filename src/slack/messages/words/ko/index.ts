import { common } from './common.ts';
import { kinds } from './kinds.ts';

/** Korean. */
export const ko = { common, kinds };
