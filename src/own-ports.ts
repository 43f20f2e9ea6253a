import { cardIncidents } from './card-incidents.ts';
import { type PlaceMemoryOptions, placeMemory } from './place-memory.ts';
import type { CommandPorts } from './slack/commands/ports.ts';
import type { IncidentDesk } from './watch/cards.ts';

export type OwnPortsOptions = PlaceMemoryOptions & {
  /** Every desk that has cards in channels, by name. */
  readonly desks: ReadonlyMap<string, IncidentDesk>;
};

/** What commands take from the bot itself: what it remembers, and what its cards are about. */
export const ownPorts = ({
  watches,
  zone,
  now,
  desks,
}: OwnPortsOptions): Pick<CommandPorts, 'memory' | 'incidents'> => ({
  memory: placeMemory({ watches, zone, now }),
  incidents: cardIncidents(desks),
});
