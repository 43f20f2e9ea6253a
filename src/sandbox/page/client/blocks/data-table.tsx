import { useState } from 'react';
import { textOf, wholeOf } from '../../../slack/json.ts';
import { useReader } from '../reading/reading.ts';
import type { BlockProps } from './block.tsx';
import { Cell, sortCell } from './cell.tsx';
import { Pager } from './pager.tsx';
import { nextOrder, type Order, onPage, sortedRows } from './sorting.ts';
import { rowsOf } from './table.tsx';

/** Slack shows so many rows at once where the block does not say. */
const ROWS_A_PAGE = 5;

/** The `data_table` block: a click on a header sorts, and long tables have pages. */
export function DataTable({ block }: BlockProps) {
  const reader = useReader();
  const [order, setOrder] = useState<Order>();
  const [page, setPage] = useState(0);
  const [header = [], ...body] = rowsOf(block);
  const sorted = sortedRows(
    body.map((row) => row.map((cell) => sortCell(cell, reader))),
    order,
    reader.locale,
  );
  const shown = onPage(sorted, wholeOf(block.page_size) ?? ROWS_A_PAGE, page);
  const isNumbers = (column: number) => body.length > 0 && body.every((row) => row[column]?.type === 'raw_number');
  const rowHeader = wholeOf(block.row_header_column_index);
  return (
    <div className="block data-table">
      <div className="table-frame">
        <table className="table">
          <caption>{textOf(block.caption)}</caption>
          <thead>
            <tr>
              {header.map((cell, column) => (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                  key={column}
                  scope="col"
                  aria-sort={order?.column === column ? order.way : 'none'}
                  className={isNumbers(column) ? 'align-right' : undefined}
                >
                  <button
                    type="button"
                    className="sort"
                    onClick={() => {
                      setOrder(nextOrder(order, column));
                      setPage(0);
                    }}
                  >
                    <Cell of={cell} />
                    <span className={`sort-sign ${order?.column === column ? order.way : ''}`} aria-hidden="true" />
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.items.map((index) => (
              <tr key={index}>
                {(body[index] ?? []).map((cell, column) => {
                  const Tag = column === rowHeader ? 'th' : 'td';
                  return (
                    <Tag
                      // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                      key={column}
                      scope={column === rowHeader ? 'row' : undefined}
                      className={isNumbers(column) ? 'align-right' : undefined}
                    >
                      <Cell of={cell} />
                    </Tag>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.pages > 1 && <Pager page={shown.shown} pages={shown.pages} rows={body.length} onPage={setPage} />}
    </div>
  );
}
