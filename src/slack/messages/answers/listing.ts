import { message, saying, section, smallPrint } from '../layout.ts';
import type { Message } from '../message.ts';
import type { Reader } from '../reader.ts';
import { type Cell, tableOf } from '../table.ts';

export type ListingView<Row> = {
  /** What was understood. Escaped, as are the other lines. */
  readonly head: string;
  /** What there is to know before any row. */
  readonly summary: readonly string[];
  /** What is said in its place where there are no rows. */
  readonly none: string;
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  readonly cells: (row: Row) => readonly Cell[];
  readonly line: (row: Row) => string;
  readonly notes: readonly string[];
};

/** What was understood, what it came to in a line or two, and each row. */
export function drawListing<Row>(view: ListingView<Row>, { say }: Pick<Reader, 'say'>): Message {
  const { head, summary, none, caption, header, rows, cells, line } = view;
  if (rows.length === 0) return saying(none, ...view.notes);
  const { block, shown } = tableOf<Row>({ caption, header, rows, cells });
  const left = rows.length - shown.length;
  const notes = [...(left > 0 ? [say.queries.leftOut(left)] : []), ...view.notes];
  const [first, ...more] = summary;
  const bold = first === undefined ? [] : [`*${first}*`, ...more];
  return message(
    [say.answers.above(head), ...summary, ...shown.map(line), ...notes],
    [section([head, ...bold].join('\n')), block, ...(notes.length > 0 ? [smallPrint(notes)] : [])],
    say,
  );
}
