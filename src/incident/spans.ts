import type { Instant } from '../door/ids.ts';

/** A stretch of device time. */
export type Span = { readonly from: Instant; readonly to: Instant };

/** Finds, among many stretches of time, those that another one meets, without looking at each of them. */
export type SpanIndex<Item> = {
  /** Every item whose span overlaps this one or touches it, in the order in which the items were given. */
  readonly near: (span: Span) => readonly Item[];
};

/** Items by their spans. After an outage one door has thousands of them, and each is asked about. */
export function indexSpans<Item>(items: readonly Item[], spanOf: (item: Item) => Span): SpanIndex<Item> {
  const entries = items
    .map((item, order) => ({ item, order, ...spanOf(item) }))
    .sort((a, b) => a.from - b.from || a.order - b.order);
  let furthest = Number.NEGATIVE_INFINITY;
  const furthestTo = entries.map(({ to }) => {
    furthest = Math.max(furthest, to);
    return furthest;
  });
  return {
    near: ({ from, to }) => {
      const found: (typeof entries)[number][] = [];
      // Nothing before an entry whose furthest end lies behind can reach this span.
      for (
        let index = countUntil(entries, to) - 1;
        (furthestTo[index] ?? Number.NEGATIVE_INFINITY) >= from;
        index -= 1
      ) {
        const entry = entries[index];
        if (entry !== undefined && entry.to >= from) found.push(entry);
      }
      return found.sort((a, b) => a.order - b.order).map(({ item }) => item);
    },
  };
}

/** How many entries, sorted by `from`, begin at or before a moment. */
function countUntil(entries: readonly { readonly from: number }[], moment: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.from ?? 0) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
