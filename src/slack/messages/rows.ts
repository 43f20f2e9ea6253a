import type { Person } from '../../door/event.ts';
import type { Instant } from '../../door/ids.ts';
import { inText } from './escape.ts';
import { context, message, saying, section } from './layout.ts';
import type { Message } from './message.ts';
import { doorWord, type Named, personWord, placeWord } from './names.ts';
import type { Reader } from './reader.ts';
import { tableOf, textCell } from './table.ts';
import { moment, momentCell } from './time.ts';

/** One row of CLUe's log, as CLUe has it. */
export type RawRow = {
  readonly id: string;
  readonly at: Instant;
  readonly code: string;
  readonly person?: Person;
  /** Where the rows are of several doors. */
  readonly door?: Named;
};

export type RowsView = {
  /** What the rows are of: a door, or a place with all its doors. */
  readonly of: { readonly door: Named } | { readonly place: Named };
  /** Oldest first. */
  readonly rows: readonly RawRow[];
  /** There were more than could be read. */
  readonly isCut: boolean;
};

/** The raw rows behind a card, for who wants to see them. */
export function drawRows({ of, rows, isCut }: RowsView, { say, timeZone }: Omit<Reader, 'now'>): Message {
  const { columns, above, rows: words } = say.answers;
  const where = inText('door' in of ? doorWord(of.door, say) : placeWord(of.place, say));
  if (rows.length === 0) return saying(words.none(where));
  const { block, shown } = tableOf<RawRow>({
    caption: words.caption,
    header: [columns.time, ...('door' in of ? [] : [columns.door]), columns.code, columns.who, columns.row],
    rows,
    cells: (row) => [
      momentCell(row.at, timeZone),
      ...('door' in of ? [] : [textCell(doorWord(row.door ?? {}, say))]),
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
    const door = 'door' in of ? '' : ` · ${inText(doorWord(row.door ?? {}, say))}`;
    return `${moment(row.at, timeZone)}${door} · ${inText(row.code)}${who} · ${inText(row.id)}`;
  });
  return message(
    [above(head), ...lines, ...notes],
    [section(`*${head}*`), block, ...(notes.length > 0 ? [context(notes.join('\n'))] : [])],
    say,
  );
}
