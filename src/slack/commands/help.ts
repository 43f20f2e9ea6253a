import { drawHelp, drawHelpOf } from '../messages/help.ts';
import type { Command } from './command.ts';
import { unknownCommand } from './unknown-command.ts';

/** All commands, or one of them with examples. */
export const help: Command = {
  name: 'help',
  shows: 'nothing',
  least: 'viewer',
  examples: ['/clue help', '/clue help recent'],
  run: async (call) => {
    const [word, ...more] = call.words;
    if (word === undefined) return drawHelp(call.menu, call.say);
    const line = call.menu.find(({ name }) => name === word.text.toLowerCase());
    const unknown = line === undefined ? word : more[0];
    if (line === undefined || unknown !== undefined) return unknownCommand(call, unknown ?? word, 'help ');
    return drawHelpOf(line, call.say);
  },
};
