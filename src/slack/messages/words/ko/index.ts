import { common } from './common.ts';
import { digest } from './digest.ts';

/** Korean. */
export const ko = { common, digest };
