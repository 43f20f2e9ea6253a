import { CHAT } from './chat.ts';
import { CONVERSATIONS } from './conversations.ts';
import { FILES } from './files.ts';
import { IDENTITY } from './identity.ts';
import { MARKS } from './marks.ts';
import type { Method } from './method.ts';
import { USERGROUPS } from './usergroups.ts';
import { USERS } from './users.ts';
import { VIEWS } from './views.ts';

/** Every method this Slack knows, by name. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  [...CHAT, ...CONVERSATIONS, ...USERS, ...VIEWS, ...MARKS, ...IDENTITY, ...USERGROUPS, ...FILES].map((method) => [
    method.name,
    method,
  ]),
);
