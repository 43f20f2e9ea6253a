import type { Instant, PlaceId } from './door/ids.ts';
import { type PagedLog, throughGate } from './reading/ask.ts';
import { openGate } from './reading/gate.ts';
import type { Look } from './reading/place-rows.ts';
import { openReading, REQUESTS_AT_ONCE } from './reading/reading.ts';
import { oneAtATime } from './slack/commands/one-at-a-time.ts';
import type { Log, RowsPort } from './slack/commands/ports.ts';
import type { Keeper } from './store/keeper.ts';
import { type CacheLog, openRowsCache } from './store/rows-cache.ts';

export type RowsOptions = {
  readonly clue: PagedLog;
  readonly store: Pick<Keeper, 'aside'>;
  readonly now: () => Instant;
  readonly log: CacheLog;
};

export type Rows = RowsPort & {
  /** The doors' log for whoever reads much of it. */
  readonly longReads: Log;
  /** Hears what the watcher read of a place, and when that began. */
  readonly hear: (place: PlaceId, look: Look, at: Instant) => void;
  readonly stop: () => Promise<void>;
};

/** Rows for all answers, through one gate: no four of them keep CLUe busy, and the polls wait for none. */
export async function openRows({ clue, store, now, log }: RowsOptions): Promise<Rows> {
  const gate = openGate(REQUESTS_AT_ONCE);
  const past = await openRowsCache({ aside: store.aside, now, log });
  const reading = openReading({ log: clue, gate, past, now });
  return {
    read: reading.read,
    hear: reading.hear,
    longReads: oneAtATime(throughGate(clue, gate)),
    stop: async () => {
      await reading.stop();
      await past.settled();
    },
  };
}
