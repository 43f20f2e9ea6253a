import { common } from './common.ts';
import { digest } from './digest.ts';
import { rehearsal } from './rehearsal.ts';

/** English. */
export const en = { common, digest, rehearsal };
