import type { Person } from '../../door/event.ts';
import type { Instant } from '../../door/ids.ts';
import { inText } from './escape.ts';
import { context, message, saying, section } from './layout.ts';
import type { Message } from './message.ts';
import { count, doorWord, type Named, personWord } from './names.ts';
import { tableOf, textCell } from './table.ts';
import { moment, momentCell } from './time.ts';
import { catalogueOf } from './words/catalogue.ts';

/** One row of CLUe's log, as CLUe has it. */
export type RawRow = { readonly id: string; readonly at: Instant; readonly code: string; readonly person?: Person };

export type RowsView = {
  readonly door: Named;
  /** Oldest first. */
  readonly rows: readonly RawRow[];
  /** There were more than could be read. */
  readonly isCut: boolean;
  readonly timeZone: string;
};

/** The raw rows behind a card, for who wants to see them. */
export function drawRows({ door, rows, isCut, timeZone }: RowsView): Message {
  const where = inText(doorWord(door, catalogueOf('en')));
  if (rows.length === 0) return saying(`CLUe has no rows of ${where} for this card any more.`);
  const { block, shown } = tableOf<RawRow>({
    caption: 'Rows, oldest first',
    header: ['Time', 'Code', 'Who', 'Row'],
    rows,
    cells: (row) => [
      momentCell(row.at, timeZone),
      textCell(row.code),
      textCell(row.person === undefined ? '' : personWord(row.person, catalogueOf('en'))),
      textCell(row.id),
    ],
  });
  const head = `${count(rows.length, 'row')} of ${where}`;
  const left = rows.length - shown.length;
  const notes = [
    ...(left > 0 ? [`… and ${count(left, 'more row')}, left out here`] : []),
    ...(isCut ? ['⚠️ There were more rows than could be read; earlier ones are missing.'] : []),
  ];
  const lines = shown.map((row) => {
    const who = row.person === undefined ? '' : ` · ${inText(personWord(row.person, catalogueOf('en')))}`;
    return `${moment(row.at, timeZone)} · ${inText(row.code)}${who} · ${inText(row.id)}`;
  });
  return message(
    [`${head}:`, ...lines, ...notes],
    [section(`*${head}*`), block, ...(notes.length > 0 ? [context(notes.join('\n'))] : [])],
  );
}
