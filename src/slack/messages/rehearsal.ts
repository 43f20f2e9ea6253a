import type { DoorId, PlaceId } from '../../door/ids.ts';
import type { DoorIncident } from '../../incident/decide.ts';
import { beganAt } from '../../incident/incident.ts';
import type { Rehearsal } from '../../incident/rehearsal.ts';
import type { Topic } from '../../incident/topic.ts';
import { asCode, cleanLine, inText } from './escape.ts';
import { message, saying, section, smallPrint } from './layout.ts';
import { lengthIn } from './length.ts';
import type { Message } from './message.ts';
import type { Named } from './names.ts';
import { type Shown, subscribeButton } from './rehearsal-button.ts';
import { moment } from './time.ts';
import type { Catalogue } from './words/catalogue.ts';

/** A rehearsal that is over, and the names for it. */
export type RehearsalView = {
  readonly rehearsal: Rehearsal;
  readonly days: number;
  /** What was asked for, as the button is to remember it. */
  readonly shown: Shown;
  readonly topics: readonly Topic[];
  /** Places that could not be read, and those of which older rows are missing. */
  readonly unread: readonly Named[];
  readonly cut: readonly Named[];
  readonly nameOfDoor: (place: PlaceId, door: DoorId | undefined) => string | undefined;
  readonly nameOfPlace: (place: PlaceId) => string | undefined;
  readonly showPlace: boolean;
  readonly timeZone: string;
  readonly say: Catalogue;
};

/** Doors and places named in one line. */
const NAMED = 5;
const NIGHT = 'hours:22:00-07:00';

/** What a subscription would have told: how much, when most, of which doors, and what other wishes would have brought. */
export function drawRehearsal(view: RehearsalView): Message {
  const { rehearsal, days, shown, topics, say, timeZone } = view;
  const words = say.rehearsal;
  const { messages } = rehearsal;
  const most = rehearsal.days.reduce((a, b) => Math.max(a, b.messages), 0);
  const head = messages === 0 ? words.none(days) : words.head(messages, days, most);
  const average = (messages / days).toLocaleString(say.common.locale, { maximumFractionDigits: 1 });
  const about = [
    words.wish(asCode(shown.wish === '' ? topics.join(' ') : shown.wish, 500)),
    ...(messages > 0 && days > 1 ? [words.average(average)] : []),
  ].join(say.common.between);
  const lines = [
    // Where no hour had two, none was busy.
    ...((rehearsal.busiest[0]?.messages ?? 0) > 1
      ? [words.busiest(rehearsal.busiest.map((one) => words.hour(moment(one.from, timeZone), one.messages)))]
      : []),
    ...(rehearsal.doors.length > 0 ? [doorsIn(view)] : []),
    ...insteadIn(view),
  ];
  const loudest =
    rehearsal.loudest.length === 0 ? [] : [words.loudest, ...rehearsal.loudest.map((one) => `• ${loudIn(one, view)}`)];
  const notes = notesIn(view);
  const buttons = subscribeButton(shown, say);
  return message(
    [`🎭 ${head}`, about, ...lines, ...loudest, ...notes],
    [
      section(`🎭 *${head}*\n${about}`),
      ...(lines.length > 0 ? [section(lines.join('\n'))] : []),
      ...(loudest.length > 0 ? [section(loudest.join('\n'))] : []),
      smallPrint(notes),
      ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: [...buttons] }] : []),
    ],
  );
}

/** How far a rehearsal has come. */
export function drawProgress(
  progress:
    | { readonly kind: 'reading'; readonly rows: number; readonly total: number }
    | { readonly kind: 'rehearsing'; readonly rows: number; readonly share: number },
  { rehearsal }: Catalogue,
): Message {
  return progress.kind === 'reading'
    ? saying(rehearsal.reading(Math.min(progress.rows, progress.total), progress.total))
    : saying(rehearsal.rehearsing(progress.rows, Math.floor(progress.share * 100)));
}

function doorsIn(view: RehearsalView): string {
  const { doors } = view.rehearsal;
  const { rehearsal: words } = view.say;
  const named = doors.slice(0, NAMED).map(({ place, door, alerts }) => words.door(whereOf(place, door, view), alerts));
  return words.doors(named, doors.length - named.length);
}

function insteadIn({ rehearsal: { instead }, say: { rehearsal: words } }: RehearsalView): readonly string[] {
  const { after2, after3, night } = instead;
  const wishes = [
    ['after:2', after2],
    ['after:3', after3],
    [NIGHT, night],
  ] as const;
  const others = wishes.flatMap(([wish, many]) => (many === undefined ? [] : [words.other(asCode(wish), many)]));
  return others.length === 0 ? [] : [words.instead(others)];
}

function loudIn({ facts, place, door }: DoorIncident, view: RehearsalView): string {
  const { say, timeZone } = view;
  const { kinds } = say.rehearsal;
  const where = place === undefined ? say.common.unknownPlace : whereOf(place, door, view);
  const letIn = facts.entries.length;
  const times = facts.kind === 'failures' ? facts.count : letIn + facts.withoutPerson;
  return [kinds[facts.kind](times, letIn), where, moment(beganAt(facts), timeZone)].join(say.common.between);
}

function notesIn(view: RehearsalView): readonly string[] {
  const { rehearsal, unread, cut, say } = view;
  const { rehearsal: words } = say;
  const { late } = rehearsal;
  return [
    ...(unread.length > 0 ? [words.unread(placesIn(unread, view))] : []),
    ...(cut.length > 0 ? [words.cut(placesIn(cut, view))] : []),
    ...(late.rows > 0 ? [words.late(late.rows, lengthIn(late.mostMs, say))] : []),
    words.honest,
  ];
}

function placesIn(places: readonly Named[], { say: { common } }: RehearsalView): string {
  const names = places.map(({ id = '', name }) => inText(cleanLine(name ?? '') || common.place(cleanLine(id))));
  if (names.length <= NAMED) return common.and(names);
  return common.more(names.slice(0, NAMED - 1), names.length - NAMED + 1);
}

function whereOf(place: PlaceId, door: DoorId | undefined, view: RehearsalView): string {
  const { common } = view.say;
  const own = view.nameOfDoor(place, door) ?? '';
  const word = door === undefined ? common.unknownDoor : cleanLine(own) || common.door(cleanLine(door));
  if (!view.showPlace) return inText(word);
  return common.doorAt(
    inText(word),
    inText(cleanLine(view.nameOfPlace(place) ?? '') || common.place(cleanLine(place))),
  );
}
