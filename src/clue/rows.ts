import { z } from 'zod';
import { type DoorEvent, kindOfCode, type Person } from '../door/event.ts';
import { deviceId, doorId, eventId, instant, type PlaceId, personId } from '../door/ids.ts';
import { optionalCount, optionalText } from './wire.ts';

/** A row that could not be read, by its position on the page and the fields that were missing or of a strange shape. */
export type BadRow = { readonly index: number; readonly missing: readonly (typeof MUST_HAVE)[number][] };

export type Rows = { readonly events: readonly DoorEvent[]; readonly bad: readonly BadRow[] };

const MUST_HAVE = ['id', 'eventAt', 'eventType'] as const;
/** The last moment that a Date can hold. */
const LATEST_DATE_MS = 8.64e15;

/** CLUe writes the name as `userName`; its guide's table says `useName`. Newer services write `id` for `logId`. */
const Row = z.object({
  logId: optionalText,
  id: optionalText,
  eventAt: optionalText,
  eventType: optionalText,
  deviceId: optionalText,
  doorId: optionalText,
  doorName: optionalText,
  userId: optionalText,
  userName: optionalText,
  useName: optionalText,
  localLogId: optionalCount,
});

/** Reads a page's rows. A row without an id, a time or a type is left out and listed; its neighbours are kept. */
export function readRows(rows: readonly unknown[], place: PlaceId): Rows {
  const events: DoorEvent[] = [];
  const bad: BadRow[] = [];
  for (const [index, row] of rows.entries()) {
    const parsed = Row.safeParse(row);
    const fields = parsed.success ? parsed.data : undefined;
    const id = fields?.logId ?? fields?.id;
    const at = timeIn(fields?.eventAt);
    const code = fields?.eventType;
    if (fields === undefined || id === undefined || at === undefined || code === undefined) {
      const found = { id, eventAt: at, eventType: code };
      bad.push({ index, missing: MUST_HAVE.filter((name) => found[name] === undefined) });
      continue;
    }
    const person = personIn(fields.userId, fields.userName ?? fields.useName);
    events.push({
      kind: kindOfCode(code),
      id: eventId(id),
      place,
      at: instant(at),
      code,
      ...(fields.doorId !== undefined && { door: doorId(fields.doorId) }),
      ...(fields.doorName !== undefined && { doorName: fields.doorName }),
      ...(fields.deviceId !== undefined && { device: deviceId(fields.deviceId) }),
      ...(fields.localLogId !== undefined && { localLogId: fields.localLogId }),
      ...(person !== undefined && { person }),
    });
  }
  return { events, bad };
}

function timeIn(value: string | undefined): number | undefined {
  const ms = value === undefined ? Number.NaN : Number(value);
  return Number.isFinite(ms) && ms >= 0 && ms <= LATEST_DATE_MS ? Math.trunc(ms) : undefined;
}

function personIn(id: string | undefined, name: string | undefined): Person | undefined {
  if (id === undefined && name === undefined) return undefined;
  return { ...(id !== undefined && { id: personId(id) }), ...(name !== undefined && { name }) };
}
