import type { Person } from '../../../door/event.ts';
import type { DoorId, Instant } from '../../../door/ids.ts';
import { LATE_AFTER_MS } from '../../../incident/lateness.ts';
import { doorsOf } from '../../../incident/subscription.ts';
import type { CardView } from '../card.ts';
import { cleanLine, inText } from '../escape.ts';
import type { Message } from '../message.ts';
import { personKey } from '../names.ts';
import { moment, momentAfter } from '../time.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { type CardLines, card } from './frame.ts';

/** Names, places and times of a card, in its language. */

const LISTED = 5;

/** A door by its name, else by its number. */
export function doorIn({ incident, nameOfDoor, say }: CardView, door: DoorId | undefined): string {
  const { place } = incident;
  const name = place === undefined || door === undefined ? undefined : nameOfDoor(place, door);
  const word = cleanLine(name ?? '');
  if (word !== '') return inText(word);
  return door === undefined ? say.common.unknownDoor : say.common.door(inText(door));
}

/** A door, with its place where there are several. */
export function whereIn(view: CardView, door: DoorId | undefined = view.incident.door): string {
  const { place } = view.incident;
  const word = doorIn(view, door);
  return place !== undefined && view.showPlace ? view.say.common.doorAt(word, inText(view.nameOfPlace(place))) : word;
}

/** The one door that an incident of a place is about, or how many they are; with the place where there are several. */
export function doorsIn(view: CardView): string {
  const { incident, say } = view;
  const [first, ...others] = doorsOf(incident);
  if (others.length === 0) return whereIn(view, first);
  const doors = say.common.doors(others.length + 1);
  return incident.place !== undefined && view.showPlace
    ? say.kinds.doorsAt(doors, inText(view.nameOfPlace(incident.place)))
    : doors;
}

/** A person's name, else the key they have at the customer, else a word for somebody. */
export function personIn({ say }: CardView, person: Person | undefined): string {
  const word = [person?.name, person?.id].map((one) => cleanLine(one ?? '')).find((one) => one !== '');
  return word === undefined ? say.common.somebody : inText(word);
}

/** People, each once, in the order they came. */
export function peopleIn(view: CardView, people: readonly (Person | undefined)[]): string {
  const once = new Map(people.map((person, index) => [personKey(person) ?? index, person]));
  const words = [...once.values()].map((person) => personIn(view, person));
  return listIn(view.say, words.length === 0 ? [view.say.common.somebody] : words);
}

/** A list that is cut when it is long, and says how much is left out. */
export function listIn({ common }: Catalogue, words: readonly string[], most = LISTED): string {
  if (words.length <= most) return common.and(words);
  return common.more(words.slice(0, most - 1), words.length - most + 1);
}

/** A length of time, by its two largest units. */
export function lengthIn({ common }: Catalogue, ms: number): string {
  const seconds = Math.round(Math.max(ms, 0) / 1_000);
  if (seconds < 60) return common.length([{ amount: String(seconds), unit: 'seconds' }]);
  if (seconds < 3_600) return twoUnits(common, seconds, 60, ['minutes', 'seconds']);
  const minutes = Math.round(seconds / 60);
  if (minutes < 1_440) return twoUnits(common, minutes, 60, ['hours', 'minutes']);
  return twoUnits(common, Math.round(minutes / 60), 24, ['days', 'hours']);
}

type Unit = Parameters<Catalogue['common']['length']>[0][number]['unit'];

function twoUnits(
  common: Catalogue['common'],
  amount: number,
  base: number,
  [large, small]: readonly [Unit, Unit],
): string {
  const rest = amount % base;
  const parts = [{ amount: String(Math.floor(amount / base)), unit: large }];
  return common.length(rest === 0 ? parts : [...parts, { amount: String(rest), unit: small }]);
}

/** When something that happens again and again did: since when while it goes on, from when to when once it is over. */
export function whenIn(
  { incident, timeZone, say }: CardView,
  { since, lastAt }: { readonly since: Instant; readonly lastAt: Instant },
): string {
  const first = moment(since, timeZone);
  if (since === lastAt) return first;
  const last = momentAfter(since, lastAt, timeZone);
  return incident.closedAt === undefined ? say.kinds.sinceLast(first, last) : say.kinds.fromTo(first, last);
}

/** How late it is, and why: it was seen late, or told late. */
export function latenessIn({ say }: CardView, seenAfterMs: number, toldAfterMs: number): readonly string[] {
  return [
    ...(seenAfterMs > LATE_AFTER_MS ? [`🕰️ ${say.kinds.reachedLate(lengthIn(say, seenAfterMs))}`] : []),
    ...(toldAfterMs > LATE_AFTER_MS ? [`🕰️ ${say.kinds.toldLate(lengthIn(say, toldAfterMs))}`] : []),
  ];
}

/** An incident's card as it stands: told by another one, found to be none, or as its kind draws it; with how late it is. */
export function cardOf(view: CardView, lines: CardLines): Message {
  const { incident, say, toldAt } = view;
  const { head, smallPrint } = lines;
  if (incident.mergedInto !== undefined) return card({ icon: '↪️', head, story: say.kinds.merged, smallPrint });
  if (incident.isUnfounded === true) return card({ icon: '✅', head, story: say.kinds.unfounded, smallPrint });
  const late = latenessIn(view, incident.seenAfterMs, toldAt - incident.openedAt);
  return card({ ...lines, smallPrint: [...smallPrint, ...late] });
}
