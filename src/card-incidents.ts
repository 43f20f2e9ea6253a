import { standingFor } from './incident/answers.ts';
import { beganAt, type Incident, incidentId, isDoorFacts, lastOf } from './incident/incident.ts';
import type { CardSubject, Incidents } from './slack/commands/ports.ts';
import type { IncidentDesk } from './watch/cards.ts';

/** What an incident is about, with nobody in it. */
export function subjectOf({ facts, place, door }: Incident): CardSubject {
  if (place === undefined || !isDoorFacts(facts)) return 'no-door';
  return { place, from: beganAt(facts), to: lastOf(facts), ...(door !== undefined && { door }) };
}

/** What cards are about, by their ids and by their messages, over all desks. */
export function cardIncidents(desks: ReadonlyMap<string, IncidentDesk>): Incidents {
  return {
    byId: (id) => {
      for (const desk of desks.values()) {
        const found = standingFor(desk.incidents(), incidentId(id));
        if (found !== undefined) return subjectOf(found);
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
        if (found !== undefined) return subjectOf(found);
      }
      return undefined;
    },
  };
}
