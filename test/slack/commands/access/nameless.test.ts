import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after } from '../../../../src/door/ids.ts';
import { passagesOf } from '../../../../src/door/passage.ts';
import { namelessRow } from '../../../../src/slack/commands/access/nameless.ts';
import { at, authenticated, EBISU, JACK, refusedByThirdParty, relayOn } from '../../../support/rows.ts';

test('whoever sees no names sees the same passages, and a verdict strikes whom it is about', () => {
  const start = at('09:00:00');
  const rows = [
    authenticated(EBISU, start),
    authenticated(JACK, after(start, 1_000)),
    refusedByThirdParty(EBISU, after(start, 2_000)),
    relayOn(after(start, 3_000)),
  ];
  const read = (events: typeof rows) =>
    passagesOf(events, after(start, 60_000)).map(({ kind, at: when }) => `${kind} ${when - start}`);
  const aliases = new Map<string, string>();
  const nameless = rows.map((row) => namelessRow(row, undefined, aliases));
  assert.deepEqual(read(nameless), read(rows));
  assert.deepEqual(read(rows.map((row) => namelessRow(row, JACK.id, new Map()))), read(rows));
  assert.doesNotMatch(JSON.stringify(nameless), /EBISU|Jack|12345678/);
});
