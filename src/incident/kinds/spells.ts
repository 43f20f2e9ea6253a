import { after, compareEventIds, type DeviceId, type Instant } from '../../door/ids.ts';
import type { TrailRow } from '../trail.ts';

/** One spell of an unlocked door: its relay-ons, and the relay-off that ended it. */
export type Spell = { readonly ons: readonly TrailRow[]; readonly off: TrailRow | undefined };

type Growing = { readonly ons: TrailRow[]; off: TrailRow | undefined };

/**
 * The spells that a door's rows show, oldest first. A second person inside a spell gives ON, ON, OFF: one spell. An OFF without
 * an ON before it is none, unless the device's clock was put back between the two.
 */
export function spellsOf(trail: readonly TrailRow[]): readonly Spell[] {
  const misdated = misdatedEnds(trail);
  const result: Growing[] = [];
  for (const row of trail) {
    const last = result.at(-1);
    const open = last !== undefined && last.off === undefined ? last : undefined;
    if (row.event.kind === 'unlocked') {
      if (open !== undefined && belongs(row, open, misdated)) open.ons.push(row);
      else result.push({ ons: [row], off: undefined });
    } else if (row.event.kind === 'locked' && open !== undefined) {
      open.off = row;
    }
  }
  for (const spell of result) spell.off ??= endOf(spell, misdated);
  return result;
}

/** Whether a relay-on goes on with a spell: not where the clock was put back between the two, nor after its end. */
function belongs(row: TrailRow, open: Growing, misdated: readonly TrailRow[]): boolean {
  const last = open.ons.at(-1);
  return last === undefined || (!isAfter(last, row) && endOf(open, misdated, row) === undefined);
}

/** When the door was locked again; by how long the bot saw it unlocked, where the device's clock was put back meanwhile. */
export function lockedAt({ ons, off }: Spell): Instant | undefined {
  const on = ons.at(-1);
  if (off === undefined || on === undefined || off.event.at >= on.event.at) return off?.event.at;
  return after(on.event.at, Math.max(off.seenAt - on.seenAt, 0));
}

/** The first relay-off that was written after the spell's last relay-on, though its time is an earlier one. */
function endOf(spell: Growing, misdated: readonly TrailRow[], next?: TrailRow): TrailRow | undefined {
  const on = spell.ons.at(-1);
  if (on === undefined) return undefined;
  return misdated
    .filter((off) => off.event.at < on.event.at && isAfter(off, on) && (next === undefined || isAfter(next, off)))
    .reduce<TrailRow | undefined>(
      (first, off) => (first === undefined || isAfter(first, off) ? off : first),
      undefined,
    );
}

/** Relay-offs whose time cannot be right, or not that of a relay-on before them; hardly ever one. */
function misdatedEnds(trail: readonly TrailRow[]): readonly TrailRow[] {
  const lowest = new Map<DeviceId | undefined, number>();
  const isAnyAhead = trail.some((row) => row.event.kind === 'unlocked' && isAhead(row));
  return trail.toReversed().filter((row) => {
    const { kind, device, localLogId } = row.event;
    if (localLogId === undefined) return kind === 'locked' && isAnyAhead;
    const later = lowest.get(device) ?? localLogId;
    lowest.set(device, Math.min(later, localLogId));
    return kind === 'locked' && (localLogId > later || isAnyAhead);
  });
}

/**
 * Whether a device wrote one row after another, whatever its clock said: by its own count, which no clock disturbs; else by
 * the server's, where the time of the earlier one is known to be wrong.
 */
function isAfter(row: TrailRow, earlier: TrailRow): boolean {
  const [a, b] = [row.event, earlier.event];
  if (a.device !== undefined && a.device === b.device && a.localLogId !== undefined && b.localLogId !== undefined) {
    return a.localLogId > b.localLogId;
  }
  return isAhead(earlier) && compareEventIds(a.id, b.id) > 0;
}

/** Dated later than it was seen: written by a clock that runs ahead. */
const isAhead = ({ event, seenAt }: TrailRow): boolean => event.at > seenAt;
