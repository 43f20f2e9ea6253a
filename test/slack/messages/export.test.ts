import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventId, personId } from '../../../src/door/ids.ts';
import { EXPORT_COLUMNS, type ExportRow, exportTable, jsonlOf } from '../../../src/slack/messages/export.ts';
import { at } from '../../support/rows.ts';
import { HOSTILE_NAMES, TOKYO } from './given.ts';

const rowOf = (name: string): ExportRow => ({
  id: eventId('1'),
  at: at('09:00:00'),
  code: 'DEV_FACE_AUTH_SUCCESS',
  kind: 'authenticated',
  place: { id: '178', name },
  door: { id: '181', name },
  person: { id: personId(name), name },
  result: 'let-in',
});
test('the file has a column for each thing a row says, and any name stays in its own cell', () => {
  const rows = exportTable(HOSTILE_NAMES.map(rowOf), TOKYO);
  const column = (name: (typeof EXPORT_COLUMNS)[number]) => rows.map((cells) => cells[EXPORT_COLUMNS.indexOf(name)]);
  assert.deepEqual(column('person'), HOSTILE_NAMES);
  assert.equal(column('time')[0], '2026-11-20 18:00:00');
  assert.equal(column('time_utc')[0], '2026-11-20T09:00:00.000Z');
  assert.ok(rows.every(({ length }) => length === EXPORT_COLUMNS.length));
});

test('JSON lines are one object a row, as it is', () => {
  const lines = jsonlOf(HOSTILE_NAMES.map(rowOf), TOKYO).trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).person),
    HOSTILE_NAMES,
  );
});
