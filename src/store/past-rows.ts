import { z } from 'zod';
import { type DoorEvent, kindOfCode } from '../door/event.ts';
import { deviceId, doorId, eventId, type Instant, instant, personId, placeId } from '../door/ids.ts';

/** Rows of a time that is over. */
export type PastRows = {
  readonly events: readonly DoorEvent[];
  readonly malformed: number;
  readonly total: number;
  readonly knownTo: string;
  readonly readAt: Instant;
};

/** Thousands of rows name the same few doors and people: each text is written once, and the rows point at it. */
const Written = z.object({
  place: z.string(),
  malformed: z.number(),
  total: z.number(),
  knownTo: z.string(),
  readAt: z.number(),
  texts: z.array(z.string()),
  people: z.array(z.tuple([z.string().nullable(), z.string().nullable()])),
  rows: z.array(z.unknown()),
});
type Written = z.infer<typeof Written>;

type Index = number | null;
/** Id, time, code, door, its name, device, the device's count, person. */
type Row = readonly [string, number, number, Index, Index, Index, Index, Index];

/** By hand: a schema takes ten times as long for thousands of rows, while everything else waits. */
const isRow = (row: unknown): row is Row =>
  Array.isArray(row) &&
  row.length === 8 &&
  typeof row[0] === 'string' &&
  row.slice(1).every((one, at) => typeof one === 'number' || (at > 1 && one === null));

/** Rows of one place as they are stored. What a row means is read from its code again. */
export function writePastRows({ events, malformed, total, knownTo, readAt }: PastRows): string {
  const texts = new Map<string, number>();
  const people = new Map<string, number>();
  const who: Written['people'] = [];
  const text = (one: string): number => {
    const known = texts.get(one) ?? texts.size;
    texts.set(one, known);
    return known;
  };
  const maybe = (one: string | undefined): number | null => (one === undefined ? null : text(one));
  const person = (one: DoorEvent['person']): number | null => {
    if (one === undefined) return null;
    const key = JSON.stringify([one.id, one.name]);
    const known = people.get(key);
    if (known !== undefined) return known;
    people.set(key, people.size);
    return who.push([one.id ?? null, one.name ?? null]) - 1;
  };
  const rows = events.map(
    ({ id, at, code, door, doorName, device, localLogId, person: someone }): Row => [
      id,
      at,
      text(code),
      maybe(door),
      maybe(doorName),
      maybe(device),
      localLogId ?? null,
      person(someone),
    ],
  );
  const place = events[0]?.place ?? '';
  const written: Written = { place, malformed, total, knownTo, readAt, texts: [...texts.keys()], people: who, rows };
  // One text: the store looks at every value within a value by itself.
  return JSON.stringify(written);
}

/** Rows as they were stored; undefined where they are damaged. */
export function readPastRows(stored: unknown): PastRows | undefined {
  const parsed = Written.safeParse(typeof stored === 'string' ? jsonOf(stored) : undefined);
  if (!parsed.success) return undefined;
  const { malformed, total, knownTo, readAt, texts, people, rows } = parsed.data;
  const place = placeId(parsed.data.place);
  const textAt = (at: number | null): string | undefined => (at === null ? undefined : texts[at]);
  const everybody = people.map(([id, name]) => ({
    ...(id !== null && { id: personId(id) }),
    ...(name !== null && { name }),
  }));
  const events: DoorEvent[] = [];
  for (const row of rows) {
    if (!isRow(row)) return undefined;
    const [id, at, codeAt, doorAt, nameAt, deviceAt, localLogId, personAt] = row;
    const code = texts[codeAt];
    const [door, doorName, device] = [textAt(doorAt), textAt(nameAt), textAt(deviceAt)];
    const person = personAt === null ? undefined : everybody[personAt];
    const points = [
      [codeAt, code],
      [doorAt, door],
      [nameAt, doorName],
      [deviceAt, device],
      [personAt, person],
    ];
    // It points at something that is not there.
    if (code === undefined || points.some(([to, what]) => to !== null && what === undefined)) return undefined;
    events.push({
      kind: kindOfCode(code),
      id: eventId(id),
      place,
      at: instant(at),
      code,
      ...(door !== undefined && { door: doorId(door) }),
      ...(doorName !== undefined && { doorName }),
      ...(device !== undefined && { device: deviceId(device) }),
      ...(localLogId !== null && { localLogId }),
      ...(person !== undefined && { person }),
    });
  }
  return { events, malformed, total, knownTo, readAt: instant(readAt) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
