import type { Person } from '../../door/event.ts';
import type { Instant } from '../../door/ids.ts';
import { inText } from './escape.ts';
import { context, message, saying, section } from './layout.ts';
import type { Message } from './message.ts';
import { doorWord, type Named, personWord } from './names.ts';
import type { Reader } from './reader.ts';
import { tableOf, textCell } from './table.ts';
import { moment, momentCell } from './time.ts';

/** One row of CLUe's log, as CLUe has it. */
export type RawRow = { readonly id: string; readonly at: Instant; readonly code: string; readonly person?: Person };

export type RowsView = {
  readonly door: Named;
  /** Oldest first. */
  readonly rows: readonly RawRow[];
  /** There were more than could be read. */
  readonly isCut: boolean;
};

/** The raw rows behind a card, for who wants to see them. */
export function drawRows({ door, rows, isCut }: RowsView, { say, timeZone }: Omit<Reader, 'now'>): Message {
  const { columns, above, rows: words } = say.answers;
  const where = inText(doorWord(door, say));
  if (rows.length === 0) return saying(words.none(where));
  const { block, shown } = tableOf<RawRow>({
    caption: words.caption,
    header: [columns.time, columns.code, columns.who, columns.row],
    rows,
    cells: (row) => [
      momentCell(row.at, timeZone),
      textCell(row.code),
      textCell(row.person === undefined ? '' : personWord(row.person, say)),
      textCell(row.id),
    ],
  });
  const head = words.head(rows.length, where);
  const left = rows.length - shown.length;
  const notes = [...(left > 0 ? [words.more(left)] : []), ...(isCut ? [`⚠️ ${words.cut}`] : [])];
  const lines = shown.map((row) => {
    const who = row.person === undefined ? '' : ` · ${inText(personWord(row.person, say))}`;
    return `${moment(row.at, timeZone)} · ${inText(row.code)}${who} · ${inText(row.id)}`;
  });
  return message(
    [above(head), ...lines, ...notes],
    [section(`*${head}*`), block, ...(notes.length > 0 ? [context(notes.join('\n'))] : [])],
    say,
  );
}
