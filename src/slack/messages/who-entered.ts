import type { Called } from '../../asking/unclear.ts';
import type { Person } from '../../door/event.ts';
import type { Instant } from '../../door/ids.ts';
import { inText } from './escape.ts';
import { type Freshness, freshnessLines, isCertain } from './freshness.ts';
import { message, saying, section, smallPrint } from './layout.ts';
import type { Message } from './message.ts';
import { doorWord, type Named, personKey, personWord, placeWord } from './names.ts';
import type { Reader } from './reader.ts';
import { type CutReading, type Scope, type UnreadPlace, unreadLines } from './scope.ts';
import type { Span } from './span.ts';
import { tableOf, textCell } from './table.ts';
import { moment, momentCell } from './time.ts';
import { understoodInWords } from './understood.ts';
import type { Catalogue } from './words/catalogue.ts';

/** Somebody who authenticated and whom the relay answered. */
export type EntryRow = {
  readonly at: Instant;
  readonly place: Named;
  readonly door: Named;
  readonly person?: Person;
};

export type WhoEnteredView = {
  readonly scope: Scope;
  readonly span: Span;
  /** Whose entries were asked for; everybody's, when left out. */
  readonly of?: Called;
  /** Newest first. */
  readonly entries: readonly EntryRow[];
  /** Authenticated a moment ago; the relay may still answer. */
  readonly pending: number;
  readonly malformed: number;
  readonly cuts: readonly CutReading[];
  readonly unread: readonly UnreadPlace[];
  readonly freshness: readonly Freshness[];
  /** The reader may not see who it was, so nothing is said of how many people. */
  readonly namesLeftOut?: true;
};

/** People named in the summary, at most. */
const PEOPLE_SHOWN = 20;

/** Who really entered: what was understood, how many, who how often, and each entry. */
export function drawWhoEntered(view: WhoEnteredView, reader: Reader): Message {
  const { entries } = view;
  const { scope, span, of } = view;
  const { say, timeZone } = reader;
  const { entered, columns, above } = say.answers;
  const understood = understoodInWords(
    { scope, span, timeZone, ...(of !== undefined && { person: of }) },
    'entries',
    say,
  );
  if (entries.length === 0) {
    // A reading that is not whole proves nothing.
    const isWhole =
      view.cuts.length === 0 && view.unread.length === 0 && view.malformed === 0 && isCertain(view.freshness);
    return saying(isWhole ? entered.nobody(understood) : entered.noneFound(understood), ...remarks(view, 0, reader));
  }

  const { summary, people } =
    view.namesLeftOut === true ? { summary: say.common.entries(entries.length), people: '' } : summaryOf(entries, say);
  const byPerson = people === '' ? '' : ` · ${people}`;
  const showPlace = scope.places.length > 1;
  const { block, shown } = tableOf<EntryRow>({
    caption: entered.caption,
    header: [columns.time, columns.person, columns.door, ...(showPlace ? [columns.place] : [])],
    rows: entries,
    cells: (entry) => [
      momentCell(entry.at, timeZone),
      textCell(personWord(entry.person, say)),
      textCell(doorWord(entry.door, say)),
      ...(showPlace ? [textCell(placeWord(entry.place, say))] : []),
    ],
  });
  const notes = remarks(view, entries.length - shown.length, reader);
  return message(
    [above(understood), `${summary}${byPerson}`, ...shown.map((entry) => lineOf(entry, showPlace, reader)), ...notes],
    [section(`${understood}\n*${summary}*${byPerson}`), block, ...(notes.length > 0 ? [smallPrint(notes)] : [])],
    say,
  );
}

/** `8 entries by 2 people`, and `EBISU 7, Jack 1`: who entered most often first. Rows that name nobody are no person. */
function summaryOf(
  entries: readonly EntryRow[],
  say: Catalogue,
): { readonly summary: string; readonly people: string } {
  const {
    answers: { entered },
    common: { locale },
  } = say;
  const known = entries.filter((entry) => personKey(entry.person) !== undefined);
  const unknown = entries.length - known.length;
  const ofPerson = [...Map.groupBy(known, (entry) => personKey(entry.person)).values()]
    .map((own) => ({ name: personWord(own[0]?.person, say), times: own.length }))
    .sort((a, b) => b.times - a.times || a.name.localeCompare(b.name, locale));
  const names = ofPerson.slice(0, PEOPLE_SHOWN).map(({ name, times }) => entered.timesOf(inText(name), times));
  const more = ofPerson.length - names.length;
  return {
    summary: entered.summary(entries.length, ofPerson.length),
    people: entered.tally([
      ...names,
      ...(more > 0 ? [entered.morePeople(more)] : []),
      ...(known.length > 0 && unknown > 0 ? [entered.notNamed(unknown)] : []),
    ]),
  };
}

function lineOf(entry: EntryRow, showPlace: boolean, { say, timeZone }: Reader): string {
  const door = inText(doorWord(entry.door, say));
  const where = showPlace ? say.common.doorAt(door, inText(placeWord(entry.place, say))) : door;
  return `${moment(entry.at, timeZone)} · ${inText(personWord(entry.person, say))} · ${where}`;
}

function remarks(view: WhoEnteredView, leftOut: number, reader: Reader): readonly string[] {
  const { pending, malformed, cuts, unread, freshness, scope } = view;
  const { entered, rowsUnreadable } = reader.say.answers;
  return [
    ...(leftOut > 0 ? [entered.leftOut(leftOut)] : []),
    ...(pending > 0 ? [entered.pending(pending)] : []),
    ...cuts.map(({ place, rowsRead, backTo }) => {
      const where = scope.showPlace ? inText(placeWord(place, reader.say)) : undefined;
      return `⚠️ ${entered.cut(rowsRead, where, backTo === undefined ? undefined : moment(backTo, reader.timeZone))}`;
    }),
    ...(malformed > 0 ? [rowsUnreadable(malformed)] : []),
    ...unreadLines(unread, reader),
    ...freshnessLines(freshness, scope.showPlace, reader),
  ];
}
