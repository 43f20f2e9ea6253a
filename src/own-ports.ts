import { cardIncidents } from './card-incidents.ts';
import { type PlaceMemoryOptions, placeMemory } from './place-memory.ts';
import type { CommandPorts } from './slack/commands/ports.ts';
import { createFiles, type FilesOptions } from './slack/files.ts';
import type { IncidentDesk } from './watch/cards.ts';

export type OwnPortsOptions = PlaceMemoryOptions &
  FilesOptions & {
    /** Every desk that has cards in channels, by name. */
    readonly desks: ReadonlyMap<string, IncidentDesk>;
  };

/** What commands take from the bot itself: what it remembers, what its cards are about, and its way to send a file. */
export const ownPorts = ({
  watches,
  zone,
  now,
  desks,
  ...files
}: OwnPortsOptions): Pick<CommandPorts, 'memory' | 'incidents' | 'files'> => ({
  memory: placeMemory({ watches, zone, now }),
  incidents: cardIncidents(desks),
  files: createFiles(files),
});
