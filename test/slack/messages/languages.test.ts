import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LANGUAGES, type Language } from '../../../src/incident/language.ts';
import { drawCard } from '../../../src/slack/messages/card.ts';
import { list } from '../../../src/slack/messages/names.ts';
import { lengthOfTime, measured } from '../../../src/slack/messages/time.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { foreignWords, textsOf } from './foreign-words.ts';
import { cardsIn, GALLERY } from './gallery.ts';
import { answersIn } from './gallery-answers.ts';
import { aCrowd, gathered } from './gallery-gatherings.ts';
import { aCard, anIncident, entry } from './given.ts';
import { assertCardWithinLimits } from './limits.ts';

const GOLDEN = new URL('../../golden/', import.meta.url);
const OTHERS: readonly Language[] = LANGUAGES.filter((language) => language !== 'en');
const nameOf = (language: Language): string => catalogueOf(language).common.name;

/** What stands in the golden files of a language: name -> its texts. */
function goldenTexts(language: Language): readonly (readonly [name: string, texts: readonly string[]])[] {
  const files = readdirSync(GOLDEN).filter((file) => file.endsWith(`.${language}.json`));
  return files.map((file) => [file, textsOf(JSON.parse(readFileSync(new URL(file, GOLDEN), 'utf8')))]);
}

for (const language of OTHERS) {
  test(`no English is left in what the bot says in ${nameOf(language)}`, () => {
    const left = goldenTexts(language).flatMap(([name, texts]) =>
      texts.flatMap(foreignWords).map((word) => `${name}: ${word}`),
    );
    assert.deepEqual([...new Set(left)], []);
  });

  test(`code stands apart from ${nameOf(language)} letters, or Slack does not see it as code`, () => {
    const touching = goldenTexts(language).flatMap(([name, texts]) =>
      texts.filter(touchesCode).map((text) => `${name}: ${text}`),
    );
    assert.deepEqual(touching, []);
  });
}

/** Whether a letter or a digit stands right before or after code. Between backticks, every second part is code. */
function touchesCode(text: string): boolean {
  const parts = text.split('`');
  return parts.some((part, index) => {
    if (index % 2 === 1) return false;
    return (index > 0 && /^[\p{L}\p{N}]/u.test(part)) || (index < parts.length - 1 && /[\p{L}\p{N}]$/u.test(part));
  });
}

test('what should not be there would be found, in a text, a paragraph, a table and a modal', () => {
  assert.deepEqual(foreignWords('出入口 gate 181'), ['gate']);
  assert.deepEqual(foreignWords('CLUe の `recent` EBISU'), []);
  assert.ok(touchesCode('`a`를') && touchesCode('를`a`') && !touchesCode('`a` 를, `b`.'));
  assert.deepEqual(foreignWords('testDoor에서 인증 실패 14회 at'), ['at']);
  const english = Object.values(GALLERY).flatMap(textsOf).flatMap(foreignWords);
  for (const word of ['unlocked', 'Entries', 'newest', 'late', 'The', 'and']) assert.ok(english.includes(word), word);
  assert.deepEqual(textsOf({ title: { type: 'plain_text', text: 'a' }, blocks: [{ rows: [[{ text: 'b' }]] }] }), [
    'a',
    'b',
  ]);
});

test('everything is there in every language, with the same layout', () => {
  const layout = (language: Language) =>
    Object.entries({ ...cardsIn(language), ...answersIn(language) }).map(([name, { blocks }]) => [
      name,
      blocks.map(({ type }) => type),
    ]);
  for (const language of OTHERS) assert.deepEqual(layout(language), layout('en'));
});

test('a relay is never said to be opened or shut, nor is anybody addressed without respect', () => {
  for (const [name, texts] of goldenTexts('ja')) {
    for (const text of texts) assert.doesNotMatch(text, /開い|開け|閉じ|閉ま|閉め/, name);
  }
  for (const [name, texts] of goldenTexts('ko')) {
    for (const text of texts) {
      assert.doesNotMatch(text, /열렸|열림|열린|열고|닫혔|닫힘|닫힌/, name);
      assert.doesNotMatch(text, /해요[.?]|세요[.?]/, name);
    }
  }
});

test('facts stand where each language has them', () => {
  const heads = (name: string) => LANGUAGES.map((language) => cardsIn(language)[name]?.text.split(' · ')[0]);
  assert.deepEqual(heads('failures-ended-let-in'), [
    '⚪ 14 authentication failures at testDoor in 1 min 9 s',
    '⚪ testDoor で認証失敗 14 回（1分9秒間）',
    '⚪ testDoor에서 인증 실패 14회(1분 9초 동안)',
  ]);
  assert.deepEqual(heads('let-in'), [
    '🚨 EBISU was let in at testDoor after 14 authentication failures',
    '🚨 EBISU さんが入室：testDoor で認証失敗 14 回の後',
    '🚨 EBISU 님 출입: testDoor에서 인증 실패 14회 후',
  ]);
  assert.deepEqual(heads('unlock-over'), [
    '🔒 testDoor, Shibuya store unlocked for EBISU, locked again after 3.0 s',
    '🔒 Shibuya store testDoor を解錠（EBISU さん）、3.0秒後に施錠',
    '🔒 Shibuya store testDoor 잠금 해제(EBISU 님), 3.0초 후 다시 잠김',
  ]);
});

test('names in the language’s own letters stand without a gap in Japanese', () => {
  const headOf = (language: Language, door: string): string =>
    drawCard(
      aCard(anIncident({ kind: 'failures', count: 14, firstAt: at('05:12:06'), lastAt: at('05:13:16'), entries: [] }), {
        say: catalogueOf(language),
        nameOfDoor: () => door,
      }),
    ).text.split(' · ')[0] ?? '';
  assert.equal(headOf('ja', '正面入口'), '🔴 正面入口で認証失敗 14 回');
  assert.equal(headOf('ja', 'Gate 2'), '🔴 Gate 2 で認証失敗 14 回');
  assert.equal(headOf('ko', '정문'), '🔴 정문에서 인증 실패 14회');
  assert.equal(headOf('en', '正面入口'), '🔴 14 authentication failures at 正面入口');
});

test('people are called politely in a sentence, each of a list, and nobody who is unknown', () => {
  const stories = (name: string) => OTHERS.map((language) => cardsIn(language)[name]?.text.split(' · ')[1]);
  assert.deepEqual(stories('failures-ended-many-let-in'), [
    '最後の失敗から3.9秒後に、A さんが入室しました。その後、B さん、C さん、D さん、E さん、ほか 3 人も入室しました',
    '마지막 실패 3.9초 후에 A 님이 출입했습니다. 그 후에 B 님, C 님, D 님, E 님 외 3명도 출입했습니다',
  ]);
  assert.deepEqual(stories('failures-ended-somebody'), [
    '失敗から3.1秒後に、不明な人物が入室しました',
    '실패 3.1초 후에 알 수 없는 사람이 출입했습니다',
  ]);
});

test('people, doors and other things are counted as each language counts them', () => {
  const cut = (language: Language, of: 'people' | 'doors' | 'things'): string =>
    list(['A', 'B', 'C'], catalogueOf(language), 2, of);
  assert.deepEqual(
    LANGUAGES.map((language) => (['people', 'doors', 'things'] as const).map((of) => cut(language, of))),
    [
      ['A and 2 more', 'A and 2 more', 'A and 2 more'],
      ['A、ほか 2 人', 'A、ほか 2 か所', 'A、ほか 2 件'],
      ['A 외 2명', 'A 외 2곳', 'A 외 2건'],
    ],
  );
});

test('a length of time is told in the units of each language', () => {
  const told = (ms: number) => LANGUAGES.map((language) => lengthOfTime(ms, catalogueOf(language)));
  assert.deepEqual(told(3_042), ['3.0 s', '3.0秒', '3.0초']);
  assert.deepEqual(told(69_259), ['1 min 9 s', '1分9秒', '1분 9초']);
  assert.deepEqual(told(273_600_000), ['3 d 4 h', '3日4時間', '3일 4시간']);
  assert.deepEqual(
    LANGUAGES.map((language) => measured(340, catalogueOf(language))),
    ['340 ms', '340ミリ秒', '340밀리초'],
  );
});

test('names of sixty characters in any alphabet break no layout', () => {
  for (const language of LANGUAGES) {
    const say = catalogueOf(language);
    for (const name of ['正面'.repeat(30), '정문'.repeat(30), 'Gate '.repeat(12), '&'.repeat(60), 'שער'.repeat(20)]) {
      const names = { say, nameOfDoor: () => name, nameOfPlace: () => name, showPlace: true };
      const entries = Array.from({ length: 9 }, (_, index) => entry(name, at(`05:13:2${index}`), `${index}`));
      const burst = { kind: 'failures', count: 14, firstAt: at('05:12:06'), lastAt: at('05:13:16'), entries } as const;
      assertCardWithinLimits(`${language} ${name}`, drawCard(aCard(anIncident(burst), names)));
      for (const size of [1, 100, 1_000]) {
        assertCardWithinLimits(`${language} ${name}`, gathered('storm', aCrowd(size), names));
      }
    }
  }
});
