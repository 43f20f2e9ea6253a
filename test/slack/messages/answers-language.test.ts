import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, type Language } from '../../../src/incident/language.ts';
import { MENU } from '../../../src/slack/commands/index.ts';
import { MOST, USUAL_COUNT } from '../../../src/slack/commands/recent.ts';
import { storeFaultInWords } from '../../../src/slack/messages/cards/store-failing.ts';
import { cleanLine, inText } from '../../../src/slack/messages/escape.ts';
import { message } from '../../../src/slack/messages/layout.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { problemInWords } from '../../../src/slack/messages/problem.ts';
import { refusedChannel } from '../../../src/slack/messages/refused-channel.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { answersIn } from './gallery-answers.ts';
import { REFUSAL } from './gallery-status.ts';
import { HOSTILE_NAMES, TOKYO } from './given.ts';

const OTHERS: readonly Language[] = LANGUAGES.filter((language) => language !== 'en');

/** Names of places, doors, people and codes in the gallery: they stay as they are in every language. */
const NAMES: readonly string[] = [
  ...HOSTILE_NAMES.flatMap((name) => [inText(name), inText(`&${name}`), cleanLine(name)]),
  ...['Shibuya store', 'Ginza store', 'testDoor', 'Back door', 'EBISU', 'Jack', 'ECONNREFUSED'],
];

/** Words that Japanese and Korean write in Latin letters, too. */
const OF_EVERYBODY = ['CLUe', 'Slack', 'QR', 'PIN', 'NFC', 'Bluetooth', 'API', 'ID', 'HTTP', 'UTC', 'GMT', 'clue-bot'];

/** What problem.ts, refused-channel.ts, names.ts and time.ts say in English only, until they take a catalogue. */
const IN_ENGLISH_ONLY: readonly (string | RegExp)[] = [
  ...[
    REFUSAL,
    { kind: 'timeout', afterMs: 10_000 } as const,
    { kind: 'unreachable', detail: 'ECONNREFUSED' } as const,
    { kind: 'unreachable', detail: `<${'&'.repeat(300)}` } as const,
    ...Array.from({ length: 20 }, (_, index) => ({ kind: 'server-error', status: 500 + index }) as const),
  ].flatMap((problem) => Object.values(problemInWords(problem, at('12:00:30'), TOKYO, catalogueOf('en')))),
  ...['not_in_channel', 'is_archived', 'some_new_word'].flatMap((word) =>
    Object.values(refusedChannel(word, catalogueOf('en'))),
  ),
  ...Object.values(storeFaultInWords('full', catalogueOf('en'))),
  /\b[\d.]+ (ms|s|min|h)\b/g,
  /\b(place|door) [0-9a-f]+\b|\ban unknown (door|place)\b|\bsomebody\b|\band\b( \d+ more)?/g,
];

/** What is left of a text without names, codes, moments, things to type, and words that every language has. */
function foreignWords(text: string): readonly string[] {
  const own = [...NAMES, ...IN_ENGLISH_ONLY]
    .toSorted((a, b) => String(b).length - String(a).length)
    .reduce<string>((rest, name) => rest.replaceAll(name, ' '), text);
  const rest = own
    .replace(/<!date\^[^>]*>|<#C[A-Z0-9]+>|&(amp|lt|gt);|\{[a-z_]+\}/g, ' ')
    .replace(/`[^`]*`/g, ' ')
    .replace(/\bDEV_[A-Z_]+\b|\bPerson \d+|\bp(50|95)\b/g, ' ');
  return (rest.match(/[A-Za-z][A-Za-z-]*/g) ?? []).filter((word) => !OF_EVERYBODY.includes(word));
}

/** Every text that Slack would show of a message, and the one that it reads aloud. */
function textsOf({ text, blocks }: Message): readonly string[] {
  const texts: string[] = [text];
  const read = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(read);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        if (['text', 'caption'].includes(key) && typeof part === 'string') texts.push(part);
        else read(part);
      }
    }
  };
  read(blocks);
  return texts;
}

for (const language of OTHERS) {
  test(`no English is left in the answers in ${catalogueOf(language).common.name}`, () => {
    const left = Object.entries(answersIn(language)).flatMap(([name, message]) =>
      textsOf(message)
        .flatMap(foreignWords)
        .map((word) => `${name}: ${word}`),
    );
    assert.deepEqual([...new Set(left)], []);
  });
}

test('English that was left would be found, in the text, in a paragraph and in a table', () => {
  const found = (message: Message): readonly string[] => textsOf(message).flatMap(foreignWords);
  assert.deepEqual(found({ text: '出入口 gate 181', blocks: [] }), ['gate']);
  assert.deepEqual(found({ text: 'CLUe の `recent` EBISU', blocks: [] }), []);
  const { 'who-entered-today': english } = answersIn('en');
  assert.ok(english !== undefined && ['Entries', 'Person', 'newest'].every((word) => found(english).includes(word)));
});

test('every answer is there in every language, with the same layout', () => {
  const layout = (messages: Readonly<Record<string, Message>>) =>
    Object.entries(messages).map(([name, { blocks }]) => [name, blocks.map(({ type }) => type)]);
  for (const language of OTHERS) assert.deepEqual(layout(answersIn(language)), layout(answersIn('en')));
});

test('a relay is never said to be opened or shut, nor is anybody addressed without respect', () => {
  for (const [name, { text }] of Object.entries(answersIn('ja'))) {
    assert.doesNotMatch(text, /開い|開け|閉じ|閉ま|閉め/, name);
  }
  for (const [name, { text }] of Object.entries(answersIn('ko'))) {
    assert.doesNotMatch(text, /열렸|열림|열린|닫혔|닫힘|닫힌/, name);
    assert.doesNotMatch(text, /해요[.?]|세요[.?]/, name);
  }
});

test('help tells the same numbers and takes the same words in every language', () => {
  for (const language of LANGUAGES) {
    const { summary, usage } = catalogueOf(language).help;
    assert.match(summary.recent, new RegExp(`${USUAL_COUNT}\\D.*${MOST}`), language);
    assert.ok(usage['who-entered'].includes('[today|yesterday|90m|24h|7d|2026-11-20]'), language);
    for (const { name } of MENU) assert.equal(usage[name] === '', catalogueOf('en').help.usage[name] === '', name);
  }
});

test('a text that is too long for Slack says in the asker’s language how many lines it lacks', () => {
  const lines = Array.from({ length: 60 }, () => 'x'.repeat(1_000));
  const ends = LANGUAGES.map((language) => message(lines, [], catalogueOf(language)).text.split('\n').at(-1));
  assert.deepEqual(ends, ['… and 25 lines more.', '… ほか 25 行', '… 외 25행']);
});
