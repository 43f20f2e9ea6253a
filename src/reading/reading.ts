import type { Instant, PlaceId } from '../door/ids.ts';
import { askThrough, type PagedLog } from './ask.ts';
import { fill } from './fill.ts';
import { type Gate, openGate } from './gate.ts';
import { openPageSizes } from './page-sizes.ts';
import { type Look, openPlaceRows, type PlaceRows } from './place-rows.ts';
import { openPlaceReader, type PlaceNews } from './read-place.ts';
import { MOST_ROWS, type PastKeeper, type PlaceFound, type ReadAnswer, type ReadRequest } from './request.ts';

/** Requests to CLUe at the same time for all answers together, at most. The watcher's polls do not count: they never wait. */
export const REQUESTS_AT_ONCE = 4;
/** A memory that could not be filled or proved is tried again after so long, in milliseconds. */
const TRY_AGAIN_MS = 30_000;

export type ReadingOptions = {
  readonly log: PagedLog;
  readonly now: () => Instant;
  /** Where rows of times that are over are kept; nowhere, if left out. */
  readonly past?: PastKeeper;
  readonly gate?: Gate;
  /** A clock that is never put back, in milliseconds. */
  readonly steady?: () => number;
};

/** Reads rows for answers: from memory, from what was kept, and from CLUe. */
export type Reading = {
  /** Never rejects for anything that CLUe, the store or a person can cause. */
  readonly read: (request: ReadRequest) => Promise<ReadAnswer>;
  /** Hears what the watcher read of a place, and when that began. */
  readonly hear: (place: PlaceId, look: Look, at: Instant) => void;
  /** Gives up what is under way. */
  readonly stop: () => Promise<void>;
};

export function openReading(options: ReadingOptions): Reading {
  const { log, now, past, gate = openGate(REQUESTS_AT_ONCE), steady = () => performance.now() } = options;
  const stopping = new AbortController();
  const sizes = openPageSizes();
  const memories = new Map<PlaceId, PlaceRows>();
  const fillings = new Map<PlaceId, Promise<void>>();
  const triedAt = new Map<PlaceId, Instant>();
  const reader = openPlaceReader({ log, gate, sizes, now, past, memory: (place) => memories.get(place) });

  const fillMemory = (place: PlaceId, rows: PlaceRows, at: Instant): void => {
    if (fillings.has(place) || rows.knownSince() !== undefined) return;
    const before = triedAt.get(place);
    if (before !== undefined && Math.abs(at - before) < TRY_AGAIN_MS) return;
    triedAt.set(place, at);
    const { signal } = stopping;
    const ask = askThrough({ log, gate, asker: rows, signal });
    const filling = fill({ place, rows, ask, sizes, signal }).finally(() => fillings.delete(place));
    fillings.set(place, filling);
  };

  const read = async (request: ReadRequest): Promise<ReadAnswer> => {
    const { places, onProgress = () => {} } = request;
    const begun = steady();
    const over = new AbortController();
    const signals = [over.signal, stopping.signal, ...(request.signal === undefined ? [] : [request.signal])];
    const signal = AbortSignal.any(signals);
    const news = new Map<PlaceId, PlaceNews>();
    let tooMany: number | undefined;

    const hear = (place: PlaceId, one: PlaceNews): void => {
      news.set(place, one);
      const sum = (what: keyof PlaceNews): number => [...news.values()].reduce((all, next) => all + next[what], 0);
      const [pages, ofPages, rows, ofRows] = [sum('pages'), sum('ofPages'), sum('rows'), sum('ofRows')];
      if (request.newest === undefined && request.isEnough === undefined && ofRows > MOST_ROWS) {
        tooMany = ofRows;
        over.abort();
        return;
      }
      const leftMs = pages === 0 ? 0 : ((steady() - begun) / pages) * Math.max(ofPages - pages, 0);
      if (pages < ofPages) onProgress({ pages, ofPages, rows, ofRows, leftMs });
    };

    const asker = {};
    const outcomes = await Promise.all(
      places.map((place) => reader.read(place, { request, asker, signal, hear: (one) => hear(place, one) })),
    );
    const refused = outcomes.find((one) => 'kind' in one && one.kind === 'too-many-rows');
    if (refused !== undefined && 'total' in refused) tooMany ??= refused.total;
    if (tooMany !== undefined) return { kind: 'too-many-rows', total: tooMany, most: MOST_ROWS };
    const found = outcomes.flatMap((one): readonly PlaceFound[] => ('ok' in one ? [one] : []));
    return found.length < outcomes.length ? { kind: 'cancelled' } : { kind: 'read', places: found };
  };

  return {
    read,
    hear: (place, look, at) => {
      const rows = memories.get(place) ?? openPlaceRows();
      memories.set(place, rows);
      rows.hear(look, at);
      if (look.problem === undefined && look.pages > 0) fillMemory(place, rows, at);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(fillings.values());
    },
  };
}
