import type { DoorEvent, Person } from '../../door/event.ts';
import type { Instant } from '../../door/ids.ts';
import type { Passage } from '../../door/passage.ts';
import type { Named } from './names.ts';
import { readable } from './time.ts';

/** A row of the log as it is taken away in a file. */
export type ExportRow = Pick<DoorEvent, 'id' | 'at' | 'code' | 'kind' | 'device'> & {
  readonly place: Named;
  readonly door: Named;
  readonly person?: Person;
  /** What the passage came to that the row is of. */
  readonly result?: Passage['kind'];
};

/** The columns, in every language the same: a file is read by programs, too. */
const COLUMNS = [
  'time',
  'time_utc',
  'place',
  'place_id',
  'door',
  'door_id',
  'device_id',
  'event',
  'code',
  'result',
  'person',
  'person_id',
  'row_id',
] as const;
type Column = (typeof COLUMNS)[number];

/** Excel takes a file for UTF-8 by this mark alone. */
const BYTE_ORDER_MARK = '\ufeff';

/** Rows as a file for a spreadsheet: UTF-8 with a byte order mark, RFC 4180, and no cell that would be run as a formula. */
export function csvOf(rows: readonly ExportRow[], timeZone: string): Uint8Array {
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => valuesOf(row, timeZone)[column] ?? ''))];
  return bytesOf(`${BYTE_ORDER_MARK}${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`);
}

/** Rows as JSON, one object a line; what a row lacks is left out. */
export function jsonlOf(rows: readonly ExportRow[], timeZone: string): Uint8Array {
  return bytesOf(rows.map((row) => `${JSON.stringify(valuesOf(row, timeZone))}\n`).join(''));
}

/**
 * A text that a spreadsheet shows and never runs. What begins with = + - or @, also full-width and after spaces, tabs or
 * characters that nobody sees, gets an apostrophe before it, which marks a text.
 */
export function harmless(text: string): string {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-−@]/u.test(text.normalize('NFKC')) || /^[\t\r]/.test(text) ? `'${text}` : text;
}

const csvCell = (text: string): string => `"${harmless(text.toWellFormed()).replaceAll('"', '""')}"`;

function valuesOf(row: ExportRow, timeZone: string): Partial<Record<Column, string>> {
  const { id, at, code, kind, device, place, door, person, result } = row;
  return {
    time: withZone(at, timeZone),
    time_utc: new Date(at).toISOString(),
    ...(place.name !== undefined && { place: place.name }),
    ...(place.id !== undefined && { place_id: place.id }),
    ...(door.name !== undefined && { door: door.name }),
    ...(door.id !== undefined && { door_id: door.id }),
    ...(device !== undefined && { device_id: device }),
    event: kind,
    code,
    ...(result !== undefined && { result }),
    ...(person?.name !== undefined && { person: person.name }),
    ...(person?.id !== undefined && { person_id: person.id }),
    row_id: id,
  };
}

/** `2026-11-20 18:00:05`, by the doors' clock: spreadsheets take it for a time. */
const withZone = (at: Instant, timeZone: string): string => readable(at, timeZone).slice(0, 19);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
