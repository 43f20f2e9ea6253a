import type { DoorId, PlaceId } from '../../door/ids.ts';
import type { DoorIncident } from '../../incident/decide.ts';
import { beganAt } from '../../incident/incident.ts';
import { withNames } from '../../incident/names-shown.ts';
import type { Rehearsal } from '../../incident/rehearsal.ts';
import { drawCard } from './card.ts';
import { asCode, inText } from './escape.ts';
import { message, saying, section, smallPrint } from './layout.ts';
import type { Message } from './message.ts';
import { doorWord, list, type Named, placeWord } from './names.ts';
import type { Reader } from './reader.ts';
import { type Shown, subscribeButton, subscriptionShown } from './rehearsal-button.ts';
import { type UnreadPlace, unreadLines } from './scope.ts';
import { lengthOfTime, moment } from './time.ts';
import type { Naming } from './wishes/sentence.ts';
import { subscriptionInWords } from './wishes/sentence.ts';
import type { Catalogue } from './words/catalogue.ts';

/** A rehearsal that is over, and the names for it. */
export type RehearsalView = {
  readonly rehearsal: Rehearsal;
  readonly days: number;
  /** What was asked for, as the button is to remember it. */
  readonly shown: Shown;
  readonly unread: readonly UnreadPlace[];
  /** Places of which older rows are missing. */
  readonly cut: readonly Named[];
  readonly naming: Naming;
  readonly reader: Reader;
};

/** Doors named in one line. */
const NAMED = 5;
const NIGHT = 'hours:22:00-07:00';

/** What a subscription would have told: how much, when most, of which doors, and what other wishes would have brought. */
export function drawRehearsal(view: RehearsalView): Message {
  const { rehearsal, days, shown, naming, reader } = view;
  const { say, timeZone } = reader;
  const words = say.rehearsal;
  const { messages } = rehearsal;
  const most = rehearsal.days.reduce((a, b) => Math.max(a, b.messages), 0);
  const head = messages === 0 ? words.none(days) : words.head(messages, days, most);
  const average = (messages / days).toLocaleString(say.common.locale, { maximumFractionDigits: 1 });
  const about = [
    say.wishes.form.means(subscriptionInWords(subscriptionShown(shown), naming, 'asker')),
    ...(messages > 0 && days > 1 ? [words.average(average)] : []),
  ];
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
  const buttons = subscribeButton(shown, say);
  const notes = notesIn(view, buttons.length > 0);
  return message(
    [`🎭 ${head}`, ...about, ...lines, ...loudest, ...notes],
    [
      section([`🎭 *${head}*`, ...about].join('\n')),
      ...(lines.length > 0 ? [section(lines.join('\n'))] : []),
      ...(loudest.length > 0 ? [section(loudest.join('\n'))] : []),
      smallPrint(notes),
      ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: [...buttons] }] : []),
    ],
    say,
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
  const { rehearsal: words } = view.reader.say;
  const named = doors.slice(0, NAMED).map(({ place, door, alerts }) => words.door(whereOf(place, door, view), alerts));
  return words.doors(named, doors.length - named.length);
}

function insteadIn({ rehearsal: { instead }, reader }: RehearsalView): readonly string[] {
  const { rehearsal: words } = reader.say;
  const { after2, after3, night } = instead;
  const wishes = [
    ['after:2', after2],
    ['after:3', after3],
    [NIGHT, night],
  ] as const;
  const others = wishes.flatMap(([wish, many]) => (many === undefined ? [] : [words.other(asCode(wish), many)]));
  return others.length === 0 ? [] : [words.instead(others)];
}

/** The bold line of the card that would have told of it, whatever kind it is, and when that was. */
function loudIn(incident: DoorIncident, { shown, naming, reader }: RehearsalView): string {
  const { say, timeZone } = reader;
  const { blocks } = drawCard({
    incident: withNames({ ...incident, seenAfterMs: 0 }, shown.wish.names ?? 'full'),
    nameOfPlace: naming.nameOfPlace,
    nameOfDoor: (place, door) => naming.nameOfDoor({ place, door }),
    showPlace: naming.showPlace,
    toldAt: incident.openedAt,
    say,
    timeZone,
  });
  const first = blocks.find((block) => block.type === 'section')?.text?.text ?? '';
  const [head = ''] = first.split('\n');
  return [head, moment(beganAt(incident.facts), timeZone)].join(say.common.between);
}

function notesIn(view: RehearsalView, hasButton: boolean): readonly string[] {
  const { rehearsal, unread, cut, shown, reader } = view;
  const { say, timeZone } = reader;
  const { rehearsal: words } = say;
  const { rows, mostMs, latest } = rehearsal.late;
  const named = latest.map(({ place, door, at, lateMs }) =>
    words.lateRow(whereOf(place, door, view), moment(at, timeZone), lengthOfTime(lateMs, say)),
  );
  const placesCut = cut.map((place) => inText(placeWord(place, say)));
  return [
    ...unreadLines(unread, reader),
    ...(cut.length > 0 ? [words.cut(list(placesCut, say))] : []),
    ...(rows > 0 ? [words.late(rows, lengthOfTime(mostMs, say), named)] : []),
    ...(shown.wish.topics.includes('blind') ? [words.blind] : []),
    words.honest,
    ...(hasButton ? [] : [words.noButton]),
  ];
}

function whereOf(place: PlaceId, door: DoorId | undefined, { naming, reader }: RehearsalView): string {
  const { say } = reader;
  const name = door === undefined ? undefined : naming.nameOfDoor({ place, door });
  const word = inText(doorWord({ ...(door !== undefined && { id: door }), ...(name !== undefined && { name }) }, say));
  if (!naming.showPlace) return word;
  const placeName = naming.nameOfPlace(place);
  return say.common.doorAt(
    word,
    inText(placeWord({ id: place, ...(placeName !== undefined && { name: placeName }) }, say)),
  );
}
