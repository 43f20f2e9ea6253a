import { readFileSync } from 'node:fs';
import { type DoorEvent, kindOfCode, type Person } from '../../src/door/event.ts';
import {
  deviceId,
  doorId,
  eventId,
  type Instant,
  instant,
  type PlaceId,
  personId,
  placeId,
} from '../../src/door/ids.ts';

/** The vocabulary of rows: literal times of one day, and what a door writes at them. */

/** 2026-11-20 at a time of day, UTC: `at('09:00:05')` or `at('09:00:05.250')`. */
export const at = (time: string): Instant => instant(Date.parse(`2026-11-20T${time}Z`));

export const SHIBUYA: PlaceId = placeId('178');

let issued = 1_000;
/** The next id that the server would issue. */
export const nextId = (): string => String(++issued);

export type RowOptions = {
  readonly id?: string;
  readonly door?: string;
  readonly name?: string;
  readonly person?: Person;
};

/** One row of a door, at a time, with the vendor's raw code. */
export function row(code: string, time: Instant, options: RowOptions = {}): DoorEvent {
  return {
    kind: kindOfCode(code),
    code,
    id: eventId(options.id ?? nextId()),
    place: SHIBUYA,
    at: time,
    door: doorId(options.door ?? '181'),
    device: deviceId('902'),
    ...(options.name !== undefined && { doorName: options.name }),
    ...(options.person !== undefined && { person: options.person }),
  };
}

export const person = (id: string, name?: string): Person => ({
  id: personId(id),
  ...(name !== undefined && { name }),
});
export const EBISU = person('12345678', 'EBISU');
export const JACK = person('34567', 'Jack');

export const authFailed = (time: Instant, options?: RowOptions): DoorEvent => row('DEV_FACE_AUTH_FAIL', time, options);
export const authenticated = (who: Person, time: Instant, options?: RowOptions): DoorEvent =>
  row('DEV_FACE_AUTH_SUCCESS', time, { name: 'testDoor', ...options, person: who });
export const accepted = (who: Person, time: Instant, options?: RowOptions): DoorEvent =>
  row('VENDOR_AUTH_SUCCESS', time, { ...options, person: who });
export const refusedByThirdParty = (who: Person, time: Instant, options?: RowOptions): DoorEvent =>
  row('VENDOR_AUTH_FAIL', time, { ...options, person: who });
export const relayOn = (time: Instant, options?: RowOptions): DoorEvent => row('DEV_DOOR_RELAY_ON', time, options);
export const relayOff = (time: Instant, options?: RowOptions): DoorEvent => row('DEV_DOOR_RELAY_OFF', time, options);

type SampleRow = {
  readonly logId: number;
  readonly eventAt: number;
  readonly doorId: number;
  readonly deviceId: number;
  readonly localLogId: number;
  readonly doorName?: string;
  readonly userId?: string;
  readonly userName?: string;
  readonly eventType: string;
};

/** The vendor's own sample, 36 rows, newest first, read by the test itself. */
export function guideRows(): readonly DoorEvent[] {
  const text = readFileSync(new URL('../samples/events-page.json', import.meta.url), 'utf8');
  const page = JSON.parse(text) as { readonly data: readonly SampleRow[] };
  return page.data.map((sample) => ({
    ...row(sample.eventType, instant(sample.eventAt), {
      id: String(sample.logId),
      door: String(sample.doorId),
      ...(sample.doorName !== undefined && { name: sample.doorName }),
      ...(sample.userId !== undefined && { person: person(sample.userId, sample.userName) }),
    }),
    localLogId: sample.localLogId,
  }));
}
