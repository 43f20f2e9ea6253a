import type { Instant } from './door/ids.ts';
import { owesReminder } from './incident/answers.ts';
import type { IncidentDesk } from './watch/cards.ts';

/**
 * Tells the desks that time has passed, where something severe has waited too long for an answer. It is looked at by the
 * clock and not by polls: nobody is reminded by a CLUe that cannot be read, and that is when it matters.
 */
export function remind(
  desks: ReadonlyMap<string, IncidentDesk>,
  now: Instant,
  log: { error(message: string, fields?: object): void },
): void {
  for (const [desk, { incidents, send }] of desks) {
    if (!owesReminder(incidents(), now)) continue;
    // Looked at again in a second, where it could not be saved.
    send({ kind: 'time-passed' }).catch((error: unknown) =>
      log.error('a reminder could not be saved', { desk, error: String(error) }),
    );
  }
}
