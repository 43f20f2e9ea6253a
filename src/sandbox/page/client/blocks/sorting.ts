/** A cell of a data_table as far as its order is concerned. */
export type SortCell = {
  /** What is read in it. */
  readonly text: string;
  /** The value of a `raw_number` cell. */
  readonly number?: number;
};

export type Order = { readonly column: number; readonly way: 'ascending' | 'descending' };

/** The order after a click on a column's header: ascending first, then descending, then as the rows came. */
export function nextOrder(before: Order | undefined, column: number): Order | undefined {
  if (before?.column !== column) return { column, way: 'ascending' };
  return before.way === 'ascending' ? { column, way: 'descending' } : undefined;
}

/**
 * The rows' indexes in that order. As in Slack, a column sorts as numbers only when all its cells are `raw_number`,
 * else as the text that is read; equal rows keep the order in which they came.
 */
export function sortedRows(
  rows: readonly (readonly SortCell[])[],
  order: Order | undefined,
  locale: string,
): readonly number[] {
  const indexes = rows.map((_, index) => index);
  if (order === undefined) return indexes;
  const cells = rows.map((row) => row[order.column] ?? { text: '' });
  const areNumbers = cells.every((cell) => cell.number !== undefined);
  const { compare } = new Intl.Collator(locale);
  const sign = order.way === 'ascending' ? 1 : -1;
  return indexes.sort((one, other) => {
    const [a, b] = [cells[one], cells[other]];
    if (areNumbers) return sign * ((a?.number ?? 0) - (b?.number ?? 0));
    return sign * compare(a?.text ?? '', b?.text ?? '');
  });
}

/** How many pages there are, and the part of `items` on one of them; a page that is not there becomes the nearest. */
export function onPage<Item>(items: readonly Item[], pageSize: number, page: number) {
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  const shown = Math.min(Math.max(0, page), pages - 1);
  return { pages, shown, items: items.slice(shown * pageSize, (shown + 1) * pageSize) };
}
