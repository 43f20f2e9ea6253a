import { drawLogin } from '../messages/login.ts';
import { type Command, readerOf } from './command.ts';
import { takesNothing } from './unclear-answer.ts';

/** Asks CLUe to log the bot in again, after a refusal. For admins: each refused try brings the account nearer to its lock. */
export const login: Command = {
  name: 'login',
  shows: 'states',
  least: 'admin',
  examples: ['/clue login'],
  run: async (call) => {
    const unclear = takesNothing(call, login);
    if (unclear !== undefined) return unclear;
    return drawLogin(await call.ports.login.again(), readerOf(call));
  },
};
