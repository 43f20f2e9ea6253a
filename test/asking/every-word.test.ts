import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readWords } from '../../src/asking/words.ts';
import { ALL, ask, type Settings } from './desk.ts';
import { EDGES } from './phrases-edges.ts';
import { ENGLISH } from './phrases-en.ts';
import { JAPANESE } from './phrases-ja.ts';
import { KOREAN } from './phrases-ko.ts';

// No question crashes the bot, and none is answered in part: what was not understood is pointed at.

const SETTINGS: readonly Settings[] = [ENGLISH, JAPANESE, KOREAN, ...EDGES];

/** All words without which a question says the same. What is taken as such and is not here was ignored. */
const FILLERS = new RegExp(
  `^(?:${[
    "at|the|in|on|of|by|for|with|please|show|me|all|only|during|was|were|is|are|who|what|did|rows?|events?|from|and|'s|’s",
    'の間|のあいだ|した人|の人|[のにではをがへも]|だけ|のみ|ごろ|頃|さん|様|くん|君|した|誰|だれ|記録|最新|最近',
    '에서|사이에?|동안|에|의|은|는|이|가|을|를|로|으로|만|도|님|씨|쯤|경|한|된|사람|누가|기록|최신|최근',
    '[,、,.。?!()]',
    // Joined to a name where a language writes without spaces.
    String.raw`\s`,
  ].join('|')})+$`,
  'iu',
);

const WORDS = [
  ...[ENGLISH, JAPANESE, KOREAN, ...EDGES].flatMap(({ phrases }) => phrases.flatMap(([text]) => text.split(' '))),
  ...[
    'front',
    'lobby',
    'xyz',
    'jack',
    '正面',
    '김',
    '0',
    '7',
    '25',
    '181',
    '99999',
    '"',
    '“',
    'door:',
    'place:x',
    'tz:',
    ':',
  ],
  ...[
    '-',
    '~',
    'and',
    'or',
    'または',
    'to',
    'from',
    'から',
    'まで',
    '부터',
    '까지',
    'の',
    '<!channel>',
    '💥',
    '\u202e',
    '日',
    '時',
    '9999-12-31',
  ],
  ...[
    '0000-01-01',
    '99999d',
    '2/30',
    '31/31',
    '29 feb',
    '13月',
    '24:00',
    '25:61',
    '二三日',
    'a',
    'an hour',
    '2100年',
    '0年',
  ],
];

const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 7 }).map((some) => some.join(' '));
const glued = fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((some) => some.join(''));
const letters = fc.string({ unit: 'grapheme', maxLength: 60 });
const anything = fc.oneof(
  words,
  words,
  glued,
  letters,
  fc.tuple(words, letters).map((two) => two.join(' ')),
);

const spaceless = (text: string): string => text.replace(/\s+/gu, '');

test('every word of an accepted question is accounted for, in its order; whatever is refused is pointed at', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(...SETTINGS), (text, settings) => {
      const reading = ask(text, settings);
      const typed = readWords(text)
        .map((word) => word.typed)
        .join(' ');
      if (!reading.ok) {
        const { unclear } = reading;
        assert.ok(unclear.word !== '', `${text}: nothing is pointed at`);
        for (const word of unclear.word.split(' ')) assert.ok(typed.includes(word), `${text}: ${word} was not typed`);
        return;
      }
      const { heard, span } = reading.question;
      assert.equal(spaceless(heard.map((one) => one.typed).join('')), spaceless(typed), text);
      for (const { typed: word, as } of heard) {
        assert.ok(as.length > 0, `${text}: ${word} is taken as nothing`);
        if (as.includes('filler')) assert.match(word, FILLERS, `${text}: ${word} was ignored`);
      }
      const says = new Set(heard.flatMap(({ as }) => as));
      const { door, person, kinds, count, per, format, places } = reading.question;
      assert.equal(says.has('time'), span !== undefined, text);
      assert.equal(says.has('door'), door !== undefined, text);
      assert.equal(says.has('person'), person !== undefined, text);
      assert.equal(says.has('kinds'), kinds !== undefined, text);
      assert.equal(says.has('count'), count !== undefined, text);
      assert.equal(says.has('per'), per !== undefined, text);
      assert.equal(says.has('format'), format !== undefined, text);
      if (says.has('place')) assert.equal(places.length, 1, text);
      if (span === undefined) return;
      assert.ok(Number.isSafeInteger(span.from) && span.from <= Date.parse(settings.now), `${text}: ${span.from}`);
      if (span.to !== undefined)
        assert.ok(Number.isSafeInteger(span.to) && span.to >= span.from, `${text}: ${span.to}`);
    }),
    { numRuns: 4_000 },
  );
});

test('a command that takes less points at the rest', () => {
  const none = { time: false };
  for (const { phrases, ...settings } of [ENGLISH, JAPANESE, KOREAN]) {
    for (const [text, from, , filters] of phrases) {
      const isMore =
        from !== undefined || Object.keys(filters ?? {}).some((key) => !['door', 'place', 'zone'].includes(key));
      if (isMore) assert.equal(ask(text, settings, none).ok, false, text);
    }
  }
});

test('words in any order mean the same', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(['yesterday', '"Front door"', 'failures', '5', '"Jack Brown"'], { minLength: 5 }),
      (some) => {
        const reading = ask(some.join(' '), ENGLISH, ALL);
        assert.ok(reading.ok);
        const { door, person, kinds, count, span } = reading.question;
        assert.deepEqual(
          [door?.id, person?.id, kinds, count, span?.said.kind],
          ['181', '34567', ['failures'], 5, 'yesterday'],
        );
      },
    ),
  );
});

test('a long and hostile question is read within a second', () => {
  const hostile = [
    '日'.repeat(5_000),
    'の'.repeat(5_000),
    '昨日'.repeat(2_000),
    '1-'.repeat(3_000),
    'to '.repeat(3_000),
    'front '.repeat(2_000),
    `${'a '.repeat(3_000)}today`,
  ];
  for (const text of hostile) {
    ask(text, JAPANESE);
    const began = performance.now();
    ask(text, JAPANESE);
    assert.ok(performance.now() - began < 1_000, `${text.slice(0, 10)}: ${performance.now() - began} ms`);
  }
});
