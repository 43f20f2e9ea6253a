import { common } from './common.ts';
import { digest } from './digest.ts';

/** English. */
export const en = { common, digest };
