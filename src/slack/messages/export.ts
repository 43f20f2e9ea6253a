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
export const EXPORT_COLUMNS = [
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
type Column = (typeof EXPORT_COLUMNS)[number];

/** Rows as the cells of a table, in the order of the columns. */
export const exportTable = (rows: readonly ExportRow[], timeZone: string): readonly (readonly string[])[] =>
  rows.map((row) => {
    const values = valuesOf(row, timeZone);
    return EXPORT_COLUMNS.map((column) => values[column] ?? '');
  });

/** Rows as JSON, one object a line; what a row lacks is left out. */
export const jsonlOf = (rows: readonly ExportRow[], timeZone: string): string =>
  rows.map((row) => `${JSON.stringify(valuesOf(row, timeZone))}\n`).join('');

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
