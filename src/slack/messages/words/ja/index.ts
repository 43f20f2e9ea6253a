import { common } from './common.ts';
import { digest } from './digest.ts';
import { rehearsal } from './rehearsal.ts';

/** Japanese. */
export const ja = { common, digest, rehearsal };
