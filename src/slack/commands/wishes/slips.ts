import { match } from '../../../asking/match.ts';
import { nearest } from '../../../asking/nearest.ts';
import { type Item, KEYS, type Word } from '../../../asking/words.ts';
import { doorsOf, matchDoor } from '../door-match.ts';
import type { PlaceView } from '../ports.ts';
import { KIND_NAMES } from './kinds.ts';
import { peopleAt } from './known.ts';

/** The words as they were perhaps meant, where the word at `index` was not understood. */
export function slipOf(
  words: readonly Word[],
  index: number,
  places: readonly PlaceView[],
): readonly string[] | undefined {
  const word = words[index];
  if (word === undefined) return undefined;
  const put = (meant: string, at = index, length = 1): readonly string[] =>
    words.map(({ typed }) => typed).toSpliced(at, length, meant);

  if (word.key !== undefined) {
    const meant = keyedSlip(word, places);
    return meant === undefined ? undefined : put(meant);
  }
  const joined = joinedName(words, index, places);
  if (joined !== undefined) return put(joined, index - 1, 2);
  const key = /^(\p{L}+):(.+)$/u.exec(word.text);
  const meantKey = key === null ? undefined : nearest(key[1] ?? '', KEYS);
  if (meantKey !== undefined) return put(`${meantKey}:${key?.[2] ?? ''}`);
  const topic = nearest(word.text, KIND_NAMES);
  if (topic !== undefined) return put(topic);
  const door = matchDoor(word.text, places);
  if (door.kind === 'one') return put(`door:${word.quoted ? inQuotes(word.text) : word.text}`);
  const place = match(word.text, places);
  return place.kind === 'one' ? put(`place:${place.thing.id}`) : undefined;
}

/** `door:Front door` without quotes: the name goes on in the next word. */
function joinedName(words: readonly Word[], index: number, places: readonly PlaceView[]): string | undefined {
  const [before, word] = [words[index - 1], words[index]];
  const last = before?.items?.at(-1);
  if (before === undefined || word === undefined || last === undefined || last.quoted) return undefined;
  const name = `${last.text} ${word.text}`;
  const isOne =
    (before.key === 'door' && matchDoor(name, places).kind === 'one') ||
    (before.key === 'person' && match(name, peopleAt(places)).kind === 'one') ||
    (before.key === 'place' && match(name, places).kind === 'one');
  if (!isOne) return undefined;
  const items = (before.items ?? []).slice(0, -1).map(itemTyped);
  return `${before.key}:${[...items, inQuotes(name)].join(',')}`;
}

/** Doors or people with nearly these names; undefined where one of them is like none, so that what is shown is understood. */
function keyedSlip(word: Word, places: readonly PlaceView[]): string | undefined {
  const isDoor = word.key === 'door';
  if (!isDoor && word.key !== 'person') return undefined;
  const named = isDoor ? doorsOf(places) : peopleAt(places);
  const names = named.flatMap(({ name }) => name ?? []);
  const find = (text: string) => (isDoor ? matchDoor(text, places) : match(text, peopleAt(places))).kind;
  const items = (word.items ?? []).map((item): string | undefined => {
    if (find(item.text) === 'one') return itemTyped(item);
    const meant = find(item.text) === 'none' ? nearest(item.text, names) : undefined;
    return meant === undefined ? undefined : inQuotes(meant);
  });
  const isPut = items.some((meant, index) => meant !== word.items?.map(itemTyped)[index]);
  return items.includes(undefined) || !isPut ? undefined : `${word.key}:${items.join(',')}`;
}

const itemTyped = ({ text, quoted }: Item): string => (quoted ? inQuotes(text) : text);

const inQuotes = (name: string): string =>
  /^[\p{L}\p{M}\p{N}]+$/u.test(name) ? name : `"${name.replaceAll(/["“”]/g, '')}"`;
