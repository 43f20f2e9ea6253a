import { saying } from './layout.ts';
import type { Message } from './message.ts';
import type { Catalogue } from './words/catalogue.ts';

/** Said while CLUe takes its time; the answer replaces it. */
export function drawAsking(say: Catalogue): Message {
  return saying(`⏳ ${say.answers.asking}`);
}
