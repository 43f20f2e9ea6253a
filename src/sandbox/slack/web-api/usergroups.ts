import { textOf } from '../json.ts';
import { answer, type Method, refuse } from './method.ts';

const usersList: Method = {
  name: 'usergroups.users.list',
  token: 'bot',
  tier: 'tier2',
  scope: 'usergroups:read',
  run: (args, { workspace }) => {
    const users = workspace.usergroup(textOf(args.usergroup) ?? '');
    return users === undefined ? refuse('no_such_subteam') : answer({ users: [...users] });
  },
};

export const USERGROUPS: readonly Method[] = [usersList];
