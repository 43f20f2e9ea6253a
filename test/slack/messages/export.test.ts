import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventId, personId } from '../../../src/door/ids.ts';
import { csvOf, type ExportRow, harmless, jsonlOf } from '../../../src/slack/messages/export.ts';
import { at } from '../../support/rows.ts';
import { HOSTILE_NAMES, TOKYO } from './given.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
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
/** Cells of a file's lines, read as RFC 4180 has it. */
const cellsOf = (text: string): readonly string[] =>
  [...text.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'));

test('a cell that would be run as a formula is a text', () => {
  for (const begin of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '−']) {
    for (const before of ['', ' ', '\t', '\r', '\n', '\u3000', '\u200b', '\ufeff', ' \t ']) {
      const cell = `${before}${begin}HYPERLINK("https://evil.example")`;
      assert.equal(harmless(cell), `'${cell}`, JSON.stringify(cell));
    }
  }
  for (const cell of ['EBISU', '恵比寿 太郎', 'a=b', '12907819', '2026-11-20 18:00:00', '']) {
    assert.equal(harmless(cell), cell);
  }
});

test('the file is UTF-8 with a byte order mark, and any name stays in its own cell', () => {
  const names = [...HOSTILE_NAMES, 'a "quoted", name', '=1+1'];
  const bytes = csvOf(names.map(rowOf), TOKYO);
  assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
  const cells = cellsOf(textOf(bytes));
  const header = cells.indexOf('row_id') + 1;
  assert.equal(cells.length, header * (names.length + 1));
  const people = names.map((_, index) => cells[header * (index + 1) + cells.indexOf('person')]);
  assert.deepEqual(people, names.map(harmless));
  assert.ok(cells.includes('2026-11-20 18:00:00') && cells.includes('2026-11-20T09:00:00.000Z'));
});

test('JSON lines are one object a row, as it is', () => {
  const lines = textOf(jsonlOf(HOSTILE_NAMES.map(rowOf), TOKYO))
    .trimEnd()
    .split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).person),
    HOSTILE_NAMES,
  );
});
