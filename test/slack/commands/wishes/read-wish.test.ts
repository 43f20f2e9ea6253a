import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LANGUAGES } from '../../../../src/incident/language.ts';
import { TOPICS } from '../../../../src/incident/topic.ts';
import type { Wish } from '../../../../src/slack/commands/wishes/read-wish.ts';
import { catalogueOf } from '../../../../src/slack/messages/words/catalogue.ts';
import { BACK, EBISU, FRONT, kinds, MEYER, meant, OFFICE, SHIBUYA, SHOMEN, usual, YARD } from './reading.ts';

const NIGHT = { from: 1_320, to: 420 };
const OFFICE_HOURS = { from: 540, to: 1_080 };
const WEEKDAYS = [1, 2, 3, 4, 5] as const;

const understood: readonly (readonly [string, Wish])[] = [
  // Kinds, by name, in three languages.
  ['', usual({})],
  ['usual', usual({})],
  ['failures', kinds('failures')],
  ['Failures', kinds('failures')],
  ['ｆａｉｌｕｒｅｓ', kinds('failures')],
  ['failures unlocks', kinds('failures', 'unlocks')],
  ['unlocks,failures', kinds('failures', 'unlocks')],
  ['unlocks, failures', kinds('failures', 'unlocks')],
  ['失敗、解錠', kinds('failures', 'unlocks')],
  ['failures failures', kinds('failures')],
  ['let-in-after-failures', kinds('let-in-after-failures')],
  ['let in after failures', kinds('let-in-after-failures')],
  ['"let in"', kinds('let-in-after-failures')],
  ['who was let in after failures', kinds('let-in-after-failures')],
  ['failures let in', kinds('failures', 'let-in-after-failures')],
  ['failures at several doors', kinds('walk-around')],
  ['third party', kinds('refused-by-third-party')],
  ['Authenticated, and not unlocked', kinds('not-unlocked')],
  ['every unlock', kinds('unlocks')],
  ['the day’s first entry', kinds('first-in')],
  ["the day's last entry", kinds('last-entry')],
  ['entries first', kinds('entries', 'first-in')],
  ['exit button', kinds('unexplained')],
  ['left_unlocked', kinds('left-unlocked')],
  ['everything', kinds(...TOPICS)],
  ['認証失敗', kinds('failures')],
  ['すべて', kinds(...TOPICS)],
  ['認証失敗後の入室 解錠', kinds('let-in-after-failures', 'unlocks')],
  ['施錠忘れ', kinds('left-unlocked')],
  ['인증 실패', kinds('failures')],
  ['인증 실패 후 출입', kinds('let-in-after-failures')],
  ['잠금 해제 안 됨', kinds('not-unlocked')],
  ['잠금 해제 출입', kinds('unlocks', 'entries')],
  ['blind', kinds('blind')],
  ['failures blind door:181', { topics: ['failures', 'blind'], doors: [FRONT] }],
  // Doors, places and people.
  ['door:181', usual({ doors: [FRONT] })],
  ['door:１８１', usual({ doors: [FRONT] })],
  ['door: 181', usual({ doors: [FRONT] })],
  ['DOOR:front', usual({ doors: [FRONT] })],
  ['door:"Front door"', usual({ doors: [FRONT] })],
  ['door:「Front door」', usual({ doors: [FRONT] })],
  ['door:178/181', usual({ doors: [FRONT] })],
  ['door:正面', usual({ doors: [SHOMEN] })],
  ['door:181,190', usual({ doors: [FRONT, SHOMEN] })],
  ['door:"Front door", "Back yard"', usual({ doors: [FRONT, YARD] })],
  ['door:181 door:190 door:181', usual({ doors: [FRONT, SHOMEN] })],
  ['door:Back place:178', usual({ doors: [BACK] })],
  ['place:大阪 door:Back', usual({ doors: [YARD] })],
  ['place:178', usual({ places: [SHIBUYA.id] })],
  ['place:shibuya,179', usual({ places: [SHIBUYA.id, OFFICE.id] })],
  ['place:"Shibuya store" unlocks', { topics: ['unlocks'], places: [SHIBUYA.id] }],
  ['not door:Front', usual({ notDoors: [FRONT] })],
  ['except door:181,182', usual({ notDoors: [FRONT, BACK] })],
  ['除く door:正面', usual({ notDoors: [SHOMEN] })],
  ['제외 door:正面', usual({ notDoors: [SHOMEN] })],
  ['place:178 not door:Back', usual({ places: [SHIBUYA.id], notDoors: [BACK] })],
  ['not door:Back place:178', usual({ places: [SHIBUYA.id], notDoors: [BACK] })],
  ['not door:Front person:EBISU', usual({ notDoors: [FRONT], people: [EBISU] })],
  ['not door:Front not door:182', usual({ notDoors: [FRONT, BACK] })],
  ['not door:Front door:正面', usual({ doors: [SHOMEN], notDoors: [FRONT] })],
  ['person:1', usual({ people: [EBISU] })],
  ['person:ebisu', usual({ people: [EBISU] })],
  ['person:"Anna M"', usual({ people: [MEYER] })],
  ['person:1,2', usual({ people: [EBISU, MEYER] })],
  ['without person:EBISU', usual({ notPeople: [EBISU] })],
  // Hours and days.
  ['hours:22:00-07:00', usual({ hours: NIGHT })],
  ['hours:22-7', usual({ hours: NIGHT })],
  ['22:00-07:00', usual({ hours: NIGHT })],
  ['22:00–07:00', usual({ hours: NIGHT })],
  ['２２：００〜０７：００', usual({ hours: NIGHT })],
  ['hours:10pm-7am', usual({ hours: NIGHT })],
  ['22時〜7時', usual({ hours: NIGHT })],
  ['22시~7시', usual({ hours: NIGHT })],
  ['hours:22時30分-7時', usual({ hours: { from: 1_350, to: 420 } })],
  ['hours:22:00-24:00', usual({ hours: { from: 1_320, to: 1_440 } })],
  ['hours:22:00-00:00', usual({ hours: { from: 1_320, to: 1_440 } })],
  ['hours:0-24', usual({})],
  ['hours:12am-6am', usual({ hours: { from: 0, to: 360 } })],
  ['outside:09:00-18:00', usual({ hours: { ...OFFICE_HOURS, outside: true } })],
  ['outside:9-18 days:mon-fri', usual({ hours: { ...OFFICE_HOURS, days: WEEKDAYS, outside: true } })],
  ['days:mon-fri', usual({ hours: { from: 0, to: 1_440, days: WEEKDAYS } })],
  ['weekdays', usual({ hours: { from: 0, to: 1_440, days: WEEKDAYS } })],
  ['月-金 22時-7時', usual({ hours: { ...NIGHT, days: WEEKDAYS } })],
  ['월~금 22시~7시', usual({ hours: { ...NIGHT, days: WEEKDAYS } })],
  ['days:sat,sun', usual({ hours: { from: 0, to: 1_440, days: [6, 7] } })],
  ['days:sat, sun', usual({ hours: { from: 0, to: 1_440, days: [6, 7] } })],
  ['土日', usual({ hours: { from: 0, to: 1_440, days: [6, 7] } })],
  ['土・日曜', usual({ hours: { from: 0, to: 1_440, days: [6, 7] } })],
  ['토·일', usual({ hours: { from: 0, to: 1_440, days: [6, 7] } })],
  ['weekends', usual({ hours: { from: 0, to: 1_440, days: [6, 7] } })],
  ['days:fri-mon', usual({ hours: { from: 0, to: 1_440, days: [1, 5, 6, 7] } })],
  ['days:mon,wed-fri', usual({ hours: { from: 0, to: 1_440, days: [1, 3, 4, 5] } })],
  ['days:月曜日〜金曜日', usual({ hours: { from: 0, to: 1_440, days: WEEKDAYS } })],
  ['days:mon-sun', usual({})],
  ['毎日', usual({})],
  // How it is told.
  ['failures after:1', { topics: ['failures'], after: 1 }],
  ['失敗 after:３回', { topics: ['failures'], after: 3 }],
  ['after:10', usual({ after: 10 })],
  ['names:initials', usual({ names: 'initials' })],
  ['names:なし', usual({ names: 'none' })],
  ['names:이니셜', usual({ names: 'initials' })],
  ['names:full', usual({})],
  ['notify:me', usual({ notify: ['U0ASKER'] })],
  ['notify:私', usual({ notify: ['U0ASKER'] })],
  ['notify:<@U0HANA|hana>', usual({ notify: ['U0HANA'] })],
  ['notify:<!subteam^S0NIGHT|@night>', usual({ notify: ['S0NIGHT'] })],
  ['notify:U012ABC,me notify:W0OTHER1', usual({ notify: ['U012ABC', 'U0ASKER', 'W0OTHER1'] })],
  [
    'hours:22:00-07:00 names:none unlocks days:fri-sat not person:1 notify:me door:Front failures after:2',
    {
      topics: ['failures', 'unlocks'],
      doors: [FRONT],
      notPeople: [EBISU],
      hours: { ...NIGHT, days: [5, 6] },
      after: 2,
      names: 'none',
      notify: ['U0ASKER'],
    },
  ],
];

describe('a wish', () => {
  for (const [text, wish] of understood) it(`is read from “${text}”`, () => assert.deepEqual(meant(text), wish));

  it('is read in every order of its words', () => {
    const parts = ['failures', 'door:Front', 'not person:1', 'hours:22-7', 'sat', 'after:2', 'place:178'];
    const expected = meant(parts.join(' '));
    assert.ok(typeof expected !== 'string');
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (some) =>
        assert.deepEqual(meant(some.join(' ')), expected),
      ),
    );
  });

  it('takes every name that the bot itself gives a kind', () => {
    for (const language of LANGUAGES) {
      for (const topic of TOPICS) {
        const { label, phrase, also } = catalogueOf(language).subscriptions.topics[topic];
        for (const name of [topic, label, phrase, ...also]) assert.deepEqual(meant(name), kinds(topic), name);
      }
    }
  });
});
