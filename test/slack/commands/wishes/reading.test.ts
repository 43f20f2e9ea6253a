import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { personId, placeId } from '../../../../src/door/ids.ts';
import { LANGUAGES } from '../../../../src/incident/language.ts';
import { TOPICS, USUAL_TOPICS } from '../../../../src/incident/topic.ts';
import type { Wish } from '../../../../src/incident/wish.ts';
import { kindsNamed } from '../../../../src/slack/commands/wishes/kinds.ts';
import { catalogueOf } from '../../../../src/slack/messages/words/catalogue.ts';
import { BACK, FRONT, JACK, meant, PLACES, SIDE, wish } from './given.ts';

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
  ['failures , unlocks', { topics: ['failures', 'unlocks'] }],
  ['，失敗，解錠，', { topics: ['failures', 'unlocks'] }],
  ['失敗・解錠', { topics: ['failures', 'unlocks'] }],
  ['실패,잠금 해제', { topics: ['failures', 'unlocks'] }],
  ['let in, unlocks', { topics: ['let-in-after-failures', 'unlocks'] }],
  ['"let in" "unlocks"', { topics: ['let-in-after-failures', 'unlocks'] }],
  ['who was let in after failures', { topics: ['let-in-after-failures'] }],
  ['let_in_after_failures', { topics: ['let-in-after-failures'] }],
  ['인증 실패 후 출입', { topics: ['let-in-after-failures'] }],

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
  ['unlocks hours:22時30分-7時', unlocks({ hours: { from: 1_350, to: 420 } })],
  ['unlocks 22時半〜7時', unlocks({ hours: { from: 1_350, to: 420 } })],
  ['unlocks 22時から7時まで', unlocks({ hours: night })],
  ['unlocks 22시부터7시까지', unlocks({ hours: night })],
  ['unlocks 22時ー7時', unlocks({ hours: night })],
  ['unlocks 午後10時〜午前7時', unlocks({ hours: night })],
  ['unlocks 오후10시~오전7시', unlocks({ hours: night })],
  ['unlocks hours:午後0時〜午後6時', unlocks({ hours: { from: 720, to: 1_080 } })],
  ['unlocks 毎日', unlocks()],
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
  ['unlocks 土・日曜', unlocks({ hours: { from: 0, to: 1_440, days: [6, 7] } })],
  ['unlocks 토·일', unlocks({ hours: { from: 0, to: 1_440, days: [6, 7] } })],
  ['unlocks days:mon、wed-fri', unlocks({ hours: { from: 0, to: 1_440, days: [1, 3, 4, 5] } })],
  ['unlocks days:月曜日から金曜日まで', unlocks({ hours: { from: 0, to: 1_440, days: workdays } })],
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
  ['unlocks ｎｏｔｉｆｙ：＜！ｓｕｂｔｅａｍ＾Ｓ１２３｜＠ｎｉｇｈｔ＞', unlocks({ notify: ['S123'] })],
  ['unlocks notify:<@U0ANNA|Anna Berg>,<!subteam^S123|@night, day>', unlocks({ notify: ['U0ANNA', 'S123'] })],
  ['unlocks notify:S012ABCDEF', unlocks({ notify: ['S012ABCDEF'] })],
  ['unlocks notify:私', unlocks({ notify: ['U0ASKER'] })],
  ['unlocks notify:me,U012ABCDEF', unlocks({ notify: ['U0ASKER', 'U012ABCDEF'] })],
  ['unlocks notify:me notify:me', unlocks({ notify: ['U0ASKER'] })],
];

describe('what is typed after /clue subscribe', () => {
  for (const [text, understood] of UNDERSTOOD) {
    it(`understands ${text}`, () => assert.deepEqual(wish(text), understood));
  }

  it('is understood in every order of its words', () => {
    const parts = ['failures', 'door:front', 'not person:jack', 'hours:22-7', 'sat', 'after:2', 'notify:me'];
    const expected = wish(parts.join(' '));
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (some) =>
        // What stands right after `not door` or `not person` is left out with it.
        some[some.indexOf('not person:jack') + 1] === 'door:front'
          ? assert.deepEqual(wish(some.join(' ')).notDoors, [FRONT])
          : assert.deepEqual(wish(some.join(' ')), expected),
      ),
    );
  });

  it('names every door and every person in a way that it understands', () => {
    for (const place of PLACES) {
      for (const { id } of place.doors) {
        assert.deepEqual(wish(`unlocks door:${place.id}/${id}`).doors, [{ place: place.id, door: id }]);
      }
      for (const { id } of place.people) assert.deepEqual(wish(`unlocks person:${id}`).people, [id]);
    }
  });
});

describe('kinds of news', () => {
  it('go by their label and by every other name in each language, and no name means two', () => {
    for (const language of LANGUAGES) {
      const { topics } = catalogueOf(language).subscriptions;
      for (const topic of TOPICS) {
        const { label, phrase, also } = topics[topic];
        for (const name of [topic, label, phrase, ...also]) {
          assert.deepEqual(kindsNamed(name), [topic], `${language}: ${name}`);
          assert.deepEqual(wish(name), { topics: [topic] }, `${language}: ${name}`);
        }
      }
    }
  });

  it('are each their own where a comma stands between them, though a name be made of both', () => {
    for (const [one, other] of pairsWithinNames()) {
      const both = TOPICS.filter((topic) => [...(kindsNamed(one) ?? []), ...(kindsNamed(other) ?? [])].includes(topic));
      for (const text of [`${one},${other}`, `${one}, ${other}`, `${one} ,${other}`, `${one} 、 ${other}`]) {
        assert.deepEqual(wish(text), { topics: both }, text);
      }
    }
  });

  it('do not go on over a comma', () => {
    for (const text of ['let,in', 'let, in', 'let 、in']) assert.equal(meant(text), 'unknown-word: let', text);
    assert.equal(meant('인증,실패'), 'unknown-word: 인증');
  });
});

/** Names that can be typed beside each other: without the comma between them they may be a third. */
function pairsWithinNames(): readonly (readonly [string, string])[] {
  const names = LANGUAGES.flatMap((language) => {
    const { topics } = catalogueOf(language).subscriptions;
    return TOPICS.flatMap((topic) => [topic, topics[topic].label, ...topics[topic].also]);
  });
  return names.flatMap((one) => names.map((other) => [one, other] as const));
}
