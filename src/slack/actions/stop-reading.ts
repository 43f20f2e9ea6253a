import { type Asker, wordsFor } from '../commands/asker.ts';
import type { CommandPorts } from '../commands/ports.ts';
import type { Message } from '../messages/message.ts';
import { drawNotReading } from '../messages/reading.ts';
import { drawRefusal } from '../messages/refusal.ts';

/** Gives up a reading that somebody waits for. The answer itself says that it was; only where there is nothing left to give up is that said. */
export function stopReading(
  { value, asker }: { readonly value: string; readonly asker: Asker },
  ports: Pick<CommandPorts, 'waits' | 'locale'>,
): Message | undefined {
  const say = wordsFor(asker, ports.locale);
  if (asker.kind !== 'member') return drawRefusal(asker.kind, say);
  return ports.waits.giveUp(value, asker.userId) ? undefined : drawNotReading(say);
}
