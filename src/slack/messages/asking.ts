import { saying } from './layout.ts';
import type { Message } from './message.ts';

/** Said while CLUe takes its time; the answer replaces it. */
export function drawAsking(): Message {
  return saying('⏳ Asking CLUe…');
}
