import type { Instant } from '../door/ids.ts';
import { type CardMessage, nextStep, type Outcome, type Step } from '../incident/card.ts';
import type { ChannelId, Incident, IncidentId } from '../incident/incident.ts';

/** A desk that owns incidents: a place's, or the house's. */
export interface IncidentDesk {
  incidents(): readonly Incident[];
  send(message: CardMessage): Promise<unknown>;
}

/** One card: which desk owns its incident, and which channel it is for. */
type Ref = { readonly desk: string; readonly incident: IncidentId; readonly channel: ChannelId };

/** All cards of all desks, for whoever brings them up to date. A card that is forgotten needs nothing. */
export function openCards(desks: ReadonlyMap<string, IncidentDesk>) {
  const find = (ref: Ref): Incident | undefined =>
    desks
      .get(ref.desk)
      ?.incidents()
      .find((incident) => incident.id === ref.incident);
  return {
    find,
    step: (ref: Ref, now: Instant): Step => {
      const incident = find(ref);
      const card = incident?.cards.find((one) => one.channel === ref.channel);
      return incident === undefined || card === undefined ? { do: 'nothing' } : nextStep(incident, card, now);
    },
    report: async (ref: Ref, outcome: Outcome): Promise<void> => {
      const { incident, channel } = ref;
      await desks.get(ref.desk)?.send({ kind: 'card', incident, channel, outcome });
    },
  };
}
