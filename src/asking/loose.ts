import { personId } from '../door/ids.ts';
import type { DoorAt, Found, Names, PersonAt, PlaceKnown } from './names.ts';
import type { Piece } from './pieces.ts';
import type { Grammar, What } from './question.ts';
import type { Sorted } from './sort.ts';
import type { UnclearQuestion } from './unclear.ts';

/** What of places, doors and people a question is about. */
export type Asked<Place extends PlaceKnown> = {
  readonly place?: Place;
  readonly door?: DoorAt<Place>;
  readonly person?: PersonAt<Place>;
  readonly meanings: ReadonlyMap<Piece, What>;
};

export type Unplaced = { readonly unclear: UnclearQuestion };

type Sort = 'door' | 'place' | 'person';

/** Words that are tried as names of several things, at most: `Jack front door Shibuya` is a person, a door and a place. */
const MOST_SPLIT = 10;

/** Finds whom and what the names mean: those that were given with a key, and those that stand by themselves. */
export function placeLoose<Place extends PlaceKnown>(
  { keyed, loose }: Sorted,
  grammar: Grammar,
  names: Names<Place>,
  places: readonly Place[],
): Asked<Place> | Unplaced {
  const given = keyedThings(keyed, names, places);
  if ('unclear' in given) return given;
  const said = loose.filter((piece) => !isFiller(piece));
  const fillers = new Map<Piece, What>(loose.filter(isFiller).map((piece) => [piece, 'filler']));
  if (said.length === 0) return { ...given, meanings: fillers };

  const open: readonly Sort[] = (['door', 'place', 'person'] as const).filter(
    (sort) => keyed[sort] === undefined && (sort !== 'person' || grammar.person === true),
  );
  const text = loose.map((piece) => piece.text).join(' ');
  const ways = waysOf(loose, open, names, given.place);
  const [best, second] = ways;
  if (best !== undefined) {
    const alike = ways.filter(({ segments, rank }) => segments === best.segments && rank === best.rank);
    const sorts = new Set(alike.map(({ sorts: own }) => own.join()));
    if (second !== undefined && sorts.size > 1) {
      const meanings = (['door', 'place', 'person'] as const).filter((sort) =>
        alike.some((way) => way.sorts.includes(sort)),
      );
      return { unclear: { kind: 'several-meanings', word: text, meanings } };
    }
    return { ...given, ...best.things, meanings: new Map([...fillers, ...best.meanings]) };
  }
  return { unclear: wrongName(loose, said, text, keyed, grammar, open, names, places, given.place) };
}

const isFiller = (piece: Piece): boolean =>
  !piece.quoted &&
  piece.tokens !== undefined &&
  (piece.tokens.every(({ is }) => is === 'filler') || /^(from|and)$/i.test(piece.text));

function keyedThings<Place extends PlaceKnown>(
  keyed: Sorted['keyed'],
  names: Names<Place>,
  all: readonly Place[],
): Omit<Asked<Place>, 'meanings'> | Unplaced {
  const things: { place?: Place; door?: DoorAt<Place>; person?: PersonAt<Place> } = {};
  if (keyed.place !== undefined) {
    const { text, typed } = keyed.place;
    const found = names.places(text);
    const word = text || typed;
    if (found === undefined) return { unclear: { kind: 'no-such-place', word, known: all } };
    if (found.things.length > 1) return { unclear: { kind: 'several-places', word, candidates: found.things } };
    if (found.things[0] !== undefined) things.place = found.things[0];
  }
  if (keyed.door !== undefined) {
    const { text, typed } = keyed.door;
    const found = names.doors(text, things.place);
    if (found === undefined) {
      return { unclear: { kind: 'no-such-door', word: text || typed, known: doorsOf(all, things.place) } };
    }
    if (found.things.length > 1) return { unclear: { kind: 'several-doors', word: text, candidates: found.things } };
    if (found.things[0] !== undefined) things.door = found.things[0];
  }
  if (keyed.person !== undefined) {
    const { text, typed } = keyed.person;
    const found = names.people(text);
    // A key that no row has shown yet can still stand in the log, further back than the bot remembers.
    if (found === undefined && /^\d+$/.test(text)) things.person = { id: personId(text), places: [] };
    else if (found === undefined) return { unclear: { kind: 'no-such-person', word: text || typed } };
    else if (found.things.length > 1)
      return { unclear: { kind: 'several-people', word: text, candidates: found.things } };
    else if (found.things[0] !== undefined) things.person = found.things[0];
  }
  return things;
}

type Way<Place extends PlaceKnown> = {
  readonly segments: number;
  readonly rank: number;
  readonly sorts: readonly Sort[];
  readonly things: Omit<Asked<Place>, 'meanings'>;
  readonly meanings: ReadonlyMap<Piece, What>;
};

/** All ways to read the names, the best first: in the fewest names, and those as exact as can be. */
function waysOf<Place extends PlaceKnown>(
  loose: readonly Piece[],
  open: readonly Sort[],
  names: Names<Place>,
  place: Place | undefined,
): readonly Way<Place>[] {
  const most = loose.length > MOST_SPLIT ? 1 : Math.min(open.length, loose.length);
  for (let segments = 1; segments <= most; segments += 1) {
    const ways = cuts(loose, segments).flatMap((parts) =>
      orders(open, segments).flatMap((sorts) => wayOf(parts, sorts, names, place) ?? []),
    );
    if (ways.length > 0) return ways.sort((a, b) => a.rank - b.rank);
  }
  return [];
}

function wayOf<Place extends PlaceKnown>(
  parts: readonly (readonly Piece[])[],
  sorts: readonly Sort[],
  names: Names<Place>,
  placeGiven: Place | undefined,
): Way<Place> | undefined {
  const things: { place?: Place; door?: DoorAt<Place>; person?: PersonAt<Place> } = {};
  const meanings = new Map<Piece, What>();
  let rank = 0;
  // The place first: which door is meant can depend on it.
  for (const sort of ['place', 'door', 'person'] as const) {
    const part = parts[sorts.indexOf(sort)];
    if (!sorts.includes(sort) || part === undefined) continue;
    for (const { text, pieces } of namesIn(part)) {
      if (sort === 'place') {
        const only = onlyOne(names.places(text));
        if (only === undefined) continue;
        [things.place, rank] = [only.thing, rank + only.rank];
      } else if (sort === 'door') {
        const only = onlyOne(names.doors(text, things.place ?? placeGiven));
        if (only === undefined) continue;
        [things.door, rank] = [only.thing, rank + only.rank];
      } else {
        const only = onlyOne(names.people(text));
        if (only === undefined) continue;
        [things.person, rank] = [only.thing, rank + only.rank];
      }
      for (const piece of part) meanings.set(piece, pieces.includes(piece) ? sort : 'filler');
      break;
    }
    if (things[sort] === undefined) return undefined;
  }
  return { segments: parts.length, rank, sorts, things, meanings };
}

/** The words as they stand, else without the small words around them: `the front door`. */
function namesIn(part: readonly Piece[]): readonly { readonly text: string; readonly pieces: readonly Piece[] }[] {
  const first = part.findIndex((piece) => !isFiller(piece));
  const last = part.findLastIndex((piece) => !isFiller(piece));
  const own = first === -1 ? [] : part.slice(first, last + 1);
  const named = (pieces: readonly Piece[]) => ({ text: pieces.map(({ text }) => text).join(' '), pieces });
  return own.length === part.length ? [named(part)] : own.length === 0 ? [] : [named(part), named(own)];
}

function onlyOne<Thing>(found: Found<Thing> | undefined): { readonly thing: Thing; readonly rank: number } | undefined {
  const [thing, ...others] = found?.things ?? [];
  return thing === undefined || others.length > 0 || found === undefined ? undefined : { thing, rank: found.rank };
}

/** All ways to cut a list into so many parts. */
function cuts<Thing>(list: readonly Thing[], parts: number): readonly (readonly (readonly Thing[])[])[] {
  if (parts === 1) return [[list]];
  return list
    .slice(1)
    .flatMap((_, index) => cuts(list.slice(index + 1), parts - 1).map((rest) => [list.slice(0, index + 1), ...rest]))
    .filter((own) => own.length === parts && own.every((part) => part.length > 0));
}

/** All orders of so many of these. */
function orders<Thing>(things: readonly Thing[], length: number): readonly (readonly Thing[])[] {
  if (length === 0) return [[]];
  return things.flatMap((thing) =>
    orders(
      things.filter((other) => other !== thing),
      length - 1,
    ).map((rest) => [thing, ...rest]),
  );
}

function wrongName<Place extends PlaceKnown>(
  loose: readonly Piece[],
  said: readonly Piece[],
  text: string,
  keyed: Sorted['keyed'],
  grammar: Grammar,
  open: readonly Sort[],
  names: Names<Place>,
  places: readonly Place[],
  place: Place | undefined,
): UnclearQuestion {
  if (keyed.door !== undefined && !(open.includes('person') || open.includes('place')))
    return { kind: 'given-twice', what: 'door', word: text };
  for (const { text: asked } of namesIn(loose)) {
    const doors = open.includes('door') ? names.doors(asked, place) : undefined;
    if (doors !== undefined && doors.things.length > 1)
      return { kind: 'several-doors', word: asked, candidates: doors.things };
    const people = open.includes('person') ? names.people(asked) : undefined;
    if (people !== undefined && people.things.length > 1)
      return { kind: 'several-people', word: asked, candidates: people.things };
    const found = open.includes('place') ? names.places(asked) : undefined;
    if (found !== undefined && found.things.length > 1)
      return { kind: 'several-places', word: asked, candidates: found.things };
  }
  for (const sort of ['door', 'person', 'place'] as const) {
    const isSecond =
      keyed[sort] !== undefined && (sort === 'door' || loose.every((piece) => isKnown(sort, piece.text, names)));
    if (isSecond) return { kind: 'given-twice', what: sort, word: text };
  }
  const [word] = [text || said[0]?.typed || text];
  const kind = grammar.person === true ? 'no-such-name' : 'no-such-door';
  return { kind, word, known: doorsOf(places, place) };
}

function isKnown<Place extends PlaceKnown>(sort: Sort, text: string, names: Names<Place>): boolean {
  return (
    (sort === 'door' ? names.doors(text) : sort === 'place' ? names.places(text) : names.people(text)) !== undefined
  );
}

/** All doors of these places, or of the one that was asked for. */
export function doorsOf<Place extends PlaceKnown>(places: readonly Place[], place?: Place) {
  return (place === undefined ? places : [place]).flatMap((own) => own.doors.map((door) => ({ door, place: own })));
}
