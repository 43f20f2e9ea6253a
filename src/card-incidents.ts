import { standingFor } from './incident/answers.ts';
import { type Incident, incidentId } from './incident/incident.ts';
import type { Incidents } from './slack/commands/ports.ts';
import type { IncidentDesk } from './watch/cards.ts';

/** Incidents by their ids and by their messages, over all desks. */
export function cardIncidents(desks: ReadonlyMap<string, IncidentDesk>): Incidents {
  return {
    byId: (id) => {
      for (const desk of desks.values()) {
        const found = standingFor(desk.incidents(), incidentId(id));
        if (found !== undefined) return found;
      }
      return undefined;
    },
    byCard: (channel, ts) => {
      const isIt = ({ cards }: Incident): boolean =>
        cards.some(
          (card) => card.channel === channel && (card.ts === ts || card.replies?.some((one) => one.ts === ts)),
        );
      for (const desk of desks.values()) {
        const found = desk.incidents().find(isIt);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}
