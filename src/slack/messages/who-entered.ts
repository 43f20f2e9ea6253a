import type { Person } from '../../door/event.ts';
import type { Instant } from '../../door/ids.ts';
import { inText } from './escape.ts';
import { message, saying, section, smallPrint } from './layout.ts';
import type { Message } from './message.ts';
import { count, doorWord, type Named, personKey, personWord, placeWord } from './names.ts';
import { type CutReading, type Scope, scopeInWords, type UnreadPlace, unreadLines } from './scope.ts';
import { type Span, spanInWords } from './span.ts';
import { tableOf, textCell } from './table.ts';
import { moment, momentCell } from './time.ts';
import { catalogueOf } from './words/catalogue.ts';

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
  /** Newest first. */
  readonly entries: readonly EntryRow[];
  /** Authenticated a moment ago; the relay may still answer. */
  readonly pending: number;
  readonly malformed: number;
  readonly cuts: readonly CutReading[];
  readonly unread: readonly UnreadPlace[];
  readonly now: Instant;
  readonly timeZone: string;
  /** The language of dates: `en`, `ja`. */
  readonly locale: string;
};

/** People named in the summary, at most. */
const PEOPLE_SHOWN = 20;

/** Who really entered: what was understood, how many, who how often, and each entry. */
export function drawWhoEntered(view: WhoEnteredView): Message {
  const { entries, scope, span, timeZone } = view;
  const understood = `Entries at ${inText(scopeInWords(scope), 300)}, ${spanInWords(span, timeZone, view.locale)}`;
  if (entries.length === 0) {
    // A reading that is not whole proves nothing.
    const isWhole = view.cuts.length === 0 && view.unread.length === 0 && view.malformed === 0;
    return saying(`${understood}: ${isWhole ? 'nobody entered' : 'I found no entries'}.`, ...remarks(view, 0));
  }

  const { summary, people } = summaryOf(entries, view.locale);
  const byPerson = people === '' ? '' : ` · ${people}`;
  const showPlace = scope.places.length > 1;
  const { block, shown } = tableOf<EntryRow>({
    caption: 'Entries, newest first',
    header: ['Time', 'Person', 'Door', ...(showPlace ? ['Place'] : [])],
    rows: entries,
    cells: (entry) => [
      momentCell(entry.at, timeZone),
      textCell(personWord(entry.person, catalogueOf('en'))),
      textCell(doorWord(entry.door, catalogueOf('en'))),
      ...(showPlace ? [textCell(placeWord(entry.place, catalogueOf('en')))] : []),
    ],
  });
  const notes = remarks(view, entries.length - shown.length);
  return message(
    [`${understood}:`, `${summary}${byPerson}`, ...shown.map((entry) => lineOf(entry, showPlace, timeZone)), ...notes],
    [section(`${understood}\n*${summary}*${byPerson}`), block, ...(notes.length > 0 ? [smallPrint(notes)] : [])],
  );
}

/** `8 entries by 2 people`, and `EBISU 7, Jack 1`: who entered most often first. Rows that name nobody are no person. */
function summaryOf(
  entries: readonly EntryRow[],
  locale: string,
): { readonly summary: string; readonly people: string } {
  const known = entries.filter((entry) => personKey(entry.person) !== undefined);
  const unknown = entries.length - known.length;
  const ofPerson = [...Map.groupBy(known, (entry) => personKey(entry.person)).values()]
    .map((own) => ({ name: personWord(own[0]?.person, catalogueOf('en')), times: own.length }))
    .sort((a, b) => b.times - a.times || a.name.localeCompare(b.name, locale));
  const by = ofPerson.length > 0 ? count(ofPerson.length, 'person', 'people') : 'somebody CLUe does not name';
  const names = ofPerson.slice(0, PEOPLE_SHOWN).map(({ name, times }) => `${inText(name)} ${times}`);
  const more = ofPerson.length - names.length;
  return {
    summary: `${count(entries.length, 'entry', 'entries')} by ${by}`,
    people: [
      ...names,
      ...(more > 0 ? [count(more, 'more person', 'more people')] : []),
      ...(known.length > 0 && unknown > 0 ? [`not named by CLUe ${unknown}`] : []),
    ].join(', '),
  };
}

function lineOf(entry: EntryRow, showPlace: boolean, timeZone: string): string {
  const door = inText(doorWord(entry.door, catalogueOf('en')));
  const where = showPlace ? `${door}, ${inText(placeWord(entry.place, catalogueOf('en')))}` : door;
  return `${moment(entry.at, timeZone)} · ${inText(personWord(entry.person, catalogueOf('en')))} · ${where}`;
}

function remarks(view: WhoEnteredView, leftOut: number): readonly string[] {
  const { pending, malformed, cuts, unread, now, timeZone, scope } = view;
  return [
    ...(leftOut > 0
      ? [
          `${count(leftOut, 'older entry', 'older entries')} left out: a table in Slack holds no more. They are counted above.`,
        ]
      : []),
    ...(pending > 0
      ? [`${count(pending, 'person', 'people')} authenticated just now; whether the door unlocks is not known yet.`]
      : []),
    ...cuts.map(({ place, rowsRead, backTo }) => {
      const where = scope.showPlace ? ` of ${inText(placeWord(place, catalogueOf('en')))}` : '';
      const reach = backTo === undefined ? '' : `, back to ${moment(backTo, timeZone)}`;
      return `⚠️ Only the newest ${count(rowsRead, 'row')}${where} were read${reach}; earlier entries are missing here. Ask for a shorter time.`;
    }),
    ...(malformed > 0 ? [`${count(malformed, 'row')} from CLUe could not be read; the bot’s log has more.`] : []),
    ...unreadLines(unread, now, timeZone),
  ];
}
