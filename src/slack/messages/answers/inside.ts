import type { Person } from '../../../door/event.ts';
import type { Instant } from '../../../door/ids.ts';
import { inText } from '../escape.ts';
import type { Message } from '../message.ts';
import { type Named, personWord } from '../names.ts';
import type { Reader } from '../reader.ts';
import { type Scope, scopeInWords } from '../scope.ts';
import { textCell } from '../table.ts';
import { moment, momentCell } from '../time.ts';
import { isWhole, type LacksView, lackLines } from './lacks.ts';
import { drawListing } from './listing.ts';
import { whereInWords } from './passage-words.ts';

export type InsideRow = {
  readonly person: Person;
  /** When and where they were let in last, and how often. */
  readonly at: Instant;
  readonly door: Named;
  readonly place: Named;
  readonly times: number;
};

export type InsideView = LacksView & {
  readonly scope: Scope;
  /** How far back, in hours. */
  readonly hours: number;
  /** Who came last first. */
  readonly people: readonly InsideRow[];
  /** Entries of people whom CLUe does not name. */
  readonly unnamed: number;
  /** The reader may not see who it was. */
  readonly namesLeftOut?: true;
};

/** Who came in and may still be there. Nothing records that somebody leaves, and the answer says so. */
export function drawInside(view: InsideView, reader: Reader): Message {
  const { people, scope, hours, unnamed, namesLeftOut } = view;
  const { say, timeZone } = reader;
  const { inside } = say.queries;
  const { columns } = say.answers;
  const where = inText(scopeInWords(scope, say), 300);
  const head = inside.head(where, hours);
  const honest = inside.honest;
  const notes = [
    ...(unnamed > 0 ? [namesLeftOut === true ? inside.notShown(unnamed) : inside.unnamed(unnamed)] : []),
    ...lackLines(view, scope, reader),
  ];
  return drawListing<InsideRow>(
    {
      head,
      summary: [say.common.people(people.length), honest],
      none:
        unnamed > 0
          ? namesLeftOut === true
            ? inside.nobodyShown(head)
            : inside.nobodyNamed(head)
          : isWhole(view)
            ? inside.nobody(head)
            : say.queries.noneFound(head),
      caption: inside.caption,
      header: [columns.person, inside.entered, columns.door, inside.times],
      rows: people,
      cells: (row) => [
        textCell(personWord(row.person, say)),
        momentCell(row.at, timeZone),
        textCell(whereInWords(row, scope, say)),
        { type: 'raw_number', value: row.times, text: String(row.times) },
      ],
      line: (row) =>
        `${inText(personWord(row.person, say))} · ${moment(row.at, timeZone)} · ${inText(whereInWords(row, scope, say))} · ${row.times}`,
      notes,
    },
    reader,
  );
}
