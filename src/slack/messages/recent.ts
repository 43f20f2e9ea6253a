import type { DoorEvent, Person } from '../../door/event.ts';
import type { Instant } from '../../door/ids.ts';
import { inText } from './escape.ts';
import { eventInWords } from './event-words.ts';
import { message, saying, section, smallPrint } from './layout.ts';
import type { Message } from './message.ts';
import { count, doorWord, type Named, personWord, placeWord } from './names.ts';
import { type CutReading, type Scope, scopeInWords, type UnreadPlace, unreadLines } from './scope.ts';
import { tableOf, textCell } from './table.ts';
import { moment, momentCell } from './time.ts';
import { catalogueOf } from './words/catalogue.ts';

export type RecentRow = Pick<DoorEvent, 'at' | 'kind' | 'code'> & {
  readonly place: Named;
  readonly door: Named;
  readonly person?: Person;
};

export type RecentView = {
  readonly scope: Scope;
  /** Newest first. */
  readonly rows: readonly RecentRow[];
  /** Rows that CLUe sent and the bot could not read. */
  readonly malformed: number;
  readonly cuts: readonly CutReading[];
  readonly unread: readonly UnreadPlace[];
  readonly now: Instant;
  readonly timeZone: string;
};

/** The newest rows of the log: when, where, what, who. */
export function drawRecent(view: RecentView): Message {
  const { rows, scope, timeZone } = view;
  const where = scopeInWords(scope);
  if (rows.length === 0) {
    // A reading that is not whole proves nothing.
    const isWhole = view.cuts.length === 0 && view.unread.length === 0 && view.malformed === 0;
    const none = isWhole ? 'CLUe has no rows yet' : 'I found no rows';
    return saying(`${none} (${inText(where, 300)}).`, ...remarks(view, 0));
  }

  const showPlace = scope.places.length > 1;
  const headline = `The newest ${rows.length === 1 ? 'row' : count(rows.length, 'row')} of ${where}`;
  const { block, shown } = tableOf<RecentRow>({
    caption: 'Rows, newest first',
    header: ['Time', 'Door', ...(showPlace ? ['Place'] : []), 'What happened', 'Who'],
    rows,
    cells: (row) => [
      momentCell(row.at, timeZone),
      textCell(doorWord(row.door, catalogueOf('en'))),
      ...(showPlace ? [textCell(placeWord(row.place, catalogueOf('en')))] : []),
      textCell(eventInWords(row)),
      textCell(row.person === undefined ? '' : personWord(row.person, catalogueOf('en'))),
    ],
  });
  const head = inText(headline, 300);
  const notes = remarks(view, rows.length - shown.length);
  const lines = shown.map((row) => lineOf(row, showPlace, timeZone));
  return message(
    [`${head}:`, ...lines, ...notes],
    [section(`*${head}*`), block, ...(notes.length > 0 ? [smallPrint(notes)] : [])],
  );
}

function lineOf(row: RecentRow, showPlace: boolean, timeZone: string): string {
  const door = inText(doorWord(row.door, catalogueOf('en')));
  const where = showPlace ? `${door}, ${inText(placeWord(row.place, catalogueOf('en')))}` : door;
  const who = row.person === undefined ? '' : ` · ${inText(personWord(row.person, catalogueOf('en')))}`;
  return `${moment(row.at, timeZone)} · ${where} · ${inText(eventInWords(row))}${who}`;
}

function remarks({ malformed, cuts, unread, now, timeZone, scope }: RecentView, leftOut: number): readonly string[] {
  return [
    ...(leftOut > 0 ? [`${count(leftOut, 'older row')} left out: a table in Slack holds no more.`] : []),
    ...cuts.map(
      ({ place, rowsRead }) =>
        `I looked through the newest ${count(rowsRead, 'row')}${scope.showPlace ? ` of ${inText(placeWord(place, catalogueOf('en')))}` : ''} and no further.`,
    ),
    ...(malformed > 0 ? [`${count(malformed, 'row')} from CLUe could not be read; the bot’s log has more.`] : []),
    ...unreadLines(unread, now, timeZone),
  ];
}
