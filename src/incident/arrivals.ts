import type { DoorEvent } from '../door/event.ts';
import { compareEventIds, type Instant } from '../door/ids.ts';

/** A row of the log with the moment at which it reached the server, as far as the log tells. */
export type Arrival = {
  readonly event: DoorEvent;
  readonly at: Instant;
  /** It is known to have come late: the server numbered it after rows that are dated much later. */
  readonly isLate: boolean;
};

/** A row that came so long after it was dated came late, in milliseconds: the clocks of two devices differ by less. */
export const LATE_FOR_SURE_MS = 300_000;
/** So many rows dated late bear witness to how late it was: the wrong clock of one device, which writes three rows for an entry, is none. */
const WITNESSES = 4;
/** Rows before and after one among which its witnesses are looked for. */
const AROUND = 5;
/** Rows between two pauses. */
const PAUSE_EVERY = 2_000;

/**
 * A place's rows in the order in which they arrived. The log does not say when a row arrived; but it numbers them, so a row came
 * no sooner than those with lower numbers. One that came late while no other came cannot be told from one in time. It pauses
 * often: a month of rows is long to sort.
 */
export function* arrivalsOf(events: readonly DoorEvent[]): Generator<undefined, readonly Arrival[]> {
  const unique = [...new Map(events.map((event) => [event.id, event])).values()];
  yield;
  const rows = unique.sort((a, b) => compareEventIds(a.id, b.id));
  yield;
  let clock: Instant | undefined;
  const arrivals: Arrival[] = [];
  for (const [index, event] of rows.entries()) {
    if (index % PAUSE_EVERY === 0) yield;
    const at = clock !== undefined && clock > event.at ? clock : event.at;
    const witnessed = witnessedAt(rows, index);
    if (witnessed !== undefined && (clock === undefined || witnessed > clock)) clock = witnessed;
    arrivals.push({ event, at, isLate: at - event.at > LATE_FOR_SURE_MS });
  }
  yield;
  // Rows of one moment stay in the order of their numbers.
  return arrivals.sort((a, b) => a.at - b.at);
}

/** How late it was at least when a row came: its own time, unless too few of its neighbours bear it out. */
function witnessedAt(rows: readonly DoorEvent[], index: number): Instant | undefined {
  const own = rows[index]?.at;
  const latest: Instant[] = [];
  for (let near = Math.max(index - AROUND, 0); near <= Math.min(index + AROUND, rows.length - 1); near += 1) {
    const at = rows[near]?.at;
    if (at === undefined || (latest.length === WITNESSES && at <= (latest[0] ?? at))) continue;
    const place = latest.findIndex((one) => one > at);
    latest.splice(place === -1 ? latest.length : place, 0, at);
    if (latest.length > WITNESSES) latest.shift();
  }
  const [fourth] = latest;
  if (own === undefined || fourth === undefined || latest.length < WITNESSES) return undefined;
  return fourth < own ? fourth : own;
}
