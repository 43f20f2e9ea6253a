import type { DoorEvent } from '../door/event.ts';
import { type EventId, eventId, type Instant, instant, type PlaceId } from '../door/ids.ts';
import { failed, type Problem, type Result } from '../door/problem.ts';
import { type Ask, askThrough, type PagedLog } from './ask.ts';
import type { Gate } from './gate.ts';
import type { PageSizes } from './page-sizes.ts';
import type { PlaceRows, RowsAsked } from './place-rows.ts';
import { readNewest } from './read-newest.ts';
import { newestFirst, type Progress, type RowsRead, readRange, type TooMany } from './read-range.ts';
import {
  MOST_ROWS,
  type PastKeeper,
  type PlaceFound,
  READ_WITHIN_MS,
  type ReadRequest,
  type Source,
} from './request.ts';
import { openShares } from './shares.ts';

/** A time that ended so long ago is over: rows that still come for it are late ones. In milliseconds. */
const OVER_AFTER_MS = 15 * 60_000;
/** What begins at nearly the same moment, as `7d` typed by two people does, is read from the same moment on. In milliseconds. */
const SAME_MOMENT_MS = 10_000;
/** The newest rows are looked through so far, at most, for those of one door. */
export const MOST_LOOKED_THROUGH = 20_000;

export type PlaceNews = Progress;
export type PlaceOutcome = PlaceFound | { readonly kind: 'left' } | TooMany;

export type PlaceReaderOptions = {
  readonly log: PagedLog;
  readonly gate: Gate;
  readonly sizes: PageSizes;
  readonly now: () => Instant;
  readonly past: PastKeeper | undefined;
  readonly memory: (place: PlaceId) => PlaceRows | undefined;
};

export type PlaceQuestion = {
  readonly request: ReadRequest;
  readonly asker: object;
  readonly signal: AbortSignal;
  readonly hear: (news: PlaceNews) => void;
};

type Shared = { readonly answer: Result<RowsRead | TooMany>; readonly startedAt: Instant };

export type PlaceReader = {
  readonly read: (place: PlaceId, question: PlaceQuestion) => Promise<PlaceOutcome>;
};

/** Reads one place: from memory where it knows all that is asked, else from what was kept of the past, else from CLUe. */
export function openPlaceReader({ log, gate, sizes, now, past, memory }: PlaceReaderOptions): PlaceReader {
  const shares = openShares<Shared, PlaceNews>();

  const fromMemory = (place: PlaceId, request: ReadRequest, problem?: Problem): PlaceFound | undefined => {
    const rows = memory(place);
    const freshAt = rows?.freshAt();
    if (rows === undefined || freshAt === undefined) return undefined;
    const { events, isComplete } = rows.recall(remembering(request));
    // A memory that may lack rows speaks only where nothing else does.
    if (!isComplete && (problem === undefined || events.length === 0)) return undefined;
    return {
      place,
      ok: true,
      events,
      freshAt,
      source: problem === undefined ? 'memory' : 'memory-only',
      malformed: rows.malformed(),
      rowsRead: events.length,
      isCut: !isComplete,
      missing: 0,
      ...(problem !== undefined && { problem }),
    };
  };

  /** What was kept of a time that is over, with the rows that came late for it since. */
  const fromThePast = async (
    place: PlaceId,
    { request, asker, signal }: PlaceQuestion,
  ): Promise<PlaceFound | undefined> => {
    const name = nameOf(place, request, now());
    const kept = name === undefined ? undefined : await past?.get(name);
    if (kept === undefined) return undefined;
    const knownTo = eventId(kept.knownTo);
    const found = (events: readonly DoorEvent[], freshAt: Instant, source: Source = 'kept'): PlaceFound => {
      const { malformed } = kept;
      return { place, ok: true, events, freshAt, source, malformed, rowsRead: events.length, isCut: false, missing: 0 };
    };
    const rows = memory(place);
    const freshAt = rows?.freshAt();
    if (rows?.isFresh(now()) && rows.knowsAbove(knownTo) && freshAt !== undefined) {
      // A row can become visible after one with a higher id: all that is remembered counts, not only what lies above.
      return found(newestFirst([...rows.recall(timeOf(request)).events, ...kept.events]), freshAt);
    }
    // The memory has moved on: CLUe's count says whether anything came since.
    const askedAt = now();
    const ask = askThrough({ log, gate, asker, signal });
    const counted = await ask({ place, page: 0, size: 1, order: 'newest-first', ...timeOf(request) });
    if (counted.ok) return counted.value.total === kept.total ? found(kept.events, askedAt) : undefined;
    if (signal.aborted || REFUSALS.has(counted.problem.kind)) return undefined;
    return { ...found(kept.events, kept.readAt, 'memory-only'), problem: counted.problem };
  };

  const fromClue = async (place: PlaceId, question: PlaceQuestion): Promise<Shared | undefined> => {
    const { request, signal, hear } = question;
    const begin = async (given: AbortSignal, tell: (news: PlaceNews) => void): Promise<Shared> => {
      const withinMs = request.withinMs ?? READ_WITHIN_MS;
      const whole = AbortSignal.any([given, AbortSignal.timeout(withinMs)]);
      const startedAt = now();
      const rows = memory(place);
      const newestId = rows?.isFresh(startedAt) ? rows.recall({}).events[0]?.id : undefined;
      const ask = askThrough({ log, gate, asker: question.asker, signal: whole });
      const answer = await readFrom(ask, sizes, place, request, whole, tell);
      // Why it broke off is known here alone: the time was up.
      if (!answer.ok && whole.aborted) return { answer: failed({ kind: 'timeout', afterMs: withinMs }), startedAt };
      keep(place, request, answer, newestId, startedAt);
      return { answer, startedAt };
    };
    const key = keyOf(place, request);
    if (key === undefined) return await openShares<Shared, PlaceNews>().join('', begin, { signal, hear });
    return await shares.join(key, begin, { signal, hear });
  };

  const keep = (
    place: PlaceId,
    request: ReadRequest,
    answer: Result<RowsRead | TooMany>,
    newestId: EventId | undefined,
    at: Instant,
  ): void => {
    const name = enoughOf(request) === undefined ? nameOf(place, request, at) : undefined;
    if (name === undefined || !answer.ok || 'kind' in answer.value) return;
    const { events, malformed, total, isCut, missing } = answer.value;
    const knownTo = newestId ?? events[0]?.id;
    if (isCut || missing > 0 || knownTo === undefined) return;
    past?.put(name, { events, malformed, total, knownTo, readAt: at });
  };

  return {
    read: async (place, question) => {
      const { request, signal } = question;
      const wide = { ...question, request: widened(request) };
      const rows = memory(place);
      const away = rows?.away(now());
      if (rows?.isFresh(now()) || away !== undefined) {
        const known = fromMemory(place, request, away);
        if (known?.ok && !known.isCut) return known;
      }
      const kept = await fromThePast(place, wide);
      if (kept !== undefined) return narrowed(kept, request);
      const shared = await fromClue(place, wide);
      if (shared === undefined || signal.aborted) return { kind: 'left' };
      const { answer, startedAt } = shared;
      if (answer.ok) {
        if ('kind' in answer.value) return answer.value;
        return narrowed({ place, ok: true, ...answer.value, freshAt: startedAt, source: 'clue' }, request);
      }
      const { problem } = answer;
      // Who may no longer see a place is not told what was seen before.
      const remembered = REFUSALS.has(problem.kind) ? undefined : fromMemory(place, request, problem);
      return remembered ?? { place, ok: false, problem };
    },
  };
}

function widened(request: ReadRequest): ReadRequest {
  if (request.from === undefined) return request;
  return { ...request, from: instant(Math.floor(request.from / SAME_MOMENT_MS) * SAME_MOMENT_MS) };
}

/** Only the rows that were asked for. */
function narrowed(found: PlaceFound, { from }: ReadRequest): PlaceFound {
  if (!found.ok || from === undefined) return found;
  return { ...found, events: found.events.filter(({ at }) => at >= from) };
}

const REFUSALS: ReadonlySet<Problem['kind']> = new Set(['not-allowed', 'no-such-place', 'bad-request']);

function readFrom(
  ask: Ask,
  sizes: PageSizes,
  place: PlaceId,
  request: ReadRequest,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Result<RowsRead | TooMany>> {
  const isEnough = enoughOf(request);
  const common = { place, signal, onProgress };
  if (request.from === undefined && request.to === undefined && isEnough !== undefined) {
    const size = request.newest ?? sizes.most();
    return readNewest(ask, sizes, { ...common, isEnough, size, most: MOST_LOOKED_THROUGH });
  }
  const most = isEnough === undefined ? MOST_ROWS : Number.POSITIVE_INFINITY;
  return readRange(ask, sizes, { ...common, ...timeOf(request), ...(isEnough !== undefined && { isEnough }), most });
}

function enoughOf({ newest, isEnough }: ReadRequest): ReadRequest['isEnough'] {
  return isEnough ?? (newest === undefined ? undefined : ({ length }) => length >= newest);
}

const remembering = (request: ReadRequest): RowsAsked => {
  const isEnough = enoughOf(request);
  return { ...timeOf(request), ...(isEnough !== undefined && { isEnough }) };
};

const timeOf = ({ from, to }: ReadRequest): Pick<ReadRequest, 'from' | 'to'> => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

/** By what a time that is over is kept; undefined while it is not over. */
function nameOf(place: PlaceId, { from, to }: ReadRequest, now: Instant): string | undefined {
  if (to === undefined || now - to < OVER_AFTER_MS) return undefined;
  return `${encodeURIComponent(place)}/${from ?? ''}/${to}`;
}

/** What makes two questions one; undefined for one that nobody can be known to share. */
function keyOf(place: PlaceId, { from, to, newest, isEnough, key, withinMs }: ReadRequest): string | undefined {
  if (isEnough !== undefined && key === undefined) return undefined;
  return JSON.stringify([place, from, to, newest, key, withinMs]);
}
