import { saying } from './layout.ts';
import type { Message } from './message.ts';
import type { Catalogue } from './words/catalogue.ts';

/** The answer when the bot itself broke; the log has the reason, a person has no use for it. */
export function drawBroken(say: Catalogue): Message {
  const { what, todo } = say.answers.broken;
  return saying(`⚠️ ${what}`, todo);
}
