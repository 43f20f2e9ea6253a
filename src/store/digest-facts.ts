import { z } from 'zod';
import { VERDICTS } from '../incident/incident.ts';
import { at, door, doorRef, gathering, place, spell, topic, weekday } from './facts.ts';

const ofDoor = { place, door: door.exactOptional() };

/** What people muted, and how many incidents that hid. */
const muted = z.object({ door: doorRef.exactOptional(), topic: topic.exactOptional(), incidents: z.number() });

const point = z.object({ from: at, entries: z.number() });

/** A digest: numbers alone. */
const digest = z.object({
  kind: z.literal('digest'),
  span: z.enum(['day', 'week']),
  since: at,
  until: at,
  entries: z.number(),
  people: z.number(),
  failures: z.number(),
  busiest: point.exactOptional(),
  points: z.array(point),
  days: z.array(point).exactOptional(),
  doors: z.array(z.object({ ...ofDoor, entries: z.number(), failures: z.number(), usual: z.number().exactOptional() })),
  moreDoors: z.number(),
  past: z.number(),
  longest: z.object({ ...ofDoor, ...spell }).exactOptional(),
  muted: z.array(muted),
  blind: z.object({ spells: z.number(), ms: z.number() }),
  missingRows: z.number(),
  unanswered: z.number(),
  dismissed: z.object({ noise: z.number(), test: z.number(), known: z.number() }),
  unread: z.array(place),
  cut: z.array(place),
  malformed: z.number(),
  late: z.object({ ms: z.number(), why: z.enum(['off', 'unread']) }).exactOptional(),
  skipped: at.exactOptional(),
});

/** What a channel's own incidents say. */
export const channelFacts = z.discriminatedUnion('kind', [gathering, digest]);

const noted = { key: z.string(), at };
/** What a channel remembers for its digests. */
export const digestMemory = z.object({
  notes: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('severe'), ...noted, isAnswered: z.boolean() }),
      z.object({ kind: z.literal('dismissed'), ...noted, why: z.enum(VERDICTS) }),
      z.object({ kind: z.literal('blind'), ...noted, until: at.exactOptional() }),
      z.object({ kind: z.literal('missing-rows'), ...noted, rows: z.number(), until: at.exactOptional() }),
      z.object({
        kind: z.literal('hidden'),
        ...noted,
        door: doorRef.exactOptional(),
        topic: topic.exactOptional(),
        seen: z.array(z.object({ at, incidents: z.number() })),
      }),
    ]),
  ),
  past: z.array(
    z.object({
      span: z.enum(['day', 'week']),
      until: at,
      doors: z.array(z.object({ ...ofDoor, failures: z.number() })),
    }),
  ),
  unlocked: z.array(z.object({ ...ofDoor, ...spell })).exactOptional(),
});

/** When a channel is told a digest. */
export const digestPlan = z.object({
  minute: z.number(),
  weekday: weekday.exactOptional(),
  dueAt: at,
  from: at,
  skipped: at.exactOptional(),
});
