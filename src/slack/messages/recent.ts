import type { DoorEvent, Person } from '../../door/event.ts';
import { inText } from './escape.ts';
import { eventInWords } from './event-words.ts';
import { type Freshness, freshnessLines, isCertain } from './freshness.ts';
import { message, saying, section, smallPrint } from './layout.ts';
import type { Message } from './message.ts';
import { doorWord, type Named, personWord, placeWord } from './names.ts';
import type { Reader } from './reader.ts';
import { type CutReading, type Scope, scopeInWords, type UnreadPlace, unreadLines } from './scope.ts';
import { tableOf, textCell } from './table.ts';
import { moment, momentCell } from './time.ts';
import { type UnderstoodView, understoodInWords } from './understood.ts';
import type { Catalogue } from './words/catalogue.ts';

export type RecentRow = Pick<DoorEvent, 'at' | 'kind' | 'code'> & {
  readonly place: Named;
  readonly door: Named;
  readonly person?: Person;
};

export type RecentView = {
  readonly scope: Scope;
  /** What was understood, where more than doors was asked for. */
  readonly understood?: UnderstoodView;
  /** There are as many rows as were asked for, so there may be more. */
  readonly isFull?: boolean;
  /** Newest first. */
  readonly rows: readonly RecentRow[];
  /** Rows that CLUe sent and the bot could not read. */
  readonly malformed: number;
  readonly cuts: readonly CutReading[];
  readonly unread: readonly UnreadPlace[];
  readonly freshness: readonly Freshness[];
  /** It is a page of older rows, not the newest. */
  readonly isPage?: true;
};

/** The newest rows of the log: when, where, what, who. */
export function drawRecent(view: RecentView, reader: Reader): Message {
  const { rows, scope } = view;
  const { say, timeZone } = reader;
  const { recent, columns, above } = say.answers;
  const where = inText(scopeInWords(scope, say), 300);
  if (rows.length === 0) {
    // A reading that is not whole proves nothing.
    const isWhole =
      view.isPage !== true &&
      view.cuts.length === 0 &&
      view.unread.length === 0 &&
      view.malformed === 0 &&
      isCertain(view.freshness);
    const none = isWhole ? recent.noneYet(where) : recent.noneFound(where);
    const line = view.understood === undefined ? undefined : understoodInWords(view.understood, 'rows', say);
    return saying(line === undefined ? none : say.understood.nothing(line), ...remarks(view, 0, reader));
  }

  const showPlace = scope.places.length > 1;
  const { block, shown } = tableOf<RecentRow>({
    caption: recent.caption,
    header: [columns.time, columns.door, ...(showPlace ? [columns.place] : []), columns.what, columns.who],
    rows,
    cells: (row) => [
      momentCell(row.at, timeZone),
      textCell(doorWord(row.door, say)),
      ...(showPlace ? [textCell(placeWord(row.place, say))] : []),
      textCell(eventInWords(row, say)),
      textCell(row.person === undefined ? '' : personWord(row.person, say)),
    ],
  });
  const head = headOf(view, where, say);
  const notes = remarks(view, rows.length - shown.length, reader);
  const lines = shown.map((row) => lineOf(row, showPlace, reader));
  return message(
    [above(head), ...lines, ...notes],
    [section(`*${head}*`), block, ...(notes.length > 0 ? [smallPrint(notes)] : [])],
    say,
  );
}

/** `Failures at Front door, today, Fri 20 Nov 2026, Tokyo time · the newest 10 rows`. */
function headOf({ rows, understood, isFull, isPage }: RecentView, where: string, say: Catalogue): string {
  const { recent } = say.answers;
  if (understood === undefined) {
    return isPage === true ? recent.page(rows.length, where) : recent.newest(rows.length, where);
  }
  const amount = say.common.rows(rows.length);
  const shown = isFull === true ? say.understood.newest(amount) : amount;
  return `${understoodInWords(understood, 'rows', say)}${say.common.between}${shown}`;
}

function lineOf(row: RecentRow, showPlace: boolean, { say, timeZone }: Reader): string {
  const door = inText(doorWord(row.door, say));
  const where = showPlace ? say.common.doorAt(door, inText(placeWord(row.place, say))) : door;
  const who = row.person === undefined ? '' : ` · ${inText(personWord(row.person, say))}`;
  return `${moment(row.at, timeZone)} · ${where} · ${inText(eventInWords(row, say))}${who}`;
}

function remarks(
  { malformed, cuts, unread, freshness, scope, understood }: RecentView,
  leftOut: number,
  reader: Reader,
): readonly string[] {
  const { recent, rowsUnreadable } = reader.say.answers;
  return [
    ...(leftOut > 0 ? [recent.leftOut(leftOut)] : []),
    ...(understood?.person !== undefined && understood.kinds?.some(namesNobody) === true
      ? [reader.say.understood.namesNobody]
      : []),
    ...cuts.map(({ place, rowsRead }) =>
      recent.lookedThrough(rowsRead, scope.showPlace ? inText(placeWord(place, reader.say)) : undefined),
    ),
    ...(malformed > 0 ? [rowsUnreadable(malformed)] : []),
    ...unreadLines(unread, reader),
    ...freshnessLines(freshness, scope.showPlace, reader),
  ];
}

/** Rows of failures and of the relay say nothing about who it was. */
const namesNobody = (kind: string): boolean => kind === 'failures' || kind === 'unlocks';
