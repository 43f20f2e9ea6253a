import { z } from 'zod';
import { at, device, door, event, silentDoor } from './facts.ts';

/** What a place has learned of its devices and doors, as it is saved. */

export const deviceLog = z.object({
  device,
  doors: z.array(door),
  top: z.object({ number: z.number(), at, id: event }),
  restartedAt: at.exactOptional(),
  holes: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      noticedAt: at.exactOptional(),
      told: z.literal(true).exactOptional(),
    }),
  ),
  skips: z.array(z.number()),
  absence: z
    .object({
      since: at,
      until: at.exactOptional(),
      first: z.number(),
      last: z.number(),
      came: z.number(),
      lost: z.number(),
    })
    .exactOptional(),
});

export const habit = z.object({
  from: z.number(),
  counts: z.string(),
  heardAt: at,
  lastAt: at,
  timelyAt: at.exactOptional(),
});

export const silence = z.object({
  since: at,
  toldAt: at,
  until: at.exactOptional(),
  doors: z.array(silentDoor.extend({ ended: z.enum(['heard', 'forgotten']).exactOptional() })),
});
