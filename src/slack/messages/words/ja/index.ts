import { common } from './common.ts';
import { digest } from './digest.ts';

/** Japanese. */
export const ja = { common, digest };
