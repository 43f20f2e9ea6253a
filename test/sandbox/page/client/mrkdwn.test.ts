import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInline } from '../../../../src/sandbox/page/client/mrkdwn/inline.ts';
import type { Inline } from '../../../../src/sandbox/page/client/mrkdwn/marked.ts';
import { readPassages } from '../../../../src/sandbox/page/client/mrkdwn/passages.ts';

const read = (text: string, findsLinks = false): readonly Inline[] => readInline(text, { findsLinks });
const text = (said: string): Inline => ({ kind: 'text', text: said });

test('marks at the edges of words are read, also within each other', () => {
  assert.deepEqual(read('⚪ *one _two_* ~three~'), [
    text('⚪ '),
    { kind: 'bold', of: [text('one '), { kind: 'italic', of: [text('two')] }] },
    text(' '),
    { kind: 'strike', of: [text('three')] },
  ]);
});

for (const said of [
  'a_b_c',
  '2*3*4',
  '* not bold *',
  '*太字*です',
  '*over\nlines*',
  '*open',
  '**',
  ':no_such_emoji:',
  '# one',
  '12:30:45',
]) {
  test(`${JSON.stringify(said)} stays as it is written`, () => {
    assert.deepEqual(read(said), [text(said)]);
  });
}

test('what is escaped is never markup: a name cannot ring a channel or become a tag', () => {
  assert.deepEqual(read('&lt;!channel&gt; &lt;script&gt; &amp;lt;'), [text('<!channel> <script> &lt;')]);
});

test('code keeps its marks, and closes nothing around it', () => {
  assert.deepEqual(read('*`a *b*` c*'), [{ kind: 'bold', of: [{ kind: 'code', text: 'a *b*' }, text(' c')] }]);
});

test('mentions, rings, links and dates are read from their brackets', () => {
  assert.deepEqual(read('<@U0HANA><#C1|ops><!here><!subteam^S1|@guards><https://a.example/?x=1&amp;y=2|there>'), [
    { kind: 'user', id: 'U0HANA', label: '' },
    { kind: 'channel', id: 'C1', label: 'ops' },
    { kind: 'ring', label: '@here' },
    { kind: 'ring', label: '@guards' },
    { kind: 'link', url: 'https://a.example/?x=1&y=2', label: 'there' },
  ]);
  assert.deepEqual(read('<!date^1795151526^{date_short_pretty} {time_secs}|2026-11-20>'), [
    { kind: 'date', seconds: 1_795_151_526, format: '{date_short_pretty} {time_secs}', fallback: '2026-11-20' },
  ]);
});

test('a date that is none shows its fallback, and an address that could run a script is only text', () => {
  assert.deepEqual(read('<!date^soon^{time}|later>'), [text('later')]);
  assert.deepEqual(read('<!date^99999999999999^{time}|no such day>'), [text('no such day')]);
  assert.deepEqual(read('<javascript:alert(1)|click>'), [text('click')]);
  assert.deepEqual(read('<!date^1795151526^{time}^javascript:alert(1)|12:12>'), [
    { kind: 'date', seconds: 1_795_151_526, format: '{time}', fallback: '12:12' },
  ]);
});

test('addresses become links only where the text is not verbatim', () => {
  assert.deepEqual(read('see https://a.example/b.', true), [
    text('see '),
    { kind: 'link', url: 'https://a.example/b', label: 'https://a.example/b' },
    text('.'),
  ]);
  assert.deepEqual(read('see https://a.example/b.'), [text('see https://a.example/b.')]);
});

test('known emoji become signs', () => {
  assert.deepEqual(read(':lock:'), [{ kind: 'emoji', name: 'lock', sign: '🔒' }]);
});

test('a text falls into lines, quotes and preformatted passages', () => {
  assert.deepEqual(readPassages('one\n&gt; two\n> three\nfour\n```five *5*\nsix```', { findsLinks: false }), [
    { kind: 'lines', of: [text('one')] },
    { kind: 'quote', of: [text('two\nthree')] },
    { kind: 'lines', of: [text('four')] },
    { kind: 'preformatted', text: 'five *5*\nsix' },
  ]);
});
