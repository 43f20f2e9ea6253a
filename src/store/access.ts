import { z } from 'zod';
import { personId } from '../door/ids.ts';
import { type AccessState, DEFAULT_ROLES, ROLES } from '../incident/access.ts';
import type { AuditEntry } from '../incident/audit.ts';
import { at, channel } from './facts.ts';

const personKey = z.string().transform(personId);

/** The value of who may ask what, as admins set it in Slack. */
export const accessValue: z.ZodType<AccessState> = z.object({
  grants: z.array(z.object({ whom: z.string(), role: z.enum(ROLES), by: z.string(), at })),
  links: z.array(z.object({ user: z.string(), person: personKey, by: z.string(), at })),
  defaultRole: z.enum(DEFAULT_ROLES).exactOptional(),
  told: z.array(z.string()).exactOptional(),
});

/** A stretch of a day's questions that were answered with names. */
export const auditValue: z.ZodType<readonly AuditEntry[]> = z.array(
  z.object({
    at,
    user: z.string(),
    asked: z.string(),
    rows: z.number(),
    channel: channel.exactOptional(),
    reason: z.string().exactOptional(),
    people: z.array(personKey).exactOptional(),
  }),
);
