import type { DoorEvent } from '../../door/event.ts';
import type { Instant } from '../../door/ids.ts';
import type { Problem } from '../../door/problem.ts';
import type { RowsFound } from '../../reading/request.ts';
import type { Freshness } from '../messages/freshness.ts';
import type { Message } from '../messages/message.ts';
import { drawReading, drawStopped, drawTooManyRows } from '../messages/reading.ts';
import type { Catalogue } from '../messages/words/catalogue.ts';
import type { CommandPorts, PlaceView } from './ports.ts';

export type RowsRequest = {
  readonly from?: Instant;
  readonly to?: Instant;
  /** So many of the newest rows of each place. */
  readonly newest?: number;
  /** Whether these rows of a place, newest first, are enough of them; in place of `newest`. */
  readonly isEnough?: (rows: readonly DoorEvent[]) => boolean;
  /** What `isEnough` asks, in words: who asks the same at the same moment shares one reading. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  readonly withinMs?: number;
};

/** Who waits for the rows. */
export type Waiting = {
  readonly ports: Pick<CommandPorts, 'rows' | 'waits'>;
  readonly user: string;
  readonly say: Catalogue;
  /** Says how far it has come, where that can be said. */
  readonly progress?: (message: Message) => void;
};

/** What several places gave, each by itself: one that cannot be read does not hide the others. */
export type PlaceRows = { readonly place: PlaceView; readonly rows: RowsFound };
export type PlaceProblem = { readonly place: PlaceView; readonly problem: Problem };

export type PlacesRead =
  | {
      readonly ok: true;
      readonly read: readonly PlaceRows[];
      readonly unread: readonly PlaceProblem[];
      readonly freshness: readonly Freshness[];
    }
  /** There is no answer but this one: too many rows, or whoever waited gave it up. */
  | { readonly ok: false; readonly instead: Message };

/** Reads rows of several places for somebody who waits, says how far it has come, and lets them give it up. */
export async function readPlaces(
  waiting: Waiting,
  places: readonly PlaceView[],
  request: RowsRequest,
): Promise<PlacesRead> {
  const { ports, user, say, progress } = waiting;
  const wait = ports.waits.begin(user);
  const signal = request.signal === undefined ? wait.signal : AbortSignal.any([request.signal, wait.signal]);
  try {
    const answer = await ports.rows.read({
      ...request,
      places: places.map(({ id }) => id),
      signal,
      ...(progress !== undefined && { onProgress: (how) => progress(drawReading(how, wait.id, say)) }),
    });
    if (answer.kind === 'too-many-rows') return { ok: false, instead: drawTooManyRows(answer, say) };
    if (answer.kind === 'cancelled') return { ok: false, instead: drawStopped(say) };
    const read: PlaceRows[] = [];
    const unread: PlaceProblem[] = [];
    for (const [index, place] of places.entries()) {
      const found = answer.places[index];
      if (found === undefined) continue;
      if (found.ok) read.push({ place, rows: found });
      else unread.push({ place, problem: found.problem });
    }
    return { ok: true, read, unread, freshness: read.map(freshnessOf) };
  } finally {
    wait.end();
  }
}

const freshnessOf = ({ place, rows: { source, freshAt, problem, missing } }: PlaceRows): Freshness => ({
  place,
  at: freshAt,
  isNow: source === 'clue',
  missing,
  ...(problem !== undefined && { problem }),
});
