import { fold } from '../../../asking/match.ts';
import { type Item, KEYS, type Key, readWords, type Shape, type Word } from '../../../asking/words.ts';
import type { PersonId, PlaceId } from '../../../door/ids.ts';
import type { Weekday } from '../../../door/zone.ts';
import type { Hours } from '../../../incident/hours.ts';
import { type DoorRef, NAMES_SHOWN, type NamesShown } from '../../../incident/subscription.ts';
import { TOPICS, type Topic, USUAL_TOPICS } from '../../../incident/topic.ts';
import { type Wish, wishWith } from '../../../incident/wish.ts';
import type { UnclearWish } from '../../messages/wishes/unclear-wish.ts';
import type { PlaceView } from '../ports.ts';
import { readDays, readHours } from './clock.ts';
import { hoursOf } from './hours-of.ts';
import { kindsNamed, LONGEST_NAME } from './kinds.ts';
import { findDoor, findPerson, findPlace } from './known.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { slipOf } from './slips.ts';
import { readWhom } from './whom.ts';

/** How a wish is typed: with all keys, each with one value or several. */
export const WISH_SHAPE: Shape = { keys: KEYS, lists: true };

export type Where = { readonly places: readonly PlaceView[]; readonly asker: string };

export type WishReading =
  /** `kinds` are those that were named; none where the usual ones are meant. Timed is what names hours or days, be it all. */
  | { readonly ok: true; readonly wish: Wish; readonly kinds: readonly Topic[]; readonly isTimed: boolean }
  /** `instead` are the words as they were perhaps meant. */
  | { readonly ok: false; readonly unclear: UnclearWish; readonly instead?: readonly string[] };

/** Failures that a subscription may wait for, at most. */
export const MOST_AFTER = 99;

const NAMES: Readonly<Record<NamesShown, readonly string[]>> = {
  full: ['full', 'フルネーム', '氏名', '전체'],
  initials: ['initials', 'initial', 'イニシャル', '이니셜', '머리글자'],
  none: ['none', 'no', 'なし', '없음'],
};
const NOT = ['not', 'except', 'without', '除く', '제외'];

type Parts = {
  topics: Set<Topic>;
  places: PlaceId[];
  doors: DoorRef[];
  notDoors: DoorRef[];
  people: PersonId[];
  notPeople: PersonId[];
  clock?: Pick<Hours, 'from' | 'to'>;
  outside: boolean;
  hoursWord?: Word;
  days: Set<Weekday>;
  /** Days without their key. */
  daysWord?: Word;
  after?: number;
  afterWord?: Word;
  names?: NamesShown;
  notify: Set<string>;
  seen: Set<Key>;
};

/** The words of a wish, from how it was typed. */
export const readWishWords = (text: string): readonly Word[] => readWords(text, WISH_SHAPE);

/** Reads the words of a wish in any order. Every word is understood or pointed at; none is ignored. */
export const readWish = (words: readonly Word[], where: Where): WishReading => readPieces(piecesOf(words), where);

/** As {@link readWish}, of words that are split at their commas already. */
export function readPieces(words: readonly Piece[], where: Where): WishReading {
  const parts: Parts = {
    topics: new Set(),
    places: [],
    doors: [],
    notDoors: [],
    people: [],
    notPeople: [],
    outside: false,
    days: new Set(),
    notify: new Set(),
    seen: new Set(),
  };
  // A place narrows which doors are meant, wherever it stands.
  for (const word of words.filter((one) => one.key === 'place')) {
    const unclear = takePlaces(word, parts, where.places);
    if (unclear !== undefined) return { ok: false, unclear };
  }
  // Leaves out the doors and people right after it, as in `not door:Back person:Jack`, up to the next word of another kind.
  let isNot = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || word.key === 'place') {
      if (isNot && word !== undefined) return { ok: false, unclear: { kind: 'not-what', word: word.typed } };
      continue;
    }
    if (word.key === undefined && !word.quoted && NOT.includes(fold(word.text))) {
      const next = words[index + 1]?.key;
      if (next !== 'door' && next !== 'person') return { ok: false, unclear: { kind: 'not-what', word: word.typed } };
      isNot = true;
      continue;
    }
    if (word.key === 'door' || word.key === 'person') {
      const unclear = takeNamed(word, parts, where, isNot);
      if (unclear !== undefined) return { ok: false, ...withSlip(unclear, words, index, where) };
      continue;
    }
    isNot = false;
    if (word.key !== undefined) {
      const unclear = takeKeyed(word, word.key, parts, where);
      if (unclear !== undefined) return { ok: false, ...withSlip(unclear, words, index, where) };
      continue;
    }
    const taken = takeLoose(words, index, parts);
    if (taken === 'twice') return { ok: false, unclear: { kind: 'given-twice', word: word.typed } };
    if (taken === 0) {
      return { ok: false, ...withSlip({ kind: 'unknown-word', word: word.typed }, words, index, where) };
    }
    index += taken - 1;
  }
  return wishOf(parts, words);
}

/** What may be a slip of the finger. Where a name fits several, any one of them would be a guess. */
const SLIPS: readonly UnclearWish['kind'][] = ['unknown-word', 'no-such-door', 'no-such-person'];

const withSlip = (unclear: UnclearWish, words: readonly Word[], index: number, where: Where) => {
  const isSlip = SLIPS.includes(unclear.kind);
  const instead = isSlip ? slipOf(words, index, where.places) : undefined;
  return { unclear, ...(instead !== undefined && { instead }) };
};

const itemsOf = (word: Word): readonly Item[] => word.items ?? [];

function takePlaces(word: Word, parts: Parts, places: readonly PlaceView[]): UnclearWish | undefined {
  if (itemsOf(word).length === 0) return { kind: 'nothing-after', word: word.typed };
  for (const { text } of itemsOf(word)) {
    const found = findPlace(text, places);
    if ('unclear' in found) return found.unclear;
    if (!parts.places.includes(found.id)) parts.places.push(found.id);
  }
  return undefined;
}

function takeNamed(word: Word, parts: Parts, where: Where, isNot: boolean): UnclearWish | undefined {
  if (itemsOf(word).length === 0) return { kind: 'nothing-after', word: word.typed };
  const places = parts.places.length === 0 ? where.places : where.places.filter(({ id }) => parts.places.includes(id));
  for (const { text } of itemsOf(word)) {
    if (word.key === 'person') {
      const found = findPerson(text, where.places);
      if ('unclear' in found) return found.unclear;
      const [these, others] = isNot ? [parts.notPeople, parts.people] : [parts.people, parts.notPeople];
      if (others.includes(found.id)) return { kind: 'both-ways', word: text };
      if (!these.includes(found.id)) these.push(found.id);
      continue;
    }
    const found = findDoor(text, places);
    if ('unclear' in found) return found.unclear;
    const [these, others] = isNot ? [parts.notDoors, parts.doors] : [parts.doors, parts.notDoors];
    const isIt = (one: DoorRef): boolean => one.place === found.ref.place && one.door === found.ref.door;
    if (others.some(isIt)) return { kind: 'both-ways', word: text };
    if (!these.some(isIt)) these.push(found.ref);
  }
  return undefined;
}

function takeKeyed(word: Word, key: Key, parts: Parts, { asker }: Where): UnclearWish | undefined {
  const items = itemsOf(word);
  const [first, ...others] = items;
  if (first === undefined) return { kind: 'nothing-after', word: word.typed };
  const once = key === 'outside' ? 'hours' : key;
  if (key !== 'notify' && (parts.seen.has(once) || (once === 'hours' && parts.clock !== undefined))) {
    return { kind: 'given-twice', word: word.typed };
  }
  parts.seen.add(once);
  if (key !== 'notify' && key !== 'days' && others.length > 0) return { kind: 'given-twice', word: word.typed };
  switch (key) {
    case 'hours':
    case 'outside': {
      const hours = readHours(first.text);
      if (hours === undefined) return { kind: 'not-hours', word: word.typed };
      [parts.clock, parts.outside, parts.hoursWord] = [hours, key === 'outside', word];
      return undefined;
    }
    case 'days':
      for (const { text } of items) {
        const days = readDays(text);
        if (days === undefined) return { kind: 'not-days', word: text };
        for (const day of days) parts.days.add(day);
      }
      return undefined;
    case 'after': {
      const amount = Number(/^(\d{1,4})[回회]?$/.exec(first.text)?.[1] ?? 0);
      if (amount < 1 || amount > MOST_AFTER) return { kind: 'not-a-number', word: word.typed };
      [parts.after, parts.afterWord] = [amount, word];
      return undefined;
    }
    case 'names': {
      const names = NAMES_SHOWN.find((shown) => NAMES[shown].includes(fold(first.text)));
      if (names === undefined) return { kind: 'not-names', word: word.typed };
      parts.names = names;
      return undefined;
    }
    default:
      for (const { text } of items) {
        const whom = readWhom(text, asker);
        if (whom === undefined) return { kind: 'not-notify', word: text };
        parts.notify.add(whom);
      }
      return undefined;
  }
}

/**
 * Takes a kind's name, which may be several words, or days or hours without their key. Gives how many words it took, or `twice`
 * for hours after other hours.
 */
function takeLoose(words: readonly Piece[], from: number, parts: Parts): number | 'twice' {
  const names: string[] = [];
  for (const { text, key, quoted, afterComma } of words.slice(from, from + LONGEST_NAME)) {
    const before = names.at(-1);
    // What stands in quotes is a name by itself.
    if (key !== undefined || (quoted && before !== undefined)) break;
    names.push(before === undefined ? text : `${before}${afterComma ? ',' : ' '}${text}`);
    if (quoted) break;
  }
  for (let length = names.length; length > 0; length -= 1) {
    const kinds = kindsNamed(names[length - 1] ?? '');
    if (kinds === undefined) continue;
    for (const kind of kinds) parts.topics.add(kind);
    return length;
  }
  const word = words[from];
  if (word === undefined) return 0;
  const hours = readHours(word.text);
  if (hours !== undefined) {
    if (parts.clock !== undefined) return 'twice';
    [parts.clock, parts.hoursWord] = [hours, word];
    return 1;
  }
  const days = readDays(word.text);
  if (days === undefined) return 0;
  for (const day of days) parts.days.add(day);
  parts.daysWord ??= word;
  return 1;
}

function wishOf(parts: Parts, words: readonly Word[]): WishReading {
  const kinds = TOPICS.filter((topic) => parts.topics.has(topic));
  const topics = kinds.length === 0 ? USUAL_TOPICS : kinds;
  const { after, afterWord, names, doors, notDoors, people, notPeople } = parts;
  const refuse = (kind: 'after-without-failures' | 'blind-is-everywhere' | 'never', word: string): WishReading => ({
    ok: false,
    unclear: { kind, word },
  });
  if (afterWord !== undefined && !topics.includes('failures')) return refuse('after-without-failures', afterWord.typed);
  const hours = hoursOf(parts);
  if (hours === 'never') return refuse('never', parts.hoursWord?.typed ?? '');
  // A door narrows to its place by itself.
  const places = doors.length > 0 ? [] : parts.places;
  const narrowed = [doors, notDoors, places, people, notPeople].some((list) => list.length > 0) || hours !== undefined;
  if (narrowed && topics.every((topic) => topic === 'blind')) {
    const narrowing = words.find(
      (word) =>
        (word.key !== undefined && word.key !== 'names' && word.key !== 'notify') ||
        word === parts.hoursWord ||
        word === parts.daysWord,
    );
    return refuse('blind-is-everywhere', narrowing?.typed ?? '');
  }
  const notify = [...parts.notify];
  const wish = wishWith({ topics, doors, places, people, notDoors, notPeople, hours, after, names, notify });
  return { ok: true, wish, kinds, isTimed: parts.clock !== undefined || parts.days.size > 0 };
}
