import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { personId, placeId } from '../../../../src/door/ids.ts';
import { LANGUAGES } from '../../../../src/incident/language.ts';
import { TOPICS, USUAL_TOPICS } from '../../../../src/incident/topic.ts';
import { kindsNamed } from '../../../../src/slack/commands/wishes/kinds.ts';
import type { Wish } from '../../../../src/slack/commands/wishes/read-wish.ts';
import { catalogueOf } from '../../../../src/slack/messages/words/catalogue.ts';
import { BACK, FRONT, JACK, PLACES, reading, SIDE, unclear, wish } from './given.ts';

const unlocks = (rest: Omit<Wish, 'topics'> = {}): Wish => ({ topics: ['unlocks'], ...rest });
const night = { from: 1_320, to: 420 } as const;
const workdays = [1, 2, 3, 4, 5] as const;

const UNDERSTOOD: readonly (readonly [string, Wish])[] = [
  ['usual', { topics: USUAL_TOPICS }],
  ['標準', { topics: USUAL_TOPICS }],
  ['everything', { topics: TOPICS }],
  ['すべて', { topics: TOPICS }],
  ['모두', { topics: TOPICS }],
  ['failures', { topics: ['failures'] }],
  ['FAILURES', { topics: ['failures'] }],
  ['ｆａｉｌｕｒｅｓ', { topics: ['failures'] }],
  ['failed', { topics: ['failures'] }],
  ['認証失敗', { topics: ['failures'] }],
  ['인증 실패', { topics: ['failures'] }],
  ['인증실패', { topics: ['failures'] }],
  ['let-in-after-failures', { topics: ['let-in-after-failures'] }],
  ['let in after failures', { topics: ['let-in-after-failures'] }],
  ['let in', { topics: ['let-in-after-failures'] }],
  ['認証失敗後の入室', { topics: ['let-in-after-failures'] }],
  ['解錠', unlocks()],
  ['잠금 해제', unlocks()],
  ['unlocks, failures', { topics: ['failures', 'unlocks'] }],
  ['unlocks,failures', { topics: ['failures', 'unlocks'] }],
  ['unlocks、failures', { topics: ['failures', 'unlocks'] }],
  ['解錠、認証失敗', { topics: ['failures', 'unlocks'] }],
  ['failures failures', { topics: ['failures'] }],

  ['blind let in after failures unlocks', { topics: ['let-in-after-failures', 'unlocks', 'blind'] }],

  ['unlocks door:191', unlocks({ doors: [BACK] })],
  ['unlocks door:back', unlocks({ doors: [BACK] })],
  ['unlocks door: back', unlocks({ doors: [BACK] })],
  ['door:back unlocks', unlocks({ doors: [BACK] })],
  ['unlocks DOOR:"Back door"', unlocks({ doors: [BACK] })],
  ['unlocks door:“Back door”', unlocks({ doors: [BACK] })],
  ['unlocks door：「Back door」', unlocks({ doors: [BACK] })],
  ['unlocks door:front,back', unlocks({ doors: [FRONT, BACK] })],
  ['unlocks door:"Front door","Back door"', unlocks({ doors: [FRONT, BACK] })],
  ['unlocks door:front, "Back door"', unlocks({ doors: [FRONT, BACK] })],
  ['unlocks door:front、back', unlocks({ doors: [FRONT, BACK] })],
  ['unlocks door:front door:back', unlocks({ doors: [FRONT, BACK] })],
  ['unlocks door:front,front', unlocks({ doors: [FRONT] })],
  ['unlocks door:179/190', unlocks({ doors: [FRONT] })],
  ['unlocks door:180/190', unlocks({ doors: [SIDE] })],
  ['unlocks door:190 place:office', unlocks({ doors: [FRONT] })],
  ['unlocks place:ginza door:190', unlocks({ doors: [SIDE] })],
  ['unlocks place:179', unlocks({ places: [placeId('179')] })],
  ['unlocks place:office,shibuya', unlocks({ places: [placeId('179'), placeId('178')] })],
  ['unlocks person:jack', unlocks({ people: [JACK] })],
  ['unlocks person:34567', unlocks({ people: [JACK] })],
  ['unlocks person:"ebisu mami",jack', unlocks({ people: [personId('1'), JACK] })],
  ['unlocks not door:back', unlocks({ notDoors: [BACK] })],
  ['unlocks except door:back', unlocks({ notDoors: [BACK] })],
  ['unlocks not door:back person:jack', unlocks({ notDoors: [BACK], notPeople: [JACK] })],
  ['unlocks door:front not person:jack', unlocks({ doors: [FRONT], notPeople: [JACK] })],
  ['not door:back unlocks door:front', unlocks({ doors: [FRONT], notDoors: [BACK] })],
  ['unlocks place:office not door:back', unlocks({ places: [placeId('179')], notDoors: [BACK] })],

  ['unlocks hours:22:00-07:00', unlocks({ hours: night })],
  ['unlocks hours:22-7', unlocks({ hours: night })],
  ['unlocks hours:10pm-7am', unlocks({ hours: night })],
  ['unlocks hours:２２：００～０７：００', unlocks({ hours: night })],
  ['unlocks hours:22:00〜7:00', unlocks({ hours: night })],
  ['unlocks hours:22:00–07:00', unlocks({ hours: night })],
  ['unlocks hours:22時-7時', unlocks({ hours: night })],
  ['unlocks hours:22시~7시', unlocks({ hours: night })],
  ['unlocks 22:00-07:00', unlocks({ hours: night })],
  ['unlocks hours:9時30分-18時', unlocks({ hours: { from: 570, to: 1_080 } })],
  ['unlocks hours:18:00-00:00', unlocks({ hours: { from: 1_080, to: 1_440 } })],
  ['unlocks hours:18:00-24:00', unlocks({ hours: { from: 1_080, to: 1_440 } })],
  ['unlocks hours:12am-6am', unlocks({ hours: { from: 0, to: 360 } })],
  ['unlocks hours:00:00-24:00', unlocks()],
  ['unlocks outside:09:00-18:00', unlocks({ hours: { from: 540, to: 1_080, outside: true } })],
  ['unlocks outside:9-18 days:mon-fri', unlocks({ hours: { from: 540, to: 1_080, days: workdays, outside: true } })],
  ['unlocks hours:22-7 days:mon-fri', unlocks({ hours: { ...night, days: workdays } })],
  ['unlocks days:weekdays hours:22-7', unlocks({ hours: { ...night, days: workdays } })],
  ['unlocks hours:22-7 days:月-金', unlocks({ hours: { ...night, days: workdays } })],
  ['unlocks hours:22-7 月〜金', unlocks({ hours: { ...night, days: workdays } })],
  ['unlocks hours:22-7 월-금', unlocks({ hours: { ...night, days: workdays } })],
  ['unlocks hours:22-7 days:평일', unlocks({ hours: { ...night, days: workdays } })],
  ['unlocks days:sat,sun', unlocks({ hours: { from: 0, to: 1_440, days: [6, 7] } })],
  ['unlocks weekends', unlocks({ hours: { from: 0, to: 1_440, days: [6, 7] } })],
  ['unlocks 土日', unlocks({ hours: { from: 0, to: 1_440, days: [6, 7] } })],
  ['unlocks 토일', unlocks({ hours: { from: 0, to: 1_440, days: [6, 7] } })],
  ['unlocks days:fri-mon', unlocks({ hours: { from: 0, to: 1_440, days: [1, 5, 6, 7] } })],
  ['unlocks days:mon-sun', unlocks()],

  ['failures after:3', { topics: ['failures'], after: 3 }],
  ['failures after:３', { topics: ['failures'], after: 3 }],
  ['failures after:3回', { topics: ['failures'], after: 3 }],
  ['after:1', { topics: USUAL_TOPICS, after: 1 }],
  ['unlocks names:initials', unlocks({ names: 'initials' })],
  ['unlocks names:NONE', unlocks({ names: 'none' })],
  ['unlocks names:full', unlocks()],
  ['unlocks names:イニシャル', unlocks({ names: 'initials' })],
  ['unlocks notify:me', unlocks({ notify: ['U0ASKER'] })],
  ['unlocks notify:<@U123|anna>', unlocks({ notify: ['U123'] })],
  ['unlocks notify:U012ABCDEF', unlocks({ notify: ['U012ABCDEF'] })],
  ['unlocks notify:<!subteam^S123|@guards>', unlocks({ notify: ['S123'] })],
  ['unlocks notify:me,U012ABCDEF', unlocks({ notify: ['U0ASKER', 'U012ABCDEF'] })],
  ['unlocks notify:me notify:me', unlocks({ notify: ['U0ASKER'] })],
];

const NOT_UNDERSTOOD: readonly (readonly [text: string, kind: string, word: string, instead?: string])[] = [
  ['unlok', 'unknown-word', 'unlok', 'unlock'],
  ['failurse', 'unknown-word', 'failurse', 'failures'],
  ['unlocks door:Front door', 'unknown-word', 'door', 'unlocks door:"Front door"'],
  ['unlocks back', 'unknown-word', 'back', 'unlocks door:back'],
  ['unlocks office', 'unknown-word', 'office', 'unlocks place:179'],
  ['unlocks hous:22-7', 'unknown-word', 'hous:22-7', 'unlocks hours:22-7'],
  ['unlocks gibberish', 'unknown-word', 'gibberish'],
  ['unlocks 7', 'unknown-word', '7'],
  ['unlocks door:Bck', 'no-such-door', 'Bck'],
  ['unlocks door:frontdor', 'no-such-door', 'frontdor', 'unlocks door:"Front door"'],
  ['unlocks door:190', 'several-doors', '190'],
  ['unlocks door:door', 'several-doors', 'door'],
  ['unlocks door:', 'nothing-after', 'door:'],
  ['unlocks place:osaka', 'no-such-place', 'osaka'],
  ['unlocks place:store', 'several-places', 'store'],
  ['unlocks person:nobody', 'no-such-person', 'nobody'],
  ['unlocks person:ebisu', 'several-people', 'ebisu'],
  ['unlocks hours:late', 'not-hours', 'hours:late'],
  ['unlocks hours:25-7', 'not-hours', 'hours:25-7'],
  ['unlocks hours:22:60-7', 'not-hours', 'hours:22:60-7'],
  ['unlocks hours:9-9', 'not-hours', 'hours:9-9'],
  ['unlocks hours:13pm-5pm', 'not-hours', 'hours:13pm-5pm'],
  ['unlocks outside:0-24', 'never', 'outside:0-24'],
  ['unlocks days:someday', 'not-days', 'someday'],
  ['unlocks days:mon-', 'not-days', 'mon-'],
  ['failures after:0', 'not-a-number', 'after:0'],
  ['failures after:100', 'not-a-number', 'after:100'],
  ['failures after:many', 'not-a-number', 'after:many'],
  ['unlocks after:3', 'after-without-failures', 'after:3'],
  ['unlocks names:some', 'not-names', 'names:some'],
  ['unlocks notify:@anna', 'not-notify', '@anna'],
  ['unlocks notify:WENDY', 'not-notify', 'WENDY'],
  ['unlocks hours:22-7 outside:9-18', 'given-twice', 'outside:9-18'],
  ['unlocks 22:00-07:00 hours:22-7', 'given-twice', 'hours:22-7'],
  ['failures after:3 after:4', 'given-twice', 'after:4'],
  ['unlocks names:full names:none', 'given-twice', 'names:none'],
  ['unlocks not', 'not-what', 'not'],
  ['unlocks not place:office', 'not-what', 'not'],
  ['unlocks not hours:22-7', 'not-what', 'not'],
  ['unlocks door:front not door:front', 'both-ways', 'front'],
  ['blind door:front', 'blind-is-everywhere', 'door:front'],
  ['blind 22:00-07:00', 'blind-is-everywhere', '22:00-07:00'],
];

describe('what is typed after /clue subscribe', () => {
  for (const [text, understood] of UNDERSTOOD) {
    it(`understands ${text}`, () => assert.deepEqual(wish(text), understood));
  }
  for (const [text, kind, word, instead] of NOT_UNDERSTOOD) {
    it(`points at the word in ${text}`, () => {
      const answer = unclear(text);
      assert.deepEqual([answer.unclear.kind, answer.unclear.word], [kind, word]);
      assert.equal(answer.instead, instead);
    });
  }

  it('is understood as it was perhaps meant', () => {
    for (const [, , , instead] of NOT_UNDERSTOOD) if (instead !== undefined) assert.ok(reading(instead).ok, instead);
  });

  it('names every door and every person in a way that it understands', () => {
    for (const place of PLACES) {
      for (const { id } of place.doors) {
        assert.deepEqual(wish(`unlocks door:${place.id}/${id}`).doors, [{ place: place.id, door: id }]);
      }
      for (const { id } of place.people) assert.deepEqual(wish(`unlocks person:${id}`).people, [id]);
    }
  });

  it('breaks on nothing, and takes no word in silence', () => {
    const words = [
      'unlocks',
      'door:',
      'door:front',
      'not',
      '"',
      '「',
      'hours:22-7',
      'days:mon',
      'place:',
      ',',
      '、',
      'after:3',
    ];
    const word = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 10 }));
    fc.assert(fc.property(fc.array(word, { maxLength: 7 }), (typed) => void reading(typed.join(' '))));
    fc.assert(
      fc.property(fc.stringMatching(/^[q-z]{7,12}$/), (nonsense) => {
        assert.equal(unclear(`unlocks ${nonsense} door:front`).unclear.word, nonsense);
      }),
    );
  });
});

describe('kinds of news', () => {
  it('go by their label and by every other name in each language, and no name means two', () => {
    for (const language of LANGUAGES) {
      const { topics } = catalogueOf(language).subscriptions;
      for (const topic of TOPICS) {
        for (const name of [topic, topics[topic].label, ...topics[topic].also]) {
          assert.deepEqual(kindsNamed(name), [topic], `${language}: ${name}`);
        }
      }
    }
  });
});
