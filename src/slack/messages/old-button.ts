import { saying } from './layout.ts';
import type { Message } from './message.ts';

/** The answer to a button that an older version drew, or that is about a place the bot no longer watches. */
export function drawOldButton(): Message {
  return saying(
    'This button is too old: the bot no longer knows what it was about.',
    '`/clue recent` shows the newest rows.',
  );
}
