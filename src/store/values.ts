import { z } from 'zod';
import type { DoorEvent, EventKind } from '../door/event.ts';
import { personId } from '../door/ids.ts';
import type { ChannelState } from '../incident/channel.ts';
import type { HouseState } from '../incident/house.ts';
import { NOTE_PARTS, VERDICTS } from '../incident/incident.ts';
import { LANGUAGES } from '../incident/language.ts';
import type { PlaceState } from '../incident/place.ts';
import { channelFacts, digestMemory, digestPlan } from './digest-facts.ts';
import { StoreError } from './errors.ts';
import {
  at,
  channel,
  day,
  device,
  door,
  doorFacts,
  event,
  hours,
  houseFacts,
  incident,
  learned,
  mute,
  person,
  place,
  subscription,
} from './facts.ts';
import { deviceLog, habit, silence } from './learned.ts';

/** Each saved value, as it must look when it is read again: written by an older version, or damaged, it is refused. */

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
  device: device.exactOptional(),
  localLogId: z.number().exactOptional(),
  person: person.exactOptional(),
});

const lastRow = z.object({
  id: event,
  at,
  kind: z.enum(EVENT_KINDS),
  code: z.string(),
  person: person.exactOptional(),
});

const standing = {
  ts: z.string().exactOptional(),
  postingAt: at.exactOptional(),
  twinCheckAt: at.exactOptional(),
};
const notePart = z.enum(NOTE_PARTS);
const by = z.object({ user: z.string(), at });

const card = z.object({
  channel,
  told: z.number(),
  generation: z.number(),
  ...standing,
  posted: z.number().exactOptional(),
  replies: z.array(z.object({ part: notePart, ...standing, owes: z.number().exactOptional() })).exactOptional(),
  names: z.enum(['initials', 'none']).exactOptional(),
  notify: z.array(z.string()).exactOptional(),
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
    isUnfounded: z.literal(true).exactOptional(),
    cards: z.array(card),
    notes: z.array(z.object({ part: notePart, revision: z.number(), seenAt: at })).exactOptional(),
    taken: by.exactOptional(),
    dismissed: by.extend({ why: z.enum(VERDICTS) }).exactOptional(),
    undone: by.extend({ what: z.enum(['taken', 'dismissed']), of: z.string() }).exactOptional(),
  });

/** The value of a place's desk. */
export const placeValue: z.ZodType<PlaceState> = z.object({
  place,
  watchingSince: at.exactOptional(),
  lookedAt: at.exactOptional(),
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
      // A store of before has learned nothing yet.
      learned: learned.default(() => ({ relays: [], spells: [] })),
      habit: habit.exactOptional(),
      stands: z.object({ last: lastRow.exactOptional(), relay: lastRow.exactOptional() }).exactOptional(),
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
  incidents: z.array(incidentOf(doorFacts)),
  days: z.array(day).default([]),
  rowsSeen: z.number(),
  newestEventAt: at.exactOptional(),
  newestSeenAt: at.exactOptional(),
  // A store from before the bot counted them has none.
  devices: z.array(deviceLog).default([]),
  silence: silence.exactOptional(),
});

/** The value of the house's desk. */
export const houseValue: z.ZodType<HouseState> = z.object({
  incidents: z.array(incidentOf(houseFacts)),
  unseen: z.array(z.object({ place, since: at, rowsSeen: z.number().exactOptional() })),
});

/** The value of a channel's desk. */
export const channelValue: z.ZodType<ChannelState> = z.object({
  channel,
  language: z.enum(LANGUAGES).exactOptional(),
  subscriptions: z.array(subscription),
  givenUp: z.array(z.object({ subscription, at })).exactOptional(),
  mutes: z.array(mute),
  quiet: hours.exactOptional(),
  digest: digestPlan.exactOptional(),
  digestMemory: digestMemory.exactOptional(),
  restsSince: at.exactOptional(),
  sharing: z
    .object({
      isShared: z.boolean(),
      seenAt: at,
      allowed: z.object({ by: z.string(), at }).exactOptional(),
      owesRedraw: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  incidents: z.array(incidentOf(channelFacts)),
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
