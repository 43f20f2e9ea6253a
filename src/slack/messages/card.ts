import type { Instant, PlaceId } from '../../door/ids.ts';
import type { Incident } from '../../incident/incident.ts';
import { drawBlind } from './cards/blind.ts';
import { drawFailures } from './cards/failures.ts';
import { drawSessionRefused } from './cards/session-refused.ts';
import { drawUnlock } from './cards/unlock.ts';
import type { Message } from './message.ts';

/** An incident, and what its card needs to know beside it. Names are as CLUe or the configuration has them. */
export type CardView = {
  readonly incident: Incident;
  /** A place's name, or `place 178`. */
  readonly nameOfPlace: (place: PlaceId) => string;
  /** Absent while nobody has ever named the door. */
  readonly doorName?: string;
  /** Whether the place is worth saying, because there are several. */
  readonly showPlace: boolean;
  /** When the channel was first told, or now where it is being told. */
  readonly toldAt: Instant;
  /** The doors' IANA zone, for readers whose client cannot show a time in their own. */
  readonly timeZone: string;
};

/** The message that tells of an incident as it is now. */
export function drawCard(view: CardView): Message {
  const { facts } = view.incident;
  switch (facts.kind) {
    case 'failures':
      return drawFailures(facts, view);
    case 'unlocks':
      return drawUnlock(facts, view);
    case 'session-refused':
      return drawSessionRefused(facts, view);
    case 'blind':
      return drawBlind(facts, view);
  }
}
