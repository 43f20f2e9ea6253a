import type { DoorEvent } from '../door/event.ts';
import { compareEventIds, type EventId, type Instant, type PlaceId } from '../door/ids.ts';
import type { Page } from '../door/page.ts';
import { failed, ok, type Problem, type Result } from '../door/problem.ts';
import type { Ask } from './ask.ts';
import { doublings } from './doublings.ts';
import type { PageSizes } from './page-sizes.ts';

/** Pages of one question that are asked for at the same time, at most. */
const AT_ONCE = 4;
/** So often all pages are read, at most, where CLUe counts more rows than it gave. */
const PASSES = 3;

/** How far a reading has come, in pages and in rows. */
export type Progress = {
  readonly pages: number;
  readonly ofPages: number;
  readonly rows: number;
  readonly ofRows: number;
};

export type RangeRequest = {
  readonly place: PlaceId;
  readonly from?: Instant;
  readonly to?: Instant;
  /** Whether these rows, newest first and without a gap, are enough of them. Never, if left out. */
  readonly isEnough?: (rows: readonly DoorEvent[]) => boolean;
  /** More rows than these are not read at all. */
  readonly most: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
};

/** What a reading brought. */
export type RowsRead = {
  /** Each row once, newest first by the order in which CLUe took them. */
  readonly events: readonly DoorEvent[];
  readonly malformed: number;
  /** Rows that CLUe sent, with doublings and malformed ones. */
  readonly rowsRead: number;
  /** There was more, but not within the time or the number of rows. */
  readonly isCut: boolean;
  /** Rows that CLUe counts and, however often it was asked, did not give. */
  readonly missing: number;
  /** What CLUe counted at last. */
  readonly total: number;
  /** Rows of that count that are the same as others. */
  readonly doubled: number;
};

/** More rows than are read for one question. */
export type TooMany = { readonly kind: 'too-many-rows'; readonly total: number; readonly most: number };

/**
 * Reads all rows of a time, four pages at once.
 *
 * It asks for them oldest first, and begins at the last page. With the newest first, each row that arrives pushes every other
 * one down, and of two pages that are under way together the later one may be read before the push and the earlier one after
 * it: the row between them is on neither. Oldest first, what arrives lies at the end and moves nothing, so it does not matter
 * in which order the pages are read. What grew meanwhile at the end is read on to.
 *
 * A row that becomes visible below others still moves those above it. So the rows, each counted as often as CLUe has it,
 * are checked against CLUe's own `total`, and where some are missing all pages are read again.
 */
export async function readRange(
  ask: Ask,
  sizes: PageSizes,
  request: RangeRequest,
): Promise<Result<RowsRead | TooMany>> {
  const { place, from, to, isEnough, most, signal, onProgress } = request;
  const range = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const pages = new Map<number, Page>();
  /** Every row that any page gave: one that moved between two readings of its page stays. */
  const events = new Map<EventId, DoorEvent>();
  let rowsRead = 0;
  let total = 0;
  let size = sizes.most();
  let problem: Problem | undefined;
  let answered = 0;
  /** The questions are numbered: of two answers under way together, that to the later question knows the newer count. */
  let asked = 0;
  let totalOf = 0;
  /** The last page when the reading began. */
  let top = 0;

  const arrivedOn = (page: Page): number => page.events.length + page.malformed;
  const count = (): number => Math.ceil(total / size);
  const malformed = (): number => [...pages.values()].reduce((sum, page) => sum + page.malformed, 0);
  const lacking = (): number => {
    const short = total - events.size - malformed();
    return short > 0 ? short - doublings(pages.values()) : short;
  };

  const take = (index: number, page: Page, question: number): void => {
    pages.set(index, page);
    answered += 1;
    rowsRead += arrivedOn(page);
    if (question >= totalOf) {
      totalOf = question;
      total = page.total;
    }
    for (const event of page.events) events.set(event.id, event);
    onProgress({ pages: Math.min(answered, count()), ofPages: count(), rows: events.size, ofRows: total });
  };

  /** From what was the last page down to where one is missing: newest first, and without a gap. */
  const fromTheEnd = (): readonly DoorEvent[] => {
    const rows: DoorEvent[] = [];
    for (let index = top; index >= 0; index -= 1) {
      const page = pages.get(index);
      if (page === undefined) break;
      rows.push(...page.events);
    }
    return newestFirst(rows);
  };

  let enough: readonly DoorEvent[] | undefined;
  /** Reads these pages, a few at once, in this order, until there is enough or something keeps it. */
  const readAll = async (indexes: readonly number[]): Promise<void> => {
    const waiting = [...indexes];
    const work = async (): Promise<void> => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        if (problem !== undefined || enough !== undefined || signal.aborted) return;
        asked += 1;
        const question = asked;
        const answer = await ask({ place, page: index, size, order: 'oldest-first', ...range });
        if (!answer.ok) problem ??= answer.problem;
        else take(index, answer.value, question);
        if (isEnough !== undefined && enough === undefined) {
          const rows = fromTheEnd();
          if (isEnough(rows)) enough = rows;
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  };

  const first = await sizes.ask((wanted) => {
    size = wanted;
    return ask({ place, page: 0, size, order: 'oldest-first', ...range });
  });
  if (!first.ok) return first;
  if (first.value.total > most) return ok({ kind: 'too-many-rows', total: first.value.total, most });
  const given = arrivedOn(first.value);
  if (given === 0 && first.value.total > 0) {
    return failed({ kind: 'unreadable-answer', status: 200, detail: `none of ${first.value.total} rows is given` });
  }
  // CLUe may give fewer rows a page than it was asked for.
  if (given < size && given < first.value.total) {
    size = given;
    sizes.capped(given);
  }
  take(0, first.value, 0);
  top = Math.max(count() - 1, 0);

  const down = (from: number, to: number): readonly number[] =>
    Array.from({ length: Math.max(from - to + 1, 0) }, (_, index) => from - index);
  const result = (rows: readonly DoorEvent[], isCut: boolean, missing: number): Result<RowsRead> =>
    ok({ events: rows, malformed: malformed(), rowsRead, isCut, missing, total, doubled: doublings(pages.values()) });

  for (let pass = 1; ; pass += 1) {
    await readAll(pass === 1 ? down(count() - 1, 1) : down(count() - 1, 0));
    // What arrived meanwhile lies at the end: on the last page, which was not full, and on those after it.
    let last = -1;
    while (lacking() > 0 && last < total && problem === undefined && enough === undefined && !signal.aborted) {
      last = total;
      const unseen = down(count() - 1, 0).filter((index) => {
        const page = pages.get(index);
        return page === undefined || (arrivedOn(page) < size && index * size + arrivedOn(page) < total);
      });
      if (unseen.length === 0) break;
      await readAll(unseen);
    }
    if (enough !== undefined) return result(enough, false, 0);
    if (signal.aborted) return result(fromTheEnd(), true, 0);
    if (problem !== undefined) return failed(problem);
    if (lacking() <= 0 || pass === PASSES) {
      return result(newestFirst([...events.values()]), false, Math.max(lacking(), 0));
    }
  }
}

/** Each row once, the one with the highest id first. */
export function newestFirst(events: readonly DoorEvent[]): readonly DoorEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()].sort((a, b) => compareEventIds(b.id, a.id));
}
