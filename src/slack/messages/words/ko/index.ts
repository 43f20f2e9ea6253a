import { common } from './common.ts';
import { digest } from './digest.ts';
import { rehearsal } from './rehearsal.ts';

/** Korean. */
export const ko = { common, digest, rehearsal };
