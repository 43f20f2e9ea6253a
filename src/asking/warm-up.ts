import { instant } from '../door/ids.ts';
import type { Grammar } from './question.ts';
import { readQuestion } from './read-question.ts';
import { readWords } from './words.ts';

const EVERYTHING: Grammar = { count: { most: 100 }, time: true, person: true, kinds: true, per: true, format: true };
/** One question of each alphabet: a pattern is compiled anew for text beyond Latin letters. */
const QUESTIONS: readonly string[] = [
  'failures per hour yesterday 18:00-20:00 xyz',
  '昨日の失敗 18時から20時まで',
  '어제 실패',
];

/**
 * Reads some questions that nobody asked, so that the first one somebody does ask need not wait until all patterns are
 * compiled. Takes some 100 ms of the processor: call it once, after the start.
 */
export function warmUp(timeZone = 'UTC'): void {
  for (const text of QUESTIONS) {
    readQuestion(readWords(text), EVERYTHING, { places: [], now: instant(Date.UTC(2026, 0, 2)), timeZone });
  }
}
