import { common } from './common.ts';
import { home } from './home.ts';

/** Japanese. */
export const ja = { common, home };
