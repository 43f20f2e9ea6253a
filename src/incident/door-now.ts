import { byTime, type DoorEvent, type EventKind, type Person } from '../door/event.ts';
import type { EventId, Instant } from '../door/ids.ts';

/** A row as it is remembered when its trail is long forgotten. */
export type LastRow = {
  readonly id: EventId;
  readonly at: Instant;
  readonly kind: EventKind;
  readonly code: string;
  readonly person?: Person;
};

/** How a door stands, as far as its rows tell: its newest row, and the newest word of its relay. */
export type DoorNow = { readonly last?: LastRow; readonly relay?: LastRow };

/**
 * How the door stands after these rows, in any order. A row of the future, by a device whose clock runs ahead, is as new as
 * the moment it was seen.
 */
export function standsNow(before: DoorNow | undefined, events: readonly DoorEvent[], now: Instant): DoorNow {
  const sorted = [...events].sort(byTime);
  const last = newer(before?.last, sorted.at(-1), now);
  const relay = newer(
    before?.relay,
    sorted.findLast(({ kind }) => kind === 'unlocked' || kind === 'locked'),
    now,
  );
  return { ...(last !== undefined && { last }), ...(relay !== undefined && { relay }) };
}

function newer(known: LastRow | undefined, event: DoorEvent | undefined, now: Instant): LastRow | undefined {
  if (event === undefined) return known;
  const { id, kind, code, person } = event;
  const at = event.at > now ? now : event.at;
  if (known !== undefined && known.at > at) return known;
  return { id, at, kind, code, ...(person !== undefined && { person }) };
}
