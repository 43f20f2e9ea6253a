import type { DoorEvent } from '../../src/door/event.ts';
import { compareEventIds } from '../../src/door/ids.ts';
import type { Page, PageRequest } from '../../src/door/page.ts';
import { failed, ok, type Result } from '../../src/door/problem.ts';
import type { EventSource } from '../../src/watch/poll.ts';

/** A log in memory that is read page by page, and can change between two pages. */
export type LogSource = EventSource & {
  readonly add: (...events: readonly DoorEvent[]) => void;
  /** Called before each page is given, with the page's number. */
  beforePage: (page: number) => void;
  /** Pages asked for. */
  readonly asked: number[];
  /** From this page on, the source answers that it is away; undefined for never. */
  failsFrom: number | undefined;
};

export function logSource(events: readonly DoorEvent[] = [], maxPageRows = 1_000): LogSource {
  const rows: DoorEvent[] = [...events];
  const source: LogSource = {
    asked: [],
    failsFrom: undefined,
    beforePage: () => {},
    add: (...more) => {
      rows.push(...more);
    },
    page: async (request: PageRequest): Promise<Result<Page>> => {
      source.beforePage(request.page);
      source.asked.push(request.page);
      if (source.failsFrom !== undefined && request.page >= source.failsFrom) {
        return failed({ kind: 'unreachable', detail: 'away' });
      }
      const size = Math.min(request.size, maxPageRows);
      const sorted = [...rows].sort((a, b) => compareEventIds(b.id, a.id));
      const page = sorted.slice(request.page * size, (request.page + 1) * size);
      return ok({ total: rows.length, events: page, malformed: 0 });
    },
  };
  return source;
}
