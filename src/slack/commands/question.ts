import type { Instant } from '../../door/ids.ts';
import type { Scope } from '../messages/scope.ts';
import type { Span } from '../messages/span.ts';
import type { Unclear } from '../messages/unclear.ts';
import type { Word } from './arguments.ts';
import { type DoorAt, doorsOf, matchDoor } from './door-match.ts';
import { match } from './match.ts';
import { nearest } from './nearest.ts';
import type { PlaceView } from './ports.ts';
import { MOST_DAYS, RANGE_WORDS, readRange } from './range.ts';

/** What a command about the log takes. */
export type Grammar = { readonly count?: { readonly most: number }; readonly time: boolean };

/** A question about the log, understood. */
export type Question = {
  readonly places: readonly PlaceView[];
  readonly door?: DoorAt;
  readonly count?: number;
  readonly span?: Span;
  readonly scope: Scope;
};

export type Reading =
  | { readonly ok: true; readonly question: Question }
  /** `instead` are the words as they were perhaps meant. */
  | { readonly ok: false; readonly unclear: Unclear; readonly instead?: readonly string[] };

type Parts = { count?: number; span?: Span; place?: Word; door?: Word; loose: Word[] };

type Where = { readonly places: readonly PlaceView[]; readonly now: Instant; readonly timeZone: string };

/** Reads the words of a question in any order. Every word is understood or pointed at; none is ignored. */
export function readQuestion(words: readonly Word[], grammar: Grammar, where: Where): Reading {
  const parts: Parts = { loose: [] };
  for (const word of words) {
    const unclear = takeWord(word, parts, grammar, where);
    if (unclear !== undefined) return { ok: false, unclear };
  }
  const asked = placesAsked(parts.place, where.places);
  if ('unclear' in asked) return { ok: false, unclear: asked.unclear };
  const named = nameOfDoor(parts);
  if (named !== undefined && parts.door !== undefined && parts.loose.length > 0) {
    return { ok: false, unclear: { kind: 'given-twice', what: 'door', word: textOf(parts.loose) } };
  }
  const found = named === undefined ? undefined : doorAsked(named, asked.places, words, parts, grammar, where);
  if (found !== undefined && 'unclear' in found) return { ok: false, ...found };
  const door = found?.door;
  const places = door === undefined ? asked.places : [door.place];
  return {
    ok: true,
    question: {
      places,
      ...(door !== undefined && { door }),
      ...(parts.count !== undefined && { count: parts.count }),
      ...(parts.span !== undefined && { span: parts.span }),
      scope: { places, showPlace: where.places.length > 1, ...(door !== undefined && { door: door.door }) },
    },
  };
}

function takeWord(word: Word, parts: Parts, grammar: Grammar, where: Where): Unclear | undefined {
  if (word.key === 'door' || word.key === 'place') {
    if (parts[word.key] !== undefined) return { kind: 'given-twice', what: word.key, word: word.typed };
    parts[word.key] = word;
    return undefined;
  }
  if (!word.quoted && grammar.count !== undefined && /^\d+$/.test(word.text)) {
    return takeNumber(word, parts, grammar.count.most, where.places);
  }
  if (!word.quoted && grammar.time) return takeTime(word, parts, where);
  parts.loose.push(word);
  return undefined;
}

/** A number is a count, unless there is one already or it is too large for one and a door has that id. */
function takeNumber(word: Word, parts: Parts, most: number, places: readonly PlaceView[]): Unclear | undefined {
  const amount = Number(word.text);
  const canCount = parts.count === undefined && amount <= most;
  if (!canCount && doorsOf(places).some((door) => door.id === word.text)) {
    parts.loose.push(word);
    return undefined;
  }
  if (amount === 0) return { kind: 'count-too-small', word: word.typed };
  if (parts.count !== undefined) return { kind: 'two-counts', word: word.typed };
  if (amount > most) return { kind: 'count-too-large', word: word.typed, most };
  parts.count = amount;
  return undefined;
}

function takeTime(word: Word, parts: Parts, { now, timeZone }: Where): Unclear | undefined {
  const reading = readRange(word.text, now, timeZone);
  switch (reading.kind) {
    case 'span':
      if (parts.span !== undefined) return { kind: 'given-twice', what: 'time', word: word.typed };
      parts.span = reading.span;
      return undefined;
    case 'not-a-range':
      parts.loose.push(word);
      return undefined;
    case 'too-long':
      return { kind: 'time-too-long', word: word.typed, mostDays: MOST_DAYS };
    default:
      return { kind: reading.kind, word: word.typed };
  }
}

type PlacesAsked = { readonly places: readonly PlaceView[] } | { readonly unclear: Unclear };

function placesAsked(asked: Word | undefined, all: readonly PlaceView[]): PlacesAsked {
  if (asked === undefined) return { places: all };
  const found = match(asked.text, all);
  switch (found.kind) {
    case 'one':
      return { places: [found.thing] };
    case 'several':
      return { unclear: { kind: 'several-places', word: asked.text || asked.typed, candidates: found.things } };
    case 'none':
      return { unclear: { kind: 'no-such-place', word: asked.text || asked.typed, known: all } };
  }
}

const textOf = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');

const nameOfDoor = ({ door, loose }: Parts): string | undefined =>
  door?.text ?? (loose.length > 0 ? textOf(loose) : undefined);

type DoorAsked = { readonly door: DoorAt } | { readonly unclear: Unclear; readonly instead?: readonly string[] };

function doorAsked(
  name: string,
  places: readonly PlaceView[],
  words: readonly Word[],
  parts: Parts,
  grammar: Grammar,
  where: Where,
): DoorAsked {
  const found = matchDoor(name, places);
  if (found.kind === 'one') return { door: found.thing };
  if (found.kind === 'several') return { unclear: { kind: 'several-doors', word: name, candidates: found.things } };

  const slip = grammar.time ? slipOfTime(parts.loose) : undefined;
  if (slip !== undefined) {
    const instead = words.map((word) => (word === slip.word ? slip.meant : word.typed));
    return { unclear: { kind: 'unexpected-word', word: slip.word.typed }, instead };
  }
  const meant = meantInstead(name, places, where.places);
  const rest = words.filter((word) => word !== parts.door && !parts.loose.includes(word)).map((word) => word.typed);
  return {
    unclear: {
      kind: 'no-such-door',
      word: name || (parts.door ?? parts.loose[0])?.typed || name,
      known: doorsOf(places),
    },
    ...(meant !== undefined && { instead: [meant, ...rest] }),
  };
}

/** A word among those of a door's name that was perhaps meant as a time. */
function slipOfTime(loose: readonly Word[]): { readonly word: Word; readonly meant: string } | undefined {
  for (const word of loose) {
    const meant = word.quoted ? undefined : nearest(word.text, RANGE_WORDS);
    if (meant !== undefined) return { word, meant };
  }
  return undefined;
}

/** A door with nearly this name, or the place whose name was given as a door's. */
function meantInstead(name: string, places: readonly PlaceView[], all: readonly PlaceView[]): string | undefined {
  const door = nearest(
    name,
    doorsOf(places).flatMap((known) => known.name ?? []),
  );
  if (door !== undefined) return inQuotes(door);
  const place = match(name, all);
  return place.kind === 'one' ? `place:${place.thing.id}` : undefined;
}

/** A name as it can be typed: only a plain word goes without quotes, and quotes within a name are passed over when it is read. */
const inQuotes = (name: string): string =>
  /^\p{L}[\p{L}\p{M}]*$/u.test(name) && nearest(name, RANGE_WORDS) === undefined
    ? name
    : `"${name.replaceAll(/["“”]/g, '')}"`;
