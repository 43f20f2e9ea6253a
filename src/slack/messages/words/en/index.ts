import { common } from './common.ts';
import { subscriptions } from './subscriptions.ts';
import { wishes } from './wishes.ts';

/** English. */
export const en = { common, subscriptions, wishes };
