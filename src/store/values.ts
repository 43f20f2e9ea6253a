import { z } from 'zod';
import type { DoorEvent, EventKind } from '../door/event.ts';
import { deviceId, doorId, eventId, instant, personId, placeId } from '../door/ids.ts';
import { LOGIN_REFUSALS, type Problem } from '../door/problem.ts';
import type { HouseState } from '../incident/house.ts';
import { channelId, incidentId } from '../incident/incident.ts';
import type { PlaceState } from '../incident/place.ts';
import { StoreError } from './errors.ts';

/** Each saved value, as it must look when it is read again: written by an older version, or damaged, it is refused. */

const at = z.number().transform(instant);
const event = z.string().transform(eventId);
const door = z.string().transform(doorId);
const place = z.string().transform(placeId);
const channel = z.string().transform(channelId);
const incident = z.string().transform(incidentId);
const person = z.object({ id: z.string().transform(personId).exactOptional(), name: z.string().exactOptional() });
const entry = z.object({ at, person: person.exactOptional() });

const EVENT_KINDS: readonly EventKind[] = [
  'authenticated',
  'auth-failed',
  'third-party-accepted',
  'third-party-refused',
  'unlocked',
  'locked',
  'unknown',
];

const doorEvent: z.ZodType<DoorEvent> = z.object({
  kind: z.enum(EVENT_KINDS),
  id: event,
  place,
  at,
  code: z.string(),
  door: door.exactOptional(),
  doorName: z.string().exactOptional(),
  device: z.string().transform(deviceId).exactOptional(),
  localLogId: z.number().exactOptional(),
  person: person.exactOptional(),
});

const failures = z.object({
  kind: z.literal('failures'),
  count: z.number(),
  firstAt: at,
  lastAt: at,
  entries: z.array(entry),
});

const unlocks = z.object({
  kind: z.literal('unlocks'),
  since: at,
  until: at.exactOptional(),
  entries: z.array(entry),
  withoutPerson: z.number(),
});

const sessionRefused = z.object({
  kind: z.literal('session-refused'),
  why: z.enum(LOGIN_REFUSALS),
  code: z.string().exactOptional(),
  since: at,
  until: at.exactOptional(),
});

const code = z.string().exactOptional();
const problem: z.ZodType<Problem> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('login-refused'), why: sessionRefused.shape.why, code, since: at }),
  z.object({ kind: z.literal('login-waits'), until: at }),
  z.object({ kind: z.literal('unreachable'), detail: z.string() }),
  z.object({ kind: z.literal('timeout'), afterMs: z.number() }),
  z.object({ kind: z.literal('rate-limited'), retryAfterMs: z.number() }),
  z.object({ kind: z.literal('server-error'), status: z.number(), code }),
  z.object({ kind: z.literal('unreadable-answer'), status: z.number(), detail: z.string() }),
  z.object({ kind: z.literal('not-allowed'), code }),
  z.object({ kind: z.literal('no-such-place'), code }),
  z.object({ kind: z.literal('bad-request'), status: z.number(), code, detail: z.string() }),
]);

const blind = z.object({
  kind: z.literal('blind'),
  problem,
  places: z.array(place),
  still: z.array(place),
  since: at,
  until: at.exactOptional(),
});

const card = z.object({
  channel,
  told: z.number(),
  generation: z.number(),
  ts: z.string().exactOptional(),
  postingAt: at.exactOptional(),
  twinCheckAt: at.exactOptional(),
});

const incidentOf = <Facts extends z.ZodType>(facts: Facts) =>
  z.object({
    id: incident,
    facts,
    place: place.exactOptional(),
    door: door.exactOptional(),
    founder: event.exactOptional(),
    revision: z.number(),
    lastReason: z.enum(['opened', 'grew', 'changed', 'closed', 'reopened', 'merged']),
    openedAt: at,
    seenAfterMs: z.number(),
    seenAt: at,
    closedAt: at.exactOptional(),
    mergedInto: incident.exactOptional(),
    cards: z.array(card),
  });

/** The value of a place's desk. */
export const placeValue: z.ZodType<PlaceState> = z.object({
  place,
  watchingSince: at.exactOptional(),
  memory: z.object({
    floor: event.exactOptional(),
    batches: z.array(z.object({ at, ids: z.array(event) })),
    owesDeepRead: z.boolean(),
  }),
  doors: z.array(
    z.object({
      door: door.exactOptional(),
      name: z.string().exactOptional(),
      thirdParty: z.boolean(),
      trail: z.array(
        z.object({
          event: doorEvent,
          seenAt: at,
          folded: z.object({ count: z.number(), until: at }).exactOptional(),
        }),
      ),
    }),
  ),
  people: z.array(z.tuple([z.string().transform(personId), z.string()])),
  incidents: z.array(incidentOf(z.discriminatedUnion('kind', [failures, unlocks]))),
  rowsSeen: z.number(),
  newestEventAt: at.exactOptional(),
});

/** The value of the house's desk. */
export const houseValue: z.ZodType<HouseState> = z.object({
  incidents: z.array(incidentOf(z.discriminatedUnion('kind', [sessionRefused, blind]))),
  unseen: z.array(z.object({ place, since: at })),
});

/** Reads values by name; the store itself. */
interface Readable {
  load(name: string): Promise<unknown>;
}

/**
 * A saved value, or undefined when none was ever saved.
 *
 * @throws StoreError when it cannot be read: an unreadable value must never look like a new one.
 */
export async function loadValue<Value>(
  store: Readable,
  name: string,
  schema: z.ZodType<Value>,
): Promise<Value | undefined> {
  const raw = await store.load(name);
  if (raw === undefined) return undefined;
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new StoreError(
    `The stored value "${name}" is not as this version of the bot writes it. Start the version that wrote it, or move the store's file away to begin anew; the bot will then take what it sees as seen.`,
  );
}
