import { saying } from './layout.ts';
import type { Message } from './message.ts';

/** The answer when the bot itself broke; the log has the reason, a person has no use for it. */
export function drawBroken(): Message {
  return saying(
    '⚠️ Something in the bot went wrong, so there is no answer.',
    'The bot’s log says what. Please try again.',
  );
}
