import type { DoorId, PersonId, PlaceId } from '../door/ids.ts';
import { fold } from './match.ts';

/** What a question can be about, as far as the bot has come to know it. */
export type DoorKnown = { readonly id: DoorId; readonly name?: string };
export type PersonKnown = { readonly id: PersonId; readonly name?: string };
export type PlaceKnown = {
  readonly id: PlaceId;
  readonly name?: string;
  readonly doors: readonly DoorKnown[];
  readonly people: readonly PersonKnown[];
};

/** A door and the place it belongs to. */
export type DoorAt<Place extends PlaceKnown> = {
  readonly id: string;
  readonly name?: string;
  readonly door: Place['doors'][number];
  readonly place: Place;
};

/** Somebody by the customer's own key, and the places that have named them. Nowhere yet, where only the key was given. */
export type PersonAt<Place extends PlaceKnown> = {
  readonly id: PersonId;
  readonly name?: string;
  readonly places: readonly Place[];
};

/** Found by its id, its whole name, or a part of its name: the first of these that fits anything decides. */
export type Found<Thing> = { readonly rank: 0 | 1 | 2; readonly things: readonly Thing[] };

type Entry<Thing> = { readonly thing: Thing; readonly id: string; readonly name: string };

/** All names of some places, folded once. */
export type Names<Place extends PlaceKnown> = {
  readonly doors: (asked: string, within?: Place) => Found<DoorAt<Place>> | undefined;
  readonly places: (asked: string) => Found<Place> | undefined;
  readonly people: (asked: string) => Found<PersonAt<Place>> | undefined;
};

/** The names that a question may use. They are folded when they are first needed: most questions name no person. */
export function namesOf<Place extends PlaceKnown>(places: readonly Place[]): Names<Place> {
  const doors = once(() =>
    places.flatMap((place) =>
      place.doors.map((door) =>
        entryOf<DoorAt<Place>>({ id: door.id, door, place, ...(door.name !== undefined && { name: door.name }) }),
      ),
    ),
  );
  const ofPlaces = once(() => places.map((place) => entryOf(place)));
  const people = once(() => peopleOf(places).map((person) => entryOf(person)));
  return {
    doors: (asked, within) => {
      const entries = within === undefined ? doors() : doors().filter(({ thing }) => thing.place === within);
      // The bot calls a door without a name by its number, and people type what they read.
      const id = /^(?:door|出入口|출입문) ?(\S+)$/u.exec(fold(asked))?.[1];
      return find(asked, entries) ?? (id === undefined ? undefined : find(id, entries));
    },
    places: (asked) => find(asked, ofPlaces()),
    people: (asked) => {
      const plain = fold(asked).replace(/(?<=.)\s?(?:さん|様|くん|君|님|씨)$/u, '');
      return find(asked, people()) ?? find(plain, people());
    },
  };
}

function entryOf<Thing extends { readonly id: string; readonly name?: string }>(thing: Thing): Entry<Thing> {
  return { thing, id: fold(thing.id), name: fold(thing.name ?? '') };
}

function find<Thing>(asked: string, entries: readonly Entry<Thing>[]): Found<Thing> | undefined {
  const wanted = fold(asked);
  if (wanted === '') return undefined;
  // 田中 花子 is typed without the space, too.
  const isSpaceless = /^[^\x20-\x7e]+$/.test(wanted);
  const rules: readonly ((entry: Entry<Thing>) => boolean)[] = [
    ({ id }) => id === wanted,
    ({ name }) => name === wanted || (isSpaceless && name.replaceAll(' ', '') === wanted),
    ({ name }) => holds(name, wanted),
  ];
  for (const [rank, rule] of rules.entries()) {
    const things = entries.filter(rule).map(({ thing }) => thing);
    if (things.length > 0) return { rank: rank === 0 ? 0 : rank === 1 ? 1 : 2, things };
  }
  return undefined;
}

/**
 * Whether a word is a part of a name. A Latin letter or two are in most names by chance: a single one must be a word of the
 * name, and two the beginning of one.
 */
function holds(name: string, wanted: string): boolean {
  if (!/^\p{Script=Latin}{1,2}$/u.test(wanted)) return name.includes(wanted);
  const words = name.split(/[^\p{L}\p{M}\d]+/u);
  return words.some((word) => (wanted.length === 1 ? word === wanted : word.startsWith(wanted)));
}

/** Each person once: the customer's key is the same at every place. */
function peopleOf<Place extends PlaceKnown>(places: readonly Place[]): readonly PersonAt<Place>[] {
  const people = new Map<PersonId, { name?: string; places: Place[] }>();
  for (const place of places) {
    for (const { id, name } of place.people) {
      const known = people.get(id) ?? { places: [] };
      if (name !== undefined) known.name ??= name;
      known.places.push(place);
      people.set(id, known);
    }
  }
  return [...people].map(([id, known]) => ({ id, ...known }));
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
