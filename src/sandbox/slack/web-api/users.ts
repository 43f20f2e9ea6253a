import { textOf, yes } from '../json.ts';
import { drawnUser } from './drawn.ts';
import { answer, type Method, refuse } from './method.ts';
import { pageOf } from './page.ts';

const info: Method = {
  name: 'users.info',
  token: 'bot',
  tier: 'tier4',
  scope: 'users:read',
  run: (args, { workspace }) => {
    const user = workspace.user(textOf(args.user) ?? '');
    if (user === undefined) return refuse('user_not_found');
    return answer({ user: drawnUser(user, workspace.now(), yes(args.include_locale)) });
  },
};

const list: Method = {
  name: 'users.list',
  token: 'bot',
  tier: 'tier2',
  scope: 'users:read',
  run: (args, { workspace }) => {
    const page = pageOf(workspace.users(), args, { usual: 1000, most: 1000 });
    if (!page.ok) return page;
    const members = page.items.map((user) => drawnUser(user, workspace.now(), yes(args.include_locale)));
    return answer({ members, response_metadata: { next_cursor: page.next } });
  },
};

export const USERS: readonly Method[] = [info, list];
