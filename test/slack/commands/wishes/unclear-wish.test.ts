import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reading, unclear } from './given.ts';

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
  [',', 'unknown-word', ','],
  ['failures,door:Front', 'unknown-word', 'door:Front', 'failures door:Front'],
  ['failures at', 'unknown-word', 'at'],
  ['失敗と解錠', 'unknown-word', '失敗と解錠'],
  ['unlocks 出入口:正面入口', 'unknown-word', '出入口:正面入口'],
  ['unlocks 22:00 - 07:00', 'unknown-word', '22:00'],
  ['constructor', 'unknown-word', 'constructor'],
  ['unlocks door:back,frontdor', 'no-such-door', 'frontdor', 'unlocks door:back,"Front door"'],
  ['unlocks door:front,lobby', 'no-such-door', 'lobby'],
  ['unlocks door:195 place:office', 'no-such-door', '195'],
  ['unlocks door:""', 'nothing-after', 'door:""'],
  ['unlocks notify:', 'nothing-after', 'notify:'],
  ['unlocks hours:22:00', 'not-hours', 'hours:22:00'],
  ['unlocks hours:午後10時pm-7', 'not-hours', 'hours:午後10時pm-7'],
  ['unlocks hours:0am-7am', 'not-hours', 'hours:0am-7am'],
  ['unlocks hours:22-7,9-18', 'given-twice', 'hours:22-7,9-18'],
  ['unlocks hours:22-7 9-18', 'given-twice', '9-18'],
  ['unlocks 22-7 9-18', 'given-twice', '9-18'],
  ['unlocks outside:0-24 days:mon-sun', 'never', 'outside:0-24'],
  ['unlocks days:mon days:tue', 'given-twice', 'days:tue'],
  ['unlocks days:1-5', 'not-days', '1-5'],
  ['failures after:-1', 'not-a-number', 'after:-1'],
  ['failures after:1.5', 'not-a-number', 'after:1.5'],
  ['unlocks names:constructor', 'not-names', 'names:constructor'],
  ['unlocks names:__proto__', 'not-names', 'names:__proto__'],
  ['unlocks notify:me,anna', 'not-notify', 'anna'],
  ['unlocks notify:<!here>', 'not-notify', '<!here>'],
  ['unlocks notify:<@U0ANNA', 'not-notify', '<@U0ANNA'],
  ['unlocks not not door:back', 'not-what', 'not'],
  ['unlocks not door:back place:office', 'not-what', 'place:office'],
  ['unlocks not door:front unlocks door:front', 'both-ways', 'front'],
  ['unlocks person:jack not person:34567', 'both-ways', '34567'],
  ['blind mon-fri', 'blind-is-everywhere', 'mon-fri'],
  ['blind names:none not person:jack', 'blind-is-everywhere', 'person:jack'],
  ['22-7 blind', 'blind-is-everywhere', '22-7'],
];

describe('what is not understood after /clue subscribe', () => {
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
});
