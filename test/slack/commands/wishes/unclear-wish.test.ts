import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meant, read } from './reading.ts';

const unclear: readonly (readonly [string, string])[] = [
  ['nonsense', 'unknown-word: nonsense'],
  ['failures nonsense', 'unknown-word: nonsense'],
  ['failures, nonsense', 'unknown-word: nonsense'],
  ['failures,door:Front', 'unknown-word: door:Front'],
  ['failures at', 'unknown-word: at'],
  ['Front', 'unknown-word: Front'],
  [',', 'unknown-word: ,'],
  ['22:00', 'unknown-word: 22:00'],
  ['7', 'unknown-word: 7'],
  ['22:00 - 07:00', 'unknown-word: 22:00'],
  ['constructor', 'unknown-word: constructor'],
  ['door:Nowhere', 'no-such-door: Nowhere'],
  ['door:181,Nowhere', 'no-such-door: Nowhere'],
  ['door:Front door', 'unknown-word: door'],
  ['door:Back', 'several-doors: Back'],
  ['door:190 place:178', 'no-such-door: 190'],
  ['door:', 'nothing-after: door:'],
  ['door:""', 'nothing-after: door:""'],
  ['failures place:', 'nothing-after: place:'],
  ['place:Kyoto', 'no-such-place: Kyoto'],
  ['place:17', 'no-such-place: 17'],
  ['person:Anna', 'several-people: Anna'],
  ['person:Bob', 'no-such-person: Bob'],
  ['not', 'not-what: not'],
  ['not failures', 'not-what: not'],
  ['not place:178', 'not-what: not'],
  ['not not door:181', 'not-what: not'],
  ['door:Front not door:181', 'both-ways: 181'],
  ['not door:Front door:181', 'both-ways: 181'],
  ['person:EBISU not person:1', 'both-ways: 1'],
  ['hours:22:00', 'not-hours: hours:22:00'],
  ['hours:22:00-22:00', 'not-hours: hours:22:00-22:00'],
  ['hours:25-7', 'not-hours: hours:25-7'],
  ['hours:22:60-7', 'not-hours: hours:22:60-7'],
  ['hours:13pm-7am', 'not-hours: hours:13pm-7am'],
  ['hours:night', 'not-hours: hours:night'],
  ['hours:22-7 hours:9-18', 'given-twice: hours:9-18'],
  ['hours:22-7 outside:9-18', 'given-twice: outside:9-18'],
  ['hours:22-7,9-18', 'given-twice: hours:22-7,9-18'],
  ['22-7 hours:9-18', 'given-twice: hours:9-18'],
  ['hours:22-7 9-18', 'given-twice: 9-18'],
  ['22-7 9-18', 'given-twice: 9-18'],
  ['outside:0-24', 'never: outside:0-24'],
  ['outside:0-24 days:mon-sun', 'never: outside:0-24'],
  ['days:someday', 'not-days: someday'],
  ['days:mon,someday', 'not-days: someday'],
  ['days:mon days:tue', 'given-twice: days:tue'],
  ['days:1-5', 'not-days: 1-5'],
  ['after:0', 'not-a-number: after:0'],
  ['after:100', 'not-a-number: after:100'],
  ['after:-1', 'not-a-number: after:-1'],
  ['after:1.5', 'not-a-number: after:1.5'],
  ['after:many', 'not-a-number: after:many'],
  ['after:1 after:2', 'given-twice: after:2'],
  ['unlocks after:3', 'after-without-failures: after:3'],
  ['names:some', 'not-names: names:some'],
  ['names:constructor', 'not-names: names:constructor'],
  ['names:__proto__', 'not-names: names:__proto__'],
  ['names:full names:none', 'given-twice: names:none'],
  ['notify:@anna', 'not-notify: @anna'],
  ['notify:me,anna', 'not-notify: anna'],
  ['notify:', 'nothing-after: notify:'],
  ['blind door:181', 'blind-is-everywhere: door:181'],
  ['hours:22-7 blind', 'blind-is-everywhere: hours:22-7'],
  ['22-7 blind', 'blind-is-everywhere: 22-7'],
  ['blind mon-fri', 'blind-is-everywhere: mon-fri'],
  ['blind names:none not person:1', 'blind-is-everywhere: person:1'],
];

describe('a wish', () => {
  for (const [text, word] of unclear) it(`is unclear in “${text}”`, () => assert.equal(meant(text), word));
});

describe('a slip of the finger', () => {
  const instead = (text: string): string | undefined => {
    const reading = read(text);
    return reading.ok ? undefined : reading.instead?.join(' ');
  };
  it('is put right in the whole command', () => {
    assert.equal(instead('failurs door:181'), 'failures door:181');
    assert.equal(instead('unlocks dor:Front'), 'unlocks door:Front');
    assert.equal(instead('unlocks Front hours:22-7'), 'unlocks door:Front hours:22-7');
    assert.equal(instead('door:Front door'), 'door:"Front door"');
    assert.equal(instead('door:"Frnt door" unlocks'), 'door:"Front door" unlocks');
    assert.equal(instead('person:EBIS2U'), 'person:EBISU');
    assert.equal(instead('xyzzy'), undefined);
  });
});
