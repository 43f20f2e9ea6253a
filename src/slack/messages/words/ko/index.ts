import { common } from './common.ts';
import { subscriptions } from './subscriptions.ts';
import { wishes } from './wishes.ts';

/** Korean. */
export const ko = { common, subscriptions, wishes };
