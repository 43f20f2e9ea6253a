import { z } from 'zod';
import { deviceId, doorId, eventId, instant, personId, placeId } from '../door/ids.ts';
import { LOGIN_REFUSALS, type Problem } from '../door/problem.ts';
import { DOOR_KINDS, HABITS } from '../incident/door-facts.ts';
import { GATHERING_REASONS } from '../incident/gathering.ts';
import { channelId, incidentId } from '../incident/incident.ts';
import { SEVERITIES } from '../incident/severity.ts';
import { NAMES_SHOWN } from '../incident/subscription.ts';
import { TOPICS } from '../incident/topic.ts';
import { STORE_FAULTS } from '../incident/trouble.ts';

/** The words that saved values are made of: moments, ids, and what incidents say. */

export const at = z.number().transform(instant);
export const event = z.string().transform(eventId);
export const door = z.string().transform(doorId);
export const place = z.string().transform(placeId);
export const device = z.string().transform(deviceId);
export const channel = z.string().transform(channelId);
export const incident = z.string().transform(incidentId);
export const person = z.object({
  id: z.string().transform(personId).exactOptional(),
  name: z.string().exactOptional(),
});
const entry = z.object({ at, person: person.exactOptional() });

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

const doorEntry = entry.extend({ door: door.exactOptional() });
const stretch = { since: at, lastAt: at };
const ofDay = { day: z.string(), from: at, to: at, since: at, entry: doorEntry };

const walkAround = z.object({
  kind: z.literal('walk-around'),
  ...stretch,
  steps: z.array(z.object({ door: door.exactOptional(), count: z.number(), firstAt: at, lastAt: at })),
  entries: z.array(doorEntry),
});
const run = { count: z.number(), ...stretch };
const refusedByThirdParty = z.object({
  kind: z.literal('refused-by-third-party'),
  ...run,
  people: z.array(person),
});
const notUnlocked = z.object({ kind: z.literal('not-unlocked'), ...run, people: z.array(person) });
const entries = z.object({ kind: z.literal('entries'), since: at, entries: z.array(doorEntry) });
const unexplained = z.object({ kind: z.literal('unexplained'), ...run, habit: z.enum(HABITS) });
const leftUnlocked = z.object({
  kind: z.literal('left-unlocked'),
  since: at,
  until: at.exactOptional(),
  isEndUntold: z.literal(true).exactOptional(),
  minutes: z.number().exactOptional(),
  lastIn: entry.exactOptional(),
});
const firstIn = z.object({ kind: z.literal('first-in'), ...ofDay });
const lastEntry = z.object({
  kind: z.literal('last-entry'),
  ...ofDay,
  count: z.number(),
  countedFrom: at.exactOptional(),
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
  caughtUp: z.number().exactOptional(),
  since: at,
  until: at.exactOptional(),
});

/** A stretch of time; without `until` it goes on. */
export const spell = { since: at, until: at.exactOptional() };

const missingRows = z.object({
  kind: z.literal('missing-rows'),
  place,
  device,
  doors: z.array(door),
  missing: z.number(),
  most: z.number(),
  first: z.number(),
  last: z.number(),
  ...spell,
});
export const silentDoor = z.object({ door, lastAt: at, usual: z.number() });
const silent = z.object({
  kind: z.literal('silent'),
  place,
  doors: z.array(silentDoor),
  unheard: z.literal(true).exactOptional(),
  ...spell,
});
const slackAway = z.object({ kind: z.literal('slack-away'), ...spell });
const storeFailing = z.object({ kind: z.literal('store-failing'), why: z.enum(STORE_FAULTS), ...spell });
const channelRefused = z.object({ kind: z.literal('channel-refused'), channel, word: z.string(), ...spell });
const test = z.object({ kind: z.literal('test'), by: z.string(), since: at });

/** What the incidents of a place say. */
export const doorFacts = z.discriminatedUnion('kind', [
  failures,
  unlocks,
  walkAround,
  refusedByThirdParty,
  notUnlocked,
  entries,
  unexplained,
  leftUnlocked,
  firstIn,
  lastEntry,
]);

/** What a door's past taught. */
const taught = z.tuple([at, z.number()]);
export const learned = z.object({
  relays: z.array(taught),
  spells: z.array(taught),
  since: at.exactOptional(),
});

const arrival = doorEntry.extend({ rows: z.array(event) });

/** What is remembered of a place's day. */
export const day = z.object({
  day: z.string(),
  from: at,
  to: at,
  count: z.number(),
  first: arrival.exactOptional(),
  last: arrival.exactOptional(),
  isOver: z.literal(true).exactOptional(),
});

/** What the house's incidents say. */
export const houseFacts = z.discriminatedUnion('kind', [
  sessionRefused,
  blind,
  missingRows,
  silent,
  slackAway,
  storeFailing,
  channelRefused,
  test,
]);

export const topic = z.enum(TOPICS);
const severity = z.enum(SEVERITIES);

export const doorRef = z.object({ place, door });
/** What a channel does not want to hear for a while. */
export const mute = z.object({
  id: z.string(),
  door: doorRef.exactOptional(),
  topic: topic.exactOptional(),
  severity,
  since: at,
  until: at,
  by: z.string(),
  endedBy: z.string().exactOptional(),
});

/** One message that tells of many. */
export const gathering = z.object({
  kind: z.literal('gathering'),
  why: z.enum(GATHERING_REASONS),
  since: at,
  joinedAt: at,
  tellAt: at.exactOptional(),
  until: at.exactOptional(),
  mute: z.string().exactOptional(),
  confesses: mute.exactOptional(),
  rows: z.array(
    z.object({
      desk: z.string(),
      incident,
      place,
      door: door.exactOptional(),
      kind: z.enum(DOOR_KINDS),
      topics: z.array(topic),
      severity,
      since: at,
      lastAt: at,
      count: z.number(),
      people: z.array(person),
      letIn: z.number(),
      isOpen: z.boolean(),
      openedAt: at,
      seenAfterMs: z.number(),
      revision: z.number(),
      times: z.number().exactOptional(),
      settled: z.boolean().exactOptional(),
      released: z.boolean().exactOptional(),
    }),
  ),
});

export const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);
export const hours = z.object({
  from: z.number(),
  to: z.number(),
  days: z.array(weekday).exactOptional(),
  outside: z.boolean().exactOptional(),
});

/** What a channel wants to hear. */
export const subscription = z.object({
  channel,
  id: z.string(),
  topics: z.array(topic),
  doors: z.array(doorRef).exactOptional(),
  places: z.array(place).exactOptional(),
  people: z.array(z.string().transform(personId)).exactOptional(),
  notDoors: z.array(doorRef).exactOptional(),
  notPeople: z.array(z.string().transform(personId)).exactOptional(),
  hours: hours.exactOptional(),
  after: z.number().exactOptional(),
  names: z.enum(NAMES_SHOWN).exactOptional(),
  notify: z.array(z.string()).exactOptional(),
});
