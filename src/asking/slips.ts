import type { Unplaced } from './loose.ts';
import { doorsOf } from './loose.ts';
import { match } from './match.ts';
import type { PlaceKnown } from './names.ts';
import { nearest } from './nearest.ts';
import type { Piece } from './pieces.ts';
import type { Grammar } from './question.ts';
import type { Sorted } from './sort.ts';
import type { UnclearQuestion } from './unclear.ts';
import type { Word } from './words.ts';

/** Words that a time is made of, for help after a slip of the finger. */
const TIME_WORDS: readonly string[] =
  'today yesterday monday tuesday wednesday thursday friday saturday sunday morning afternoon evening tonight since between'.split(
    ' ',
  );
const KIND_WORDS: readonly string[] = ['failures', 'entries', 'unlocks'];

/**
 * What was perhaps meant by a name that nothing is called by: a word of time or of a kind with a slip in it, a door of nearly this
 * name, or the place that was given as a door.
 */
export function insteadOf(
  { unclear }: Unplaced,
  sorted: Sorted,
  words: readonly Word[],
  pieces: readonly Piece[],
  grammar: Grammar,
  places: readonly PlaceKnown[],
): { readonly unclear?: UnclearQuestion; readonly instead?: readonly string[] } {
  if (unclear.kind !== 'no-such-door' && unclear.kind !== 'no-such-name') return {};
  const known = [...(grammar.time ? TIME_WORDS : []), ...(grammar.kinds === true ? KIND_WORDS : [])];
  for (const piece of sorted.loose) {
    const meant = piece.quoted || piece.tokens !== undefined ? undefined : nearest(piece.text, known);
    if (meant === undefined || !words.some(({ typed }) => typed === piece.typed)) continue;
    const instead = pieces.map((one) => (one === piece ? meant : one.typed));
    return { unclear: { kind: 'unexpected-word', word: piece.typed }, instead };
  }
  const name = unclear.word;
  const place = sorted.keyed.place === undefined ? undefined : match(sorted.keyed.place.text, places);
  const within = place?.kind === 'one' ? [place.thing] : places;
  const door = nearest(
    name,
    doorsOf(within).flatMap((choice) => choice.door.name ?? []),
  );
  // A letter or two are in most names by chance.
  const asPlace = match(/^[a-z]{1,2}$/i.test(name) ? '' : name, places);
  const meant = door !== undefined ? inQuotes(door) : asPlace.kind === 'one' ? `place:${asPlace.thing.id}` : undefined;
  if (meant === undefined) return {};
  const rest = pieces
    .filter((piece) => piece.key !== 'door' && !sorted.loose.includes(piece))
    .map(({ typed }) => typed);
  return { instead: [meant, ...rest] };
}

/** A name as it can be typed: only a plain word goes without quotes, and quotes within a name are passed over when it is read. */
const inQuotes = (name: string): string =>
  /^\p{L}[\p{L}\p{M}]*$/u.test(name) && nearest(name, TIME_WORDS) === undefined
    ? name
    : `"${name.replaceAll(/["“”]/g, '')}"`;
