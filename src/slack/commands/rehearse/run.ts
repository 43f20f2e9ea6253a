import type { Instant, PlaceId } from '../../../door/ids.ts';
import type { Problem } from '../../../door/problem.ts';
import type { Zone } from '../../../door/zone.ts';
import type { Kind } from '../../../incident/kinds/kind.ts';
import { newPlace, type PlaceState } from '../../../incident/place.ts';
import { type Rehearsal, rehearse } from '../../../incident/rehearsal.ts';
import type { Subscription } from '../../../incident/subscription.ts';
import type { Log } from '../ports.ts';
import { readGently } from '../read-gently.ts';

export type RehearsalsOptions = {
  /** The doors' log, with one page under way at a time. */
  readonly log: Log;
  /** What the bot has learned of a place. */
  readonly place: (place: PlaceId) => PlaceState | undefined;
  readonly kinds: readonly Kind[];
  readonly zone: Zone;
};

export type RehearsalRequest = {
  readonly subscription: Subscription;
  readonly places: readonly PlaceId[];
  readonly from: Instant;
  readonly to: Instant;
  readonly onProgress: (progress: Progress) => void;
  readonly signal?: AbortSignal;
};

/** How far it has come. */
export type Progress =
  | { readonly kind: 'reading'; readonly rows: number; readonly total: number }
  | { readonly kind: 'rehearsing'; readonly rows: number; readonly share: number };

export type RehearsalAnswer =
  | {
      readonly ok: true;
      readonly rehearsal: Rehearsal;
      /** Places that could not be read, and those of which the older rows are missing. */
      readonly unread: readonly { readonly place: PlaceId; readonly problem: Problem }[];
      readonly cut: readonly PlaceId[];
    }
  | { readonly ok: false; readonly why: 'busy' };

export type Rehearsals = {
  /** Runs one rehearsal at a time: the rows of a month take their room. */
  readonly run: (request: RehearsalRequest) => Promise<RehearsalAnswer>;
};

/** Rows of all places in one rehearsal, at most. */
const MOST_ROWS = 200_000;
/** Time for reading, in milliseconds. */
const READ_WITHIN_MS = 300_000;
/** So long at one go, in milliseconds, then everything else has its turn. */
const AT_ONE_GO_MS = 8;

/** Rehearses over the log, read gently, while the bot goes on with everything else. */
export function createRehearsals({ log, place: learnedOf, kinds, zone }: RehearsalsOptions): Rehearsals {
  let isBusy = false;

  const run = async (request: RehearsalRequest): Promise<RehearsalAnswer> => {
    const { subscription, from, to, onProgress } = request;
    const deadline = AbortSignal.timeout(READ_WITHIN_MS);
    const signal = request.signal === undefined ? deadline : AbortSignal.any([request.signal, deadline]);
    const places: { rows: Awaited<ReturnType<typeof rowsOf>>['events']; learned: PlaceState }[] = [];
    const unread: { place: PlaceId; problem: Problem }[] = [];
    const cut: PlaceId[] = [];
    let rows = 0;
    const rowsOf = async (place: PlaceId) => {
      const answer = await readGently(log, place, {
        from,
        to,
        most: Math.max(MOST_ROWS - rows, 1),
        signal,
        onPage: (read, total) => onProgress({ kind: 'reading', rows: rows + read, total: rows + total }),
      });
      if (answer.ok) {
        if (answer.value.isCut) cut.push(place);
        return answer.value;
      }
      unread.push({ place, problem: answer.problem });
      return { events: [] };
    };
    for (const place of request.places) {
      const { events } = await rowsOf(place);
      rows += events.length;
      places.push({ rows: events, learned: learnedOf(place) ?? newPlace(place) });
    }
    const rehearsal = rehearse({ places, subscription, kinds, zone, from, to });
    for (;;) {
      const until = performance.now() + AT_ONE_GO_MS;
      do {
        const { done, value } = rehearsal.next();
        if (done === true) return { ok: true, rehearsal: value, unread, cut };
        onProgress({ kind: 'rehearsing', rows, share: value });
      } while (performance.now() < until);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  return {
    run: async (request) => {
      if (isBusy) return { ok: false, why: 'busy' };
      isBusy = true;
      try {
        return await run(request);
      } finally {
        isBusy = false;
      }
    },
  };
}
