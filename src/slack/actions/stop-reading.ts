import type { CommandPorts } from '../commands/ports.ts';
import type { Message } from '../messages/message.ts';
import { drawNotReading } from '../messages/reading.ts';
import type { Catalogue } from '../messages/words/catalogue.ts';

/** Gives up a reading that somebody waits for. The answer itself says that it was; only where there is nothing left to give up is that said. */
export function stopReading(
  { value, userId, say }: { readonly value: string; readonly userId: string; readonly say: Catalogue },
  waits: CommandPorts['waits'],
): Message | undefined {
  return waits.giveUp(value, userId) ? undefined : drawNotReading(say);
}
