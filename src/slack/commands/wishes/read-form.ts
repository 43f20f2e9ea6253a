import { doorId, type PersonId, type PlaceId, personId, placeId } from '../../../door/ids.ts';
import type { Weekday } from '../../../door/zone.ts';
import type { DoorRef, Subscription } from '../../../incident/subscription.ts';
import { NAMES_SHOWN } from '../../../incident/subscription.ts';
import { TOPICS, USUAL_AFTER } from '../../../incident/topic.ts';
import { type Wish, wishWith } from '../../../incident/wish.ts';
import { HOURS_MODES, PARTS } from '../../messages/wishes/form.ts';
import { wrongInWords } from '../../messages/wishes/unclear-wish.ts';
import type { Catalogue } from '../../messages/words/catalogue.ts';
import type { PlaceView } from '../ports.ts';
import { hoursBetween, readClock } from './clock.ts';
import { hoursOf } from './hours-of.ts';
import { findDoor, findPerson, findPlace } from './known.ts';
import { isGroup } from './whom.ts';

/** What a part of a form holds, as Slack gives it. */
type Held = {
  readonly value?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[] | null;
  readonly selected_time?: string | null;
  readonly selected_users?: readonly string[] | null;
};
/** By block, then by element; here both have one name. */
export type FormValues = Readonly<Record<string, Readonly<Record<string, Held>>>>;

export type FormReading = {
  readonly wish: Wish;
  /** What is wrong, by part, in the words of whoever fills it in. */
  readonly errors: Readonly<Record<string, string>>;
};

export type FormReader = {
  readonly places: readonly PlaceView[];
  readonly say: Catalogue;
  /** The subscription that is changed: of it stays what the form does not show. */
  readonly known?: Subscription;
};

/** Reads what was picked in the form. */
export function readForm(values: FormValues, { places, say, known }: FormReader): FormReading {
  const { form } = say.wishes;
  const errors: Record<string, string> = {};
  const held = (part: string): Held => values[part]?.[part] ?? {};
  const picked = (part: string): readonly string[] =>
    (held(part).selected_options ?? []).flatMap(({ value }) => value ?? []);
  const one = (part: string): string | undefined => held(part).selected_option?.value;

  /** What is picked from a menu, or typed where there are too many for one. */
  const things = <Thing>(
    part: string,
    read: (value: string) => Thing,
    find: (text: string) => { readonly thing: Thing } | { readonly wrong: string },
  ): readonly Thing[] => {
    const typed = held(part).value;
    if (typed === undefined || typed === null) return picked(part).map(read);
    return namesTyped(typed).flatMap((text) => {
      const found = find(text);
      if ('thing' in found) return [found.thing];
      errors[part] = found.wrong;
      return [];
    });
  };
  const wrong = (unclear: Parameters<typeof wrongInWords>[0]): { readonly wrong: string } => ({
    wrong: wrongInWords(unclear, say, places.length > 1).replaceAll('`', ''),
  });
  const doors = (part: string): readonly DoorRef[] =>
    things(part, doorOf, (text) => {
      const found = findDoor(text, places);
      return 'ref' in found ? { thing: found.ref } : wrong(found.unclear);
    });
  const people = (part: string): readonly PersonId[] =>
    things(part, personId, (text) => {
      const found = findPerson(text, places);
      return 'id' in found ? { thing: found.id } : wrong(found.unclear);
    });
  const chosenPlaces: readonly PlaceId[] = things(PARTS.places, placeId, (text) => {
    const found = findPlace(text, places);
    return 'id' in found ? { thing: found.id } : wrong(found.unclear);
  });

  const topics = TOPICS.filter((topic) => picked(PARTS.kinds).includes(topic));
  const [on, notOn] = [doors(PARTS.doors), doors(PARTS.notDoors)];
  const [who, notWho] = [people(PARTS.people), people(PARTS.notPeople)];
  const isBoth = (ref: DoorRef): boolean => on.some(({ place, door }) => place === ref.place && door === ref.door);
  if (notOn.some(isBoth)) errors[PARTS.notDoors] = form.bothWays;
  if (notWho.some((id) => who.includes(id))) errors[PARTS.notPeople] = form.bothWays;

  // A door narrows to its place by itself; one in none of the places that are picked would never be heard.
  const isElsewhere = ({ place }: DoorRef): boolean => chosenPlaces.length > 0 && !chosenPlaces.includes(place);
  if (on.some(isElsewhere)) errors[PARTS.doors] = form.otherPlace;
  const isPlaceSaid = on.length > 0 && !on.some(isElsewhere);
  const inPlaces = isPlaceSaid ? [] : chosenPlaces;

  const hours = readHoursPicked();
  const after = Number(one(PARTS.after) ?? USUAL_AFTER);
  if (after !== USUAL_AFTER && topics.length > 0 && !topics.includes('failures')) {
    errors[PARTS.after] = form.needsFailures;
  }
  const narrowed = (
    [
      [PARTS.places, chosenPlaces.length],
      [PARTS.doors, on.length],
      [PARTS.notDoors, notOn.length],
      [PARTS.people, who.length],
      [PARTS.notPeople, notWho.length],
      [PARTS.hours, hours === undefined ? 0 : 1],
    ] as const
  ).find(([, amount]) => amount > 0);
  if (narrowed !== undefined && topics.length > 0 && topics.every((topic) => topic === 'blind')) {
    errors[narrowed[0]] = form.blindAlone;
  }
  const names = NAMES_SHOWN.find((shown) => shown === one(PARTS.names)) ?? 'full';
  const groups = (known?.notify ?? []).filter(isGroup);
  const notify = [...(held(PARTS.notify).selected_users ?? []), ...groups];
  const wish = wishWith({
    topics,
    doors: on,
    places: inPlaces,
    people: who,
    notDoors: notOn,
    notPeople: notWho,
    hours,
    after: after !== USUAL_AFTER && topics.includes('failures') ? after : undefined,
    names,
    notify,
  });
  return { wish, errors };

  function readHoursPicked() {
    const mode = HOURS_MODES.find((each) => each === one(PARTS.hours)) ?? 'always';
    const days = new Set(picked(PARTS.days).flatMap((day) => WEEK.filter((each) => String(each) === day)));
    const [from, to] = [timeOf(PARTS.from), timeOf(PARTS.to)];
    const outside = mode === 'outside';
    if (mode === 'always') return whole(hoursOf({ days, outside: false }));
    // All days but these: no time of the day is needed for that.
    if (from === undefined && to === undefined && outside && days.size > 0) return whole(hoursOf({ days, outside }));
    if (from === undefined || to === undefined) {
      errors[from === undefined ? PARTS.from : PARTS.to] = form.needsBoth;
      return undefined;
    }
    const clock = hoursBetween(from, to);
    if (clock === undefined) {
      errors[PARTS.to] = form.needsHours;
      return undefined;
    }
    return whole(hoursOf({ clock, days, outside }));
  }

  function timeOf(part: string): number | undefined {
    const time = held(part).selected_time;
    return time === undefined || time === null ? undefined : readClock(time);
  }

  function whole(hours: ReturnType<typeof hoursOf>): Wish['hours'] {
    if (hours !== 'never') return hours;
    errors[PARTS.to] = form.needsHours;
    return undefined;
  }
}

/** Names with commas between them: each may stand in quotes, and have spaces in it without. */
function namesTyped(text: string): readonly string[] {
  const names = text.normalize('NFKC').matchAll(/\s*(?:["“”„«「『]([^"“”»」』]*)["“”»」』]?|([^,、]+))/g);
  return [...names].map(([, quoted, plain]) => (quoted ?? plain ?? '').trim()).filter((name) => name !== '');
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function doorOf(value: string): DoorRef {
  const at = value.indexOf('/');
  return { place: placeId(value.slice(0, at)), door: doorId(value.slice(at + 1)) };
}
