import type { DoorEvent } from '../door/event.ts';
import { compareEventIds, type DeviceId, type DoorId, type EventId, type Instant } from '../door/ids.ts';
import { type Absence, abandoned, GIVE_UP_AFTER_MS, judged, withSkips } from './absence.ts';
import { type Hole, holesBetween, sizeOf, withoutNumbers } from './holes.ts';

/** One numbered entry of a device's log. */
export type Entry = { readonly number: number; readonly at: Instant; readonly id: EventId };

/** What is known of the log that a device keeps and counts by itself. */
export type DeviceLog = {
  readonly device: DeviceId;
  /** Doors that it was seen to write for. */
  readonly doors: readonly DoorId[];
  /** The highest entry so far. */
  readonly top: Entry;
  /** The device time of the entry with which its count started again; absent while it never did. */
  readonly restartedAt?: Instant;
  /** What is missing below the top, from the lowest. */
  readonly holes: readonly Hole[];
  /** Where the last given-up holes ended, the last ten of them. */
  readonly skips: readonly number[];
  /** The told holes as one story: it grows while one is open, and keeps its end until the next one begins. */
  readonly absence?: Absence;
};

/** A longer jump is another count, not a hole. */
const LONGEST_HOLE = 20_000;
/**
 * A number so little below the top may be an entry that was uploaded twice, and one so little above it the next one of a
 * device whose clock was put back. Only what lies further off can be of another count.
 */
const NEAR = 100;
/** The devices' logs after rows that are new to the bot, in any order. The same list when nothing changed. */
export function withRows(
  logs: readonly DeviceLog[],
  events: readonly DoorEvent[],
  now: Instant,
  complete: boolean,
): readonly DeviceLog[] {
  const next = new Map(logs.map((log) => [log.device, log]));
  for (const [device, ofDevice] of Map.groupBy(events, (event) => event.device)) {
    if (device === undefined) continue;
    const log = counted(next.get(device), device, ofDevice, now);
    if (log !== undefined) next.set(device, log);
  }
  // While the bot itself has rows to read, what it lacks says nothing about the device.
  const judgedLogs = [...next.values()].map((log) => (complete ? judged(log, now) : log));
  const isSame = judgedLogs.length === logs.length && judgedLogs.every((log, index) => log === logs[index]);
  return isSame ? logs : judgedLogs;
}

function counted(
  known: DeviceLog | undefined,
  device: DeviceId,
  events: readonly DoorEvent[],
  now: Instant,
): DeviceLog | undefined {
  const inOrder = events
    .flatMap(({ localLogId: number, at, id }) => (number === undefined ? [] : [{ number, at, id }]))
    .sort((a, b) => compareEventIds(a.id, b.id));
  let log = known;
  let count: Entry[] = [];
  let top = known?.top;
  let restartedAt = known?.restartedAt;
  const settle = (): void => {
    if (count.length > 0) log = log === undefined ? begun(device, count, now) : continued(log, count);
    count = [];
  };
  for (const entry of inOrder) {
    if (top !== undefined && isOfFormerCount(entry, top, restartedAt)) continue;
    if (top !== undefined && startsAgain(entry, top, log?.holes ?? [])) {
      settle();
      // What was missed of the former count will not come any more.
      log = log && { ...abandoned(log), ...freshCount(entry), restartedAt: entry.at };
      restartedAt = entry.at;
      top = entry;
    }
    count.push(entry);
    if (top === undefined || entry.number > top.number) top = entry;
  }
  settle();
  return log && withDoors(log, events);
}

/** A late row from before the count started again: it neither fills a hole nor leaves one. */
function isOfFormerCount(entry: Entry, top: Entry, restartedAt: Instant | undefined): boolean {
  return restartedAt !== undefined && entry.at < restartedAt && entry.number > top.number + NEAR;
}

/** A device that was reset or replaced counts from a low number again, on rows that are newer in every way. */
function startsAgain(entry: Entry, top: Entry, holes: readonly Hole[]): boolean {
  if (entry.number > top.number) return entry.number - top.number > LONGEST_HOLE;
  const isNewer = entry.at > top.at && compareEventIds(entry.id, top.id) > 0;
  if (!isNewer || entry.number >= top.number - NEAR) return false;
  return !holes.some((hole) => entry.number >= hole.from && entry.number <= hole.to);
}

const freshCount = (top: Entry) => ({ top, holes: [], skips: [] });

/** First sight: the lowest number is the base, and what was missed longer ago than a day is given up already. */
function begun(device: DeviceId, entries: readonly Entry[], now: Instant): DeviceLog | undefined {
  const sorted = byNumber(entries);
  const [lowest] = sorted;
  if (lowest === undefined) return undefined;
  const log = continued({ device, doors: [], ...freshCount(lowest) }, sorted);
  const bottom = sorted.findLast(({ at }) => now - at > GIVE_UP_AFTER_MS)?.number ?? lowest.number;
  const past = log.holes.filter((hole) => hole.to < bottom);
  return { ...log, holes: log.holes.filter((hole) => hole.to >= bottom), skips: withSkips(log.skips, past) };
}

function continued(log: DeviceLog, entries: readonly Entry[]): DeviceLog {
  const sorted = byNumber(entries);
  const numbers = sorted.map((entry) => entry.number);
  const highest = sorted.at(-1);
  const left = withoutNumbers(log.holes, numbers);
  const opened = holesBetween(log.top.number, numbers);
  const came = sizeOf(log.holes.filter((hole) => hole.told)) - sizeOf(left.filter((hole) => hole.told));
  return {
    ...log,
    holes: [...left, ...opened],
    top: highest !== undefined && highest.number > log.top.number ? highest : log.top,
    ...(log.absence && came > 0 && { absence: { ...log.absence, came: log.absence.came + came } }),
  };
}

function withDoors(log: DeviceLog, events: readonly DoorEvent[]): DeviceLog {
  const doors = new Set([...log.doors, ...events.flatMap(({ door }) => (door === undefined ? [] : [door]))]);
  return doors.size === log.doors.length ? log : { ...log, doors: [...doors] };
}

const byNumber = (entries: readonly Entry[]): readonly Entry[] => [...entries].sort((a, b) => a.number - b.number);
