import { openZone } from '../door/zone.ts';
import { hasDots, orderOf } from './calendar.ts';
import { placeLoose } from './loose.ts';
import { type Names, namesOf, type PlaceKnown } from './names.ts';
import { type NamesKnown, type Piece, piecesOf } from './pieces.ts';
import type { Grammar, Question, Reading, What, Where } from './question.ts';
import { insteadOf } from './slips.ts';
import { type Sorted, sortPieces } from './sort.ts';
import type { Span } from './span.ts';
import { MOST_DAYS, readTime } from './time.ts';
import type { UnclearQuestion } from './unclear.ts';
import type { Word } from './words.ts';
import { findZone } from './zones.ts';

/** Words of a question, at most: a longer one is a text that was pasted by mistake. */
const MOST_WORDS = 40;

/** Reads the words of a question in any order. Every word is understood or pointed at; none is ignored. */
export function readQuestion<Place extends PlaceKnown>(
  words: readonly Word[],
  grammar: Grammar,
  where: Where<Place>,
): Reading<Place> {
  const tooMany = words[MOST_WORDS];
  if (tooMany !== undefined) return unclear({ kind: 'unexpected-word', word: tooMany.typed });
  const names = namesOf(where.places);
  const pieces = piecesOf(words, namesKnown(names, grammar));
  const sorted = sortPieces(pieces, grammar, (id) => isId(id, names, grammar));
  if ('unclear' in sorted) return { ok: false, ...sorted };

  const timeZone = sorted.keyed.tz === undefined ? where.timeZone : findZone(sorted.keyed.tz.text);
  if (timeZone === undefined) return unclear({ kind: 'no-such-zone', word: wordOf(sorted.keyed.tz) });
  const time = spanOf(sorted, where, timeZone);
  if (time !== undefined && 'unclear' in time) return unclear(time.unclear);

  const asked = placeLoose(sorted, grammar, names, where.places);
  if ('unclear' in asked) {
    return { ok: false, unclear: asked.unclear, ...insteadOf(asked, sorted, words, pieces, grammar, where.places) };
  }
  const { door, place, person } = asked;
  const places = door !== undefined ? [door.place] : place !== undefined ? [place] : where.places;
  const parts = {
    ...(person !== undefined && { person }),
    ...(sorted.kinds.length > 0 && { kinds: sorted.kinds }),
    ...(time !== undefined && { span: time.span }),
    ...(sorted.per !== undefined && { per: sorted.per }),
    scope: { places, showPlace: where.places.length > 1, ...(door !== undefined && { door: door.door }) },
    timeZone,
  };
  const question: Question<Place> = {
    ...parts,
    places,
    ...(door !== undefined && { door }),
    ...(sorted.count !== undefined && { count: sorted.count }),
    ...(sorted.format !== undefined && { format: sorted.format }),
    understood: parts,
    heard: pieces.map((piece) => ({ typed: piece.typed, as: meaningOf(piece, sorted, asked.meanings) })),
  };
  return { ok: true, question };
}

const unclear = <Place extends PlaceKnown>(wrong: UnclearQuestion): Reading<Place> => ({ ok: false, unclear: wrong });

const wordOf = (piece: Piece | undefined): string => piece?.typed ?? '';

function namesKnown<Place extends PlaceKnown>(names: Names<Place>, { person }: Grammar): NamesKnown {
  const all = (text: string) => [
    names.doors(text),
    names.places(text),
    ...(person === true ? [names.people(text)] : []),
  ];
  return {
    isWhole: (text) => all(text).some((found) => found?.rank === 1),
    isAny: (text) => all(text).some((found) => found !== undefined),
  };
}

/** Whether a door, or a person who can be asked for, has that id. */
const isId = <Place extends PlaceKnown>(id: string, names: Names<Place>, { person }: Grammar): boolean =>
  names.doors(id)?.rank === 0 || (person === true && names.people(id)?.rank === 0);

function meaningOf(piece: Piece, sorted: Sorted, loose: ReadonlyMap<Piece, What>): readonly What[] {
  if (piece.key === 'tz') return ['zone'];
  if (piece.key === 'door' || piece.key === 'place' || piece.key === 'person') return [piece.key];
  const own = loose.get(piece);
  return own === undefined ? (sorted.meanings.get(piece) ?? ['filler']) : [own];
}

function spanOf<Place extends PlaceKnown>(
  { time }: Sorted,
  { now, locale = 'en-US' }: Where<Place>,
  timeZone: string,
): { readonly span: Span } | { readonly unclear: UnclearQuestion } | undefined {
  if (time.length === 0) return undefined;
  const reading = readTime(time, { now, zone: openZone(timeZone), order: orderOf(locale), hasDots: hasDots(locale) });
  if (reading.ok) return { span: reading.span };
  const { wrong, word } = reading;
  if (wrong === 'second-time') return { unclear: { kind: 'given-twice', what: 'time', word } };
  if (wrong === 'time-too-long') return { unclear: { kind: wrong, word, mostDays: MOST_DAYS } };
  return { unclear: { kind: wrong, word } };
}
