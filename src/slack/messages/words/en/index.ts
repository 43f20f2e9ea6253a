import { common } from './common.ts';
import { home } from './home.ts';

/** English. */
export const en = { common, home };
