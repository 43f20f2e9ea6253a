import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readWords } from '../../src/asking/words.ts';

const texts = (line: string): readonly string[] => readWords(line).map(({ text }) => text);

test('words are split at spaces, also at those of Japanese', () => {
  assert.deepEqual(texts('  recent   10\tlobby '), ['recent', '10', 'lobby']);
  assert.deepEqual(texts('ｒｅｃｅｎｔ　１０'), ['recent', '10']);
  assert.deepEqual(texts('   '), []);
});

test('quotes of any country keep words together', () => {
  for (const line of [
    '"Front door"',
    '“Front door”',
    '”Front door”',
    '„Front door“',
    '「Front door」',
    '『Front door』',
    '«Front door»',
    '＂Front door＂',
  ]) {
    assert.deepEqual(readWords(line), [{ text: 'Front door', quoted: true, typed: line.normalize('NFKC') }], line);
  }
});

test('a quote that is never closed reaches to the end, and nothing is lost', () => {
  assert.deepEqual(texts('recent "Front door'), ['recent', 'Front door']);
});

test('an apostrophe is a letter', () => {
  assert.deepEqual(texts("Bob's door"), ["Bob's", 'door']);
});

test('door: and place: are keys, in any case, with quotes and with a space after them', () => {
  assert.deepEqual(readWords('PLACE:178'), [{ key: 'place', text: '178', quoted: false, typed: 'PLACE:178' }]);
  assert.deepEqual(readWords('door："Front door" x')[0], {
    key: 'door',
    text: 'Front door',
    quoted: true,
    typed: 'door:"Front door"',
  });
  assert.deepEqual(texts('place: Shibuya today'), ['Shibuya', 'today']);
  assert.deepEqual(readWords('time:9')[0], { text: 'time:9', quoted: false, typed: 'time:9' });
});

test('no input breaks it, and every letter outside quotes ends up in a word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (line) => {
      const words = readWords(line);
      const typed = words.map((word) => word.typed).join('');
      // Once the blanks are gone, a mark may join the letter that now stands before it.
      const letters = (text: string): string =>
        text
          .normalize('NFKC')
          .replace(/[\s"“”„«»「」『』]/g, '')
          .normalize('NFKC');
      assert.equal(letters(typed), letters(line));
    }),
    { numRuns: 500 },
  );
});
