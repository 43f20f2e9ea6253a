import type { Person } from '../../../door/event.ts';
import type { Instant } from '../../../door/ids.ts';
import type { Passage } from '../../../door/passage.ts';
import { inText } from '../escape.ts';
import type { Message } from '../message.ts';
import { type Named, personWord } from '../names.ts';
import type { Reader } from '../reader.ts';
import { textCell } from '../table.ts';
import { moment, momentCell } from '../time.ts';
import { type UnderstoodView, understoodInWords } from '../understood.ts';
import { isWhole, type LacksView, lackLines } from './lacks.ts';
import { drawListing } from './listing.ts';
import { resultInWords, whereInWords } from './passage-words.ts';

/** Somebody, or nobody, at a door, and what became of it. */
export type PassageRow = {
  readonly at: Instant;
  readonly kind: Passage['kind'];
  readonly door: Named;
  readonly place: Named;
  readonly person?: Person;
};

export type FailuresView = LacksView & {
  readonly understood: UnderstoodView;
  /** Newest first. */
  readonly rows: readonly PassageRow[];
};

/** Who was not let in: how often, by whom they were refused, where most, and each of them. */
export function drawFailures(view: FailuresView, reader: Reader): Message {
  const { rows, understood } = view;
  const { scope } = understood;
  const { say, timeZone } = reader;
  const { queries, columns } = { queries: say.queries, columns: say.answers.columns };
  const head = understoodInWords(understood, 'passages', say);
  const kinds = [...Map.groupBy(rows, ({ kind }) => kind)].sort(([, a], [, b]) => b.length - a.length);
  const doors = [...Map.groupBy(rows, (row) => whereInWords(row, scope, say))].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const byDoor = doors.slice(0, 5).map(([door, own]) => queries.times(inText(door), own.length));
  return drawListing<PassageRow>(
    {
      head,
      summary: [
        queries.notLetIn(
          rows.length,
          queries.tally(kinds.map(([kind, own]) => queries.times(resultInWords(kind, say), own.length))),
        ),
        ...(doors.length > 1 ? [queries.tally(byDoor)] : []),
      ],
      none: isWhole(view) ? queries.none(head) : queries.noneFound(head),
      caption: queries.captions.failures,
      header: [columns.time, columns.door, columns.what, columns.who],
      rows,
      cells: (row) => [
        momentCell(row.at, timeZone),
        textCell(whereInWords(row, scope, say)),
        textCell(resultInWords(row.kind, say)),
        textCell(row.person === undefined ? '' : personWord(row.person, say)),
      ],
      line: (row) => {
        const who = row.person === undefined ? '' : ` · ${inText(personWord(row.person, say))}`;
        return `${moment(row.at, timeZone)} · ${inText(whereInWords(row, scope, say))} · ${resultInWords(row.kind, say)}${who}`;
      },
      notes: lackLines(view, scope, reader),
    },
    reader,
  );
}
