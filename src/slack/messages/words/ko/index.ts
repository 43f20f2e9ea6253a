import { common } from './common.ts';
import { home } from './home.ts';

/** Korean. */
export const ko = { common, home };
