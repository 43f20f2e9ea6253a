import { inText } from '../escape.ts';
import type { Message } from '../message.ts';
import type { Reader } from '../reader.ts';
import { textCell } from '../table.ts';
import { moment, momentCell } from '../time.ts';
import { type UnderstoodView, understoodInWords } from '../understood.ts';
import type { PassageRow } from './failures.ts';
import { isWhole, type LacksView, lackLines } from './lacks.ts';
import { drawListing } from './listing.ts';
import { resultInWords, whereInWords } from './passage-words.ts';

export type PersonView = LacksView & {
  readonly understood: UnderstoodView;
  /** Newest first. */
  readonly rows: readonly PassageRow[];
};

/** One person's passages: when they first and last came in, through which doors, and each of them. */
export function drawPerson(view: PersonView, reader: Reader): Message {
  const { rows, understood } = view;
  const { scope } = understood;
  const { say, timeZone } = reader;
  const { queries } = say;
  const { columns } = say.answers;
  const head = understoodInWords(understood, 'passages', say);
  const entries = rows.filter(({ kind }) => kind === 'let-in');
  const [last, first] = [entries[0], entries.at(-1)];
  const doors = [...Map.groupBy(entries, (row) => whereInWords(row, scope, say))];
  const doorWords = doors
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, 8)
    .map(([door, own]) => queries.times(inText(door), own.length));
  const whenAt = (row: PassageRow): string => `${moment(row.at, timeZone)} (${inText(whereInWords(row, scope, say))})`;
  return drawListing<PassageRow>(
    {
      head,
      summary: [
        queries.person.summary(entries.length, rows.length - entries.length),
        ...(first === undefined || last === undefined || first === last
          ? []
          : [queries.person.firstAndLast(whenAt(first), whenAt(last))]),
        ...(doors.length > 0 ? [queries.person.doors(queries.tally(doorWords))] : []),
      ],
      none: isWhole(view) ? queries.none(head) : queries.noneFound(head),
      caption: queries.captions.passages,
      header: [columns.time, columns.door, columns.what],
      rows,
      cells: (row) => [
        momentCell(row.at, timeZone),
        textCell(whereInWords(row, scope, say)),
        textCell(resultInWords(row.kind, say)),
      ],
      line: (row) =>
        `${moment(row.at, timeZone)} · ${inText(whereInWords(row, scope, say))} · ${resultInWords(row.kind, say)}`,
      notes: lackLines(view, scope, reader),
    },
    reader,
  );
}
