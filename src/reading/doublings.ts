import type { EventId } from '../door/ids.ts';
import type { Page } from '../door/page.ts';

/**
 * How many rows of these pages CLUe has more than once, and counts so often.
 *
 * A row that stands on two pages may only have been pushed from one to the other by a row that nobody has seen yet, and then
 * CLUe counts one more. So doublings are told among pages of which CLUe counted the same.
 */
export function doublings(pages: Iterable<Page>): number {
  const timesByTotal = new Map<number, Map<EventId, number>>();
  const extra = new Map<EventId, number>();
  for (const { total, events } of pages) {
    const times = timesByTotal.get(total) ?? new Map<EventId, number>();
    timesByTotal.set(total, times);
    for (const { id } of events) {
      const before = times.get(id) ?? 0;
      times.set(id, before + 1);
      if (before > 0) extra.set(id, Math.max(extra.get(id) ?? 0, before));
    }
  }
  return [...extra.values()].reduce((sum, more) => sum + more, 0);
}
