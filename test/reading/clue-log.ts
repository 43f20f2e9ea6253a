import type { DoorEvent } from '../../src/door/event.ts';
import { compareEventIds, instant } from '../../src/door/ids.ts';
import type { PageRequest } from '../../src/door/page.ts';
import { failed, ok, type Problem } from '../../src/door/problem.ts';
import type { PagedLog } from '../../src/reading/ask.ts';
import { at, authFailed } from '../support/rows.ts';

/** CLUe's log as a list that changes between two answers: rows arrive, late ones too, and hidden ones become visible. */
export type ClueLog = PagedLog & {
  readonly rows: DoorEvent[];
  readonly asked: PageRequest[];
  /** Requests under way, and the most there ever were. */
  readonly underWay: () => number;
  readonly most: () => number;
  problem: Problem | undefined;
};

export type ClueLogOptions = {
  /** Rows a page, whatever it is asked for. */
  readonly cap?: number;
  /** Resolves when the next answer may be given; it is made then, not when it was asked for. */
  readonly wait?: () => Promise<void>;
  /** Called just after each answer was made. */
  readonly after?: (log: ClueLog) => void;
};

export function aClueLog(rows: readonly DoorEvent[], options: ClueLogOptions = {}): ClueLog {
  const { cap = Infinity, wait = async () => {}, after = () => {} } = options;
  let underWay = 0;
  let most = 0;
  const log: ClueLog = {
    rows: [...rows],
    asked: [],
    underWay: () => underWay,
    most: () => most,
    problem: undefined,
    page: async (request, signal) => {
      log.asked.push(request);
      underWay += 1;
      most = Math.max(most, underWay);
      await wait();
      underWay -= 1;
      if (signal?.aborted) return failed({ kind: 'timeout', afterMs: 1 });
      if (log.problem !== undefined) return failed(log.problem);
      const { place, from = -Infinity, to = Infinity } = request;
      const matching = log.rows
        .filter((row) => row.place === place && row.at >= from && row.at <= to)
        .sort((a, b) => compareEventIds(a.id, b.id));
      if (request.order === 'newest-first') matching.reverse();
      const size = Math.min(request.size, cap);
      const events = matching.slice(request.page * size, (request.page + 1) * size);
      const page = ok({ total: matching.length, events, malformed: 0 });
      after(log);
      return page;
    },
  };
  return log;
}

/** So many rows, a second apart, with ids that leave room for others between them. */
export const rowsFrom = (time: string, count: number, firstId = 10_000): readonly DoorEvent[] =>
  Array.from({ length: count }, (_, index) =>
    authFailed(instant(at(time) + index * 1_000), { id: String(firstId + index * 10) }),
  );

export const idsOf = (rows: readonly DoorEvent[]): readonly string[] => rows.map(({ id }) => id);
