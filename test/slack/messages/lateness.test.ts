import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after } from '../../../src/door/ids.ts';
import type { DoorFacts } from '../../../src/incident/door-facts.ts';
import { drawCard } from '../../../src/slack/messages/card.ts';
import { at } from '../../support/rows.ts';
import { GALLERY } from './gallery.ts';
import { aCard, anIncident, entry } from './given.ts';

const since = at('05:12:06');
const FACTS: readonly DoorFacts[] = [
  { kind: 'failures', count: 3, firstAt: since, lastAt: after(since, 9_000), entries: [] },
  { kind: 'unlocks', since, entries: [entry('EBISU', since)], withoutPerson: 0 },
];
const textOf = (name: string): string => GALLERY[name]?.text ?? '';

for (const facts of FACTS) {
  const drawn = (seenAfterMs: number, toldAfterMs: number): string => {
    const incident = anIncident(facts, { seenAfterMs });
    return drawCard(aCard(incident, { toldAt: after(incident.openedAt, toldAfterMs) })).text;
  };

  test(`a card of ${facts.kind} is late from one minute on, and says which delay it was`, () => {
    assert.doesNotMatch(drawn(60_000, 60_000), /🕰️/);
    assert.match(drawn(61_000, 60_000), / · 🕰️ reached the bot 1 min 1 s late$/);
    assert.match(drawn(60_000, 61_000), / · 🕰️ told 1 min 1 s late: Slack did not take it sooner$/);
    assert.match(drawn(7_200_000, 90_000), /reached the bot 2 h late · 🕰️ told 1 min 30 s late/);
  });
}

test('a reply and a message of many say how late they are themselves', () => {
  assert.match(textOf('let-in-late'), /reached the bot 6 min 41 s late · 🕰️ told 13 min 20 s late/);
  assert.doesNotMatch(textOf('let-in'), /late/);
  assert.match(textOf('rows-late'), /reached the bot up to 5 h 48 min late/);
  assert.match(textOf('while-slack-was-away'), /told up to 19 min 59 s late: Slack did not take it sooner/);
  assert.doesNotMatch(textOf('storm-goes-on'), /late/);
});
