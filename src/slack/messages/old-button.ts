import { saying } from './layout.ts';
import type { Message } from './message.ts';
import type { Catalogue } from './words/catalogue.ts';

/** The answer to a button that an older version drew, or that is about a place the bot no longer watches. */
export function drawOldButton(say: Catalogue): Message {
  const { what, todo } = say.answers.oldButton;
  return saying(what, todo);
}
