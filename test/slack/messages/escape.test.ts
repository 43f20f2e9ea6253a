import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asCode, cleanLine, inText, NAME_LIMIT } from '../../../src/slack/messages/escape.ts';
import { HOSTILE_NAMES } from './given.ts';

test('a person named <!channel> rings nobody', () => {
  assert.equal(inText('<!channel>'), '&lt;!channel&gt;');
  assert.equal(inText('a & b'), 'a &amp; b');
  assert.equal(inText('&lt;!here&gt;'), '&amp;lt;!here&amp;gt;');
});

test('no name can start bold, italic, struck or code text', () => {
  for (const name of HOSTILE_NAMES)
    assert.doesNotMatch(inText(name), /[*~`<>]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u, name);
});

test('an underscore inside a word stays, because Slack reads nothing into it', () => {
  assert.equal(inText('first_last'), 'first_last');
  assert.equal(inText('_aside_'), '＿aside＿');
});

test('names that need no change get none', () => {
  for (const name of ['EBISU', '恵比寿 太郎', 'Zoë O’Neil-Smith', '김철수', '👩‍👩‍👧‍👦', 'نا‌مه'])
    assert.equal(cleanLine(name), name);
});

test('line breaks become spaces, and control and direction-changing characters go', () => {
  assert.equal(cleanLine(' a\r\nb\u2028c\td '), 'a b c d');
  assert.equal(cleanLine('evil\u202Egnp.exe'), 'evilgnp.exe');
  assert.equal(cleanLine('\u0000\u0007\u200b'), '');
  assert.equal(cleanLine('lone \ud800 half'), 'lone \ufffd half');
});

test('a right-to-left name is fenced in, so that it does not turn the rest of the line around', () => {
  assert.equal(inText('שרה'), '\u2068שרה\u2069');
});

test('a name of 200 characters is cut between characters and says so', () => {
  const long = cleanLine('x'.repeat(200));
  assert.equal(long.length, NAME_LIMIT);
  assert.ok(long.endsWith('…'));
  const family = cleanLine('👩‍👩‍👧‍👦'.repeat(50));
  assert.ok(family.length <= NAME_LIMIT);
  assert.match(family, /^(👩‍👩‍👧‍👦)+…$/u);
});

test('a letter under hundreds of accents is cut, too', () => {
  const pile = cleanLine(`a${'\u0301'.repeat(300)}`);
  assert.ok(pile.length <= NAME_LIMIT && pile.isWellFormed());
});

test('what is shown as code cannot end the code', () => {
  assert.equal(asCode('/clue `x` <!here>'), '`/clue ˋxˋ &lt;!here&gt;`');
});
