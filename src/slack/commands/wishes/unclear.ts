import { commandLine } from '../../messages/help.ts';
import type { Message } from '../../messages/message.ts';
import { drawUnclearWish, type UnclearWish } from '../../messages/wishes/unclear-wish.ts';
import type { Call, Command } from '../command.ts';

/** The answer to a wish that was not understood, with the nearest that would be. */
export function unclearWish(
  call: Call,
  command: Command,
  { unclear, instead }: { readonly unclear: UnclearWish; readonly instead?: readonly string[] },
): Message {
  return drawUnclearWish({
    unclear,
    typed: call.typed,
    command,
    say: call.say,
    showPlace: call.ports.places.places().length > 1,
    ...(instead !== undefined && { nearest: commandLine(command.name, instead.join(' ')) }),
  });
}
