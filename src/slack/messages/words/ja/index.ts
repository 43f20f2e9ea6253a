import { common } from './common.ts';
import { subscriptions } from './subscriptions.ts';
import { wishes } from './wishes.ts';

/** Japanese. */
export const ja = { common, subscriptions, wishes };
