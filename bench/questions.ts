import { readQuestion } from '../src/asking/read-question.ts';
import { readWords } from '../src/asking/words.ts';
import { instant } from '../src/door/ids.ts';
import { ALL, OFFICE, SHOP } from '../test/asking/desk.ts';
import { ENGLISH } from '../test/asking/phrases-en.ts';
import { JAPANESE } from '../test/asking/phrases-ja.ts';
import { KOREAN } from '../test/asking/phrases-ko.ts';

/** How long it takes to read a question, of the phrases that the tests know. Prints; asserts nothing. */

const ROUNDS = Number(process.argv[2] ?? 50);

const asked = [ENGLISH, JAPANESE, KOREAN].flatMap(({ phrases, zone, now }) =>
  phrases
    .filter(([text]) => text !== '')
    .map(([text]) => ({ text, where: { places: [SHOP, OFFICE], now: instant(Date.parse(now)), timeZone: zone } })),
);
const times: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const { text, where } of asked) {
    const began = performance.now();
    readQuestion(readWords(text), ALL, where);
    times.push(performance.now() - began);
  }
}
const [first = 0] = times;
const sorted = times.toSorted((a, b) => a - b);
const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2);
console.log(`a question is read in ${at(0.5)} ms (p50), ${at(0.95)} ms (p95); the first one in ${first.toFixed(0)} ms`);
