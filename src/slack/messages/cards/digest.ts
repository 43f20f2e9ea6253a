import type { DoorId, Instant, PlaceId } from '../../../door/ids.ts';
import { type Digest, type DoorDigest, lengthOf, USUAL_FROM } from '../../../incident/digest.ts';
import type { CardView } from '../card.ts';
import { barChart } from '../chart.ts';
import { inText } from '../escape.ts';
import { message, saying, section, smallPrint } from '../layout.ts';
import type { Message } from '../message.ts';
import { list } from '../names.ts';
import { tableOf, textCell } from '../table.ts';
import { lengthOfTime, moment, momentAfter } from '../time.ts';
import { atPlace, CARD_TEXT, doorOf } from './frame.ts';
import { doorIn, numberCell, placeIn } from './row-words.ts';

/** A day or a week in numbers: how much, when most, at which doors, and what else needs a word. One line where there is nothing. */
export function drawDigest(facts: Digest, view: CardView): Message {
  const { say, timeZone } = view;
  const { digest } = say;
  const { entries, people, failures, span, since, until } = facts;
  const when = digest.span(span, moment(since, timeZone), momentAfter(since, until, timeZone));
  const notes = notesOf(facts, view);
  const doubts = doubtsOf(facts, view);
  const isQuiet = entries === 0 && failures === 0 && notes.length === 0;
  if (isQuiet && doubts.length === 0) return saying(`📊 ${digest.nothing(span)} · ${when}`);

  const isUnread = entries === 0 && failures === 0 && facts.unread.length > 0;
  const head = isUnread ? digest.noNumbers : digest.head(entries, people, failures);
  const isUsualKnown = facts.past >= USUAL_FROM;
  const later = !isUsualKnown && facts.doors.length > 0 ? [digest.usualLater(facts.past)] : [];
  const rest = [...notes, ...later, ...doubts];
  const points = facts.points.map(({ from, entries: value }) => ({ label: timeOf(from, view), value }));
  const chart = entries === 0 ? [] : [barChart({ title: digest.chart[span], name: digest.series, points })];
  const bars = points.map(({ label, value }) => `${label} ${value.toLocaleString(say.common.locale)}`).join(', ');
  const table = facts.doors.length === 0 ? undefined : tableOfDoors(facts, view, isUsualKnown);
  const left = facts.doors.length - (table?.shown.length ?? 0) + facts.moreDoors;
  const first = [
    `📊 ${head}${say.common.between}${when}`,
    ...rest,
    ...(entries === 0 ? [] : [`${digest.chart[span]}: ${bars}`]),
  ];
  const cut = left > 0 ? [digest.moreDoors(left)] : [];
  return message(withDoors(first, facts, view), [
    section(`📊 *${head}*`),
    ...chart,
    ...(table === undefined ? [] : [table.block]),
    smallPrint([when, ...rest, ...cut]),
  ]);
}

function tableOfDoors(facts: Digest, view: CardView, isUsualKnown: boolean) {
  const { say, showPlace } = view;
  const { caption, columns } = say.digest;
  return tableOf<DoorDigest>({
    caption,
    header: [
      columns.door,
      ...(showPlace ? [columns.place] : []),
      columns.entries,
      columns.failures,
      ...(isUsualKnown ? [columns.usual] : []),
    ],
    rows: facts.doors,
    cells: ({ place, door, entries, failures, usual }) => [
      textCell(doorIn({ place, ...(door !== undefined && { door }) }, { ...view, showPlace: false })),
      ...(showPlace ? [textCell(placeIn(place, view))] : []),
      numberCell(entries, say),
      numberCell(failures, say),
      ...(isUsualKnown ? [numberCell(usual ?? 0, say)] : []),
    ],
  });
}

/** What happened beside entries and failures. */
function notesOf(facts: Digest, view: CardView): readonly string[] {
  const { say, timeZone } = view;
  const { digest } = say;
  const { busiest, longest, muted, blind, missingRows, unanswered, until } = facts;
  const { noise, test, known } = facts.dismissed;
  return [
    ...(unanswered > 0 ? [digest.unanswered(unanswered)] : []),
    ...(busiest === undefined ? [] : [digest.busiest(moment(busiest.from, timeZone), busiest.entries)]),
    ...daysIn(facts, view),
    ...(longest === undefined
      ? []
      : [
          digest.longest(
            whereOf(longest.place, longest.door, view),
            lengthOfTime(lengthOf(longest, until), say),
            longest.until === undefined,
          ),
        ]),
    ...(noise + test + known > 0 ? [digest.dismissed(noise, test, known)] : []),
    ...(muted.length > 0 ? [mutedIn(muted, view)] : []),
    ...(blind.spells > 0 ? [digest.blind(blind.spells, lengthOfTime(blind.ms, say))] : []),
    ...(missingRows > 0 ? [digest.missingRows(missingRows)] : []),
  ];
}

/** What mutes hid: how much in all, and of what. */
function mutedIn(muted: Digest['muted'], view: CardView): string {
  const { say } = view;
  const { digest, subscriptions, wishes } = say;
  const each = muted.map(({ door, topic, incidents }) => {
    const what = topic === undefined ? undefined : subscriptions.topics[topic].phrase;
    const where = door === undefined ? undefined : whereOf(door.place, door.door, view);
    const both = what !== undefined && where !== undefined ? wishes.mutedAt(what, where) : (what ?? where);
    return digest.hiddenOf(both ?? wishes.everythingMuted, incidents);
  });
  const all = muted.reduce((sum, { incidents }) => sum + incidents, 0);
  return digest.hidden(all, list(each, say));
}

/** What is missing here, and how late it is. */
function doubtsOf({ unread, cut, malformed, late, skipped }: Digest, view: CardView): readonly string[] {
  const { say, timeZone } = view;
  const { digest } = say;
  return [
    ...(unread.length > 0 ? [digest.unread(placesIn(unread, view))] : []),
    ...(cut.length > 0 ? [digest.cut(placesIn(cut, view))] : []),
    ...(malformed > 0 ? [digest.malformed(malformed)] : []),
    ...(late === undefined ? [] : [digest.late(lengthOfTime(late.ms, say), late.why)]),
    ...(skipped === undefined ? [] : [digest.skipped(moment(skipped, timeZone))]),
  ];
}

/** The first lines, then a line for each door, as many as a card's text holds. */
function withDoors(first: readonly string[], { doors, moreDoors }: Digest, view: CardView): readonly string[] {
  const { digest } = view.say;
  const lines = [...first];
  let length = first.join('\n').length;
  for (const [index, { place, door, entries, failures, usual }] of doors.entries()) {
    const line = digest.line(whereOf(place, door, view), entries, failures, usual);
    const left = doors.length - index + moreDoors;
    const rest = left === 1 ? 0 : digest.moreDoors(left).length + 1;
    if (length + 1 + line.length + rest > CARD_TEXT) return [...lines, digest.moreDoors(left)];
    length += 1 + line.length;
    lines.push(line);
  }
  return moreDoors > 0 ? [...lines, digest.moreDoors(moreDoors)] : lines;
}

function placesIn(places: readonly PlaceId[], view: CardView): string {
  return list(
    places.map((place) => inText(placeIn(place, view))),
    view.say,
  );
}

const whereOf = (place: PlaceId, door: DoorId | undefined, view: CardView): string =>
  atPlace(doorOf(view, place, door), place, view);

/** `09:00`, by the doors' clock. */
const timeOf = (from: Instant, { timeZone }: CardView): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(from);

/** `Fri 20`, by the doors' clock. */
function dayOf(from: Instant, { timeZone, say }: CardView): string {
  const { locale } = say.common;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
  }).format(from);
}

/** How many entered on each day of a week; nothing of a day's digest. */
function daysIn({ days = [], entries }: Digest, view: CardView): readonly string[] {
  const [first] = days;
  if (first === undefined || entries === 0) return [];
  const { digest } = view.say;
  const each = days.map((one) => digest.ofDay(dayOf(one.from, view), one.entries));
  return [digest.perDay(timeOf(first.from, view), each)];
}
