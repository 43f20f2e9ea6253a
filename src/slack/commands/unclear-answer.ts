import { commandLine } from '../messages/help.ts';
import type { Message } from '../messages/message.ts';
import { drawUnclear, type Unclear, type UnclearView } from '../messages/unclear.ts';
import type { Call, Command } from './command.ts';

/** The answer to a command that was not understood, with the nearest that would be. */
export function unclearAnswer(
  call: Call,
  command: Command,
  { unclear, instead }: { readonly unclear: Unclear; readonly instead?: readonly string[] },
): Message {
  const view: UnclearView = {
    unclear,
    typed: call.typed,
    command,
    menu: call.menu,
    showPlace: call.ports.places.places().length > 1,
    ...(instead !== undefined && { nearest: commandLine(command.name, instead.join(' ')) }),
  };
  return drawUnclear(view, call.say);
}

/** The answer to words after a command that takes none; undefined when there are none. */
export function takesNothing(call: Call, command: Command): Message | undefined {
  const [word] = call.words;
  if (word === undefined) return undefined;
  return unclearAnswer(call, command, { unclear: { kind: 'unexpected-word', word: word.typed }, instead: [] });
}
