import { saying } from './layout.ts';
import type { Message } from './message.ts';
import type { Catalogue } from './words/catalogue.ts';
import type { RefusalWords } from './words/en/refusal.ts';

/** Why somebody gets no answer. */
export type RefusalKind = keyof RefusalWords;

/** A polite no that tells nothing about doors, people or the bot. */
export function drawRefusal(kind: RefusalKind, say: Catalogue): Message {
  return saying(`🙏 ${say.refusal[kind]}`);
}
