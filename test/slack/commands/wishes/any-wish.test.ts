import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NAMES_SHOWN } from '../../../../src/incident/subscription.ts';
import { TOPICS } from '../../../../src/incident/topic.ts';
import { meant, reading } from './given.ts';

const VOCABULARY = [
  ...TOPICS,
  ...['let', 'in', 'after', 'first', 'entry', 'すべて', '인증', '실패', 'not', 'except', '除く', ',', '"', '「', ':'],
  ...['door:191', 'door:Back', 'door:', 'door:181,190', 'place:179', 'place:x', 'person:1', 'person:jack', 'not door:'],
  ...['hours:22-7', 'outside:0-24', '22-7', 'sat', 'mon-fri', '土日', 'days:fri', 'days:', 'after:3', 'after:x'],
  ...['names:none', 'names:constructor', '__proto__', 'toString', 'notify:me', 'notify:anna', '７', 'me'],
];
const line = fc.oneof(
  fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 9 }).map((words) => words.join(' ')),
  fc
    .array(fc.oneof(fc.constantFrom(...VOCABULARY), fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 6 })
    .map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

test('no input breaks it, and what it makes of any is a wish that can be kept', () => {
  fc.assert(
    fc.property(line, (text) => {
      const read = reading(text);
      if (!read.ok) {
        const { word } = read.unclear;
        assert.ok(text.toWellFormed().normalize('NFKC').includes(word), `${word} is none of ${text}`);
        return;
      }
      const { topics, names, after, hours } = read.wish;
      assert.ok(topics.length > 0 && topics.every((topic) => TOPICS.some((one) => one === topic)));
      assert.ok(names === undefined || NAMES_SHOWN.includes(names));
      assert.ok(after === undefined || (after >= 1 && after <= 99));
      assert.ok(hours === undefined || (hours.from < 1_440 && hours.to > 0 && hours.from !== hours.to));
      assert.deepEqual(JSON.parse(JSON.stringify(read.wish)), read.wish);
    }),
    { numRuns: 3_000 },
  );
});

test('no word is ignored: one that means nothing is pointed at wherever it stands', () => {
  const parts = fc.subarray([
    'door:Front',
    'hours:22-7',
    'sat',
    'failures after:2',
    'place:office',
    'notify:me',
    '解錠',
  ]);
  const noise = fc.stringMatching(/^[b-df-hj-np-tv-xz]{7,12}$/);
  fc.assert(
    fc.property(parts, noise, fc.nat(8), (given, word, at) => {
      assert.ok(reading(given.join(' ')).ok);
      assert.equal(meant(given.toSpliced(at, 0, word).join(' ')), `unknown-word: ${word}`);
    }),
  );
});

test('no word is ignored: each narrows or adds', () => {
  const words = ['unlocks', 'door:Front', 'hours:22-7', 'sat', 'after:2', 'notify:me', 'names:none', 'not person:jack'];
  fc.assert(
    fc.property(fc.subarray(words, { minLength: 1 }), fc.nat(), (given, pick) => {
      const all = ['failures', ...given];
      const less = all.toSpliced(1 + (pick % given.length), 1);
      assert.notDeepEqual(meant(all.join(' ')), meant(less.join(' ')));
    }),
  );
});
