import type { Instant } from '../door/ids.ts';
import type { DeviceLog } from './device-log.ts';
import { HOLE_TOLD_AFTER_MS, type Hole, sizeOf } from './holes.ts';

/** Entries that were told as missing. */
export type Absence = {
  readonly since: Instant;
  /** When the last hole was filled, or given up. */
  readonly until?: Instant;
  readonly first: number;
  readonly last: number;
  /** Entries that came after they were told as missing. */
  readonly came: number;
  /** Entries that were given up. */
  readonly lost: number;
};

/** A hole is given up after so long, in milliseconds: what a device has not sent in a day it does not have. */
export const GIVE_UP_AFTER_MS = 86_400_000;
/**
 * A device that skips numbers as a matter of course (firmware that counts entries it never uploads does) would be
 * reported for ever, and an alarm that cries daily is muted by its people, together with the true ones. So many given-up
 * holes within so few numbers teach the bot that it skips: it raises nothing more until its count has been whole for as long.
 */
const SKIPS_LEARNED = 10;
const SKIPS_WITHIN = 2_000;
/** More holes than these at a device are not waited for: the saved value must stay small. */
const HOLES_KEPT = 1_000;

/** How many entries are missing of what was told, the given-up ones included. */
export const missingOf = ({ holes, absence }: DeviceLog): number =>
  sizeOf(holes.filter((hole) => hole.told)) + (absence?.lost ?? 0);

/** What has passed since: holes are noticed, told, and at last given up. The same log when nothing has. */
export function judged(log: DeviceLog, now: Instant): DeviceLog {
  if (log.holes.length === 0) return log.absence === undefined ? log : withAbsence(log, [], now);
  // A clock that was put back must not make a hole wait for the time at which it was noticed.
  const noticed = log.holes.map((hole) => {
    const { noticedAt } = hole;
    return noticedAt === undefined || noticedAt > now ? { ...hole, noticedAt: now } : { ...hole, noticedAt };
  });
  const isDue = (hole: (typeof noticed)[number]): boolean =>
    hole.told === true || now - hole.noticedAt >= HOLE_TOLD_AFTER_MS;
  const due = noticed.filter(isDue);
  // What was never told is told once before it is given up, however long the bot itself was away.
  const old = due.filter((hole, index) => {
    const isOld = now - hole.noticedAt >= GIVE_UP_AFTER_MS;
    return (hole.told && isOld) || index < due.length - HOLES_KEPT;
  });
  const gone = new Set(isSkipping(log.top, withSkips(log.skips, old)) ? due : old);
  const holes = noticed.filter((hole) => !gone.has(hole)).map((hole) => (isDue(hole) ? told(hole) : hole));
  const skips = withSkips(log.skips, [...gone]);
  const isSame = gone.size === 0 && holes.every((hole, index) => isAlike(hole, log.holes[index]));
  return withAbsence(isSame ? log : { ...log, holes, skips }, [...gone], now);
}

const told = <H extends Hole>(hole: H): H => (hole.told ? hole : { ...hole, told: true });

const isAlike = (a: Hole, b: Hole | undefined): boolean => a.noticedAt === b?.noticedAt && a.told === b?.told;

function withAbsence(log: DeviceLog, gone: readonly Hole[], now: Instant): DeviceLog {
  const { absence } = log;
  const open = log.holes.filter((hole) => hole.told);
  const lost = sizeOf(gone.filter((hole) => hole.told));
  const [first] = open;
  const last = open.at(-1);
  const going = absence?.until === undefined ? absence : undefined;
  if (first === undefined || last === undefined) {
    if (going === undefined) return log;
    return { ...log, absence: { ...going, lost: going.lost + lost, until: now } };
  }
  if (going === undefined) {
    const since = open.reduce((oldest, { noticedAt = now }) => (noticedAt < oldest ? noticedAt : oldest), now);
    return { ...log, absence: { since, first: first.from, last: last.to, came: 0, lost: 0 } };
  }
  const grown: Absence = {
    ...going,
    first: Math.min(going.first, first.from),
    last: Math.max(going.last, last.to),
    lost: going.lost + lost,
  };
  const isSame = grown.first === going.first && grown.last === going.last && lost === 0;
  return isSame ? log : { ...log, absence: grown };
}

/** The log without its holes: what was told of them is lost. */
export function abandoned(log: DeviceLog): DeviceLog {
  const { absence } = log;
  if (absence === undefined || absence.until !== undefined) return log;
  const lost = absence.lost + sizeOf(log.holes.filter((hole) => hole.told));
  return { ...log, absence: { ...absence, lost } };
}

function isSkipping(top: DeviceLog['top'], skips: readonly number[]): boolean {
  return skips.length >= SKIPS_LEARNED && top.number - Math.min(...skips) < SKIPS_WITHIN;
}

/** The last given-up holes, with those that were given up now. */
export const withSkips = (skips: readonly number[], gone: readonly Hole[]): readonly number[] =>
  gone.length === 0 ? skips : [...skips, ...gone.map((hole) => hole.to)].slice(-SKIPS_LEARNED);
