import type { PersonId, PlaceId } from '../../../door/ids.ts';
import type { Weekday } from '../../../door/zone.ts';
import type { Hours } from '../../../incident/hours.ts';
import type { DoorRef, NamesShown, Subscription } from '../../../incident/subscription.ts';
import { TOPICS, type Topic, USUAL_TOPICS } from '../../../incident/topic.ts';
import type { UnclearWish } from '../../messages/wishes/unclear-wish.ts';
import { type Item, KEYS, type Key, readWords, type Shape, type Word } from '../arguments.ts';
import { fold } from '../match.ts';
import type { PlaceView } from '../ports.ts';
import { readDays, readHours } from './clock.ts';
import { kindsNamed, LONGEST_NAME } from './kinds.ts';
import { findDoor, findPerson, findPlace } from './known.ts';
import { slipOf } from './slips.ts';
import { readWhom } from './whom.ts';

/** How a wish is typed: with all keys, each with one value or several. */
export const WISH_SHAPE: Shape = { keys: KEYS, lists: true };

/** What somebody wants to hear, without where and under which id. */
export type Wish = Omit<Subscription, 'channel' | 'id'>;

export type Where = { readonly places: readonly PlaceView[]; readonly asker: string };

export type WishReading =
  /** `kinds` are those that were named; none where the usual ones are meant. */
  | { readonly ok: true; readonly wish: Wish; readonly kinds: readonly Topic[] }
  /** `instead` are the words as they were perhaps meant. */
  | { readonly ok: false; readonly unclear: UnclearWish; readonly instead?: readonly string[] };

/** Failures that a subscription may wait for, at most. */
export const MOST_AFTER = 99;

const NAMES: Readonly<Record<string, NamesShown>> = {
  full: 'full',
  フルネーム: 'full',
  氏名: 'full',
  전체: 'full',
  initials: 'initials',
  initial: 'initials',
  イニシャル: 'initials',
  이니셜: 'initials',
  머리글자: 'initials',
  none: 'none',
  no: 'none',
  なし: 'none',
  없음: 'none',
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
  after?: number;
  afterWord?: Word;
  names?: NamesShown;
  notify: Set<string>;
  seen: Set<Key>;
};

/** The words of a wish, from how it was typed. */
export const readWishWords = (text: string): readonly Word[] => readWords(text, WISH_SHAPE);

/** Reads the words of a wish in any order. Every word is understood or pointed at; none is ignored. */
export function readWish(given: readonly Word[], where: Where): WishReading {
  const words = given.flatMap(splitAtCommas);
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

/** `failures,unlocks` are two words. */
function splitAtCommas(word: Word): readonly Word[] {
  if (word.key !== undefined || word.quoted) return [word];
  const pieces = word.text.split(/[,、]/).filter((piece) => piece !== '');
  if (pieces.length <= 1) return pieces.length === 0 ? [word] : [{ ...word, text: pieces[0] ?? '' }];
  return pieces.map((piece) => ({ text: piece, quoted: false, typed: piece }));
}

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
      const names = NAMES[first.text.toLowerCase()];
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

/** Takes a kind's name, which may be several words, or days or hours without their key. Gives how many words it took. */
function takeLoose(words: readonly Word[], from: number, parts: Parts): number {
  const loose: string[] = [];
  for (const word of words.slice(from, from + LONGEST_NAME)) {
    if (word.key !== undefined) break;
    loose.push(word.text);
  }
  for (let length = loose.length; length > 0; length -= 1) {
    const kinds = kindsNamed(loose.slice(0, length).join(' '));
    if (kinds === undefined) continue;
    for (const kind of kinds) parts.topics.add(kind);
    return length;
  }
  const [first = ''] = loose;
  const hours = parts.clock === undefined ? readHours(first) : undefined;
  if (hours !== undefined && !/^\d+$/.test(first)) {
    parts.clock = hours;
    return 1;
  }
  const days = readDays(first);
  for (const day of days ?? []) parts.days.add(day);
  return days === undefined ? 0 : 1;
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
  const narrowing = words.find((word) => word.key !== undefined && word.key !== 'names' && word.key !== 'notify');
  if (narrowed && topics.every((topic) => topic === 'blind')) {
    return refuse('blind-is-everywhere', narrowing?.typed ?? words.at(-1)?.typed ?? '');
  }
  const notify = [...parts.notify];
  const wish: Wish = {
    topics,
    ...(doors.length > 0 && { doors }),
    ...(places.length > 0 && { places }),
    ...(people.length > 0 && { people }),
    ...(notDoors.length > 0 && { notDoors }),
    ...(notPeople.length > 0 && { notPeople }),
    ...(hours !== undefined && { hours }),
    ...(after !== undefined && { after }),
    ...(names !== undefined && names !== 'full' && { names }),
    ...(notify.length > 0 && { notify }),
  };
  return { ok: true, wish, kinds };
}

/** The hours of a wish; undefined for the whole week, and `never` where nothing is left of it. */
export function hoursOf({
  clock,
  days,
  outside,
}: {
  readonly clock?: Pick<Hours, 'from' | 'to'>;
  readonly days: ReadonlySet<Weekday>;
  readonly outside: boolean;
}): Hours | 'never' | undefined {
  const some = days.size > 0 && days.size < 7 ? [...days].sort((a, b) => a - b) : undefined;
  const { from, to } = clock ?? { from: 0, to: 1_440 };
  const isWholeDay = from === 0 && to === 1_440;
  if (isWholeDay && some === undefined) return outside ? 'never' : undefined;
  return { from, to, ...(some !== undefined && { days: some }), ...(outside && { outside }) };
}
