import { endsDates, isHourLike, meaningOf, says } from './bare-number.ts';
import type { KindAsked, Per } from './kinds.ts';
import type { Piece } from './pieces.ts';
import type { Grammar, What } from './question.ts';
import type { Heard } from './slots.ts';
import type { Token } from './token.ts';
import type { Single, UnclearQuestion } from './unclear.ts';
import type { Key } from './words.ts';

/** The pieces of a question by what they are about. */
export type Sorted = {
  readonly keyed: Partial<Readonly<Record<Key, Piece>>>;
  /** What can only be a name, and words between that may be a part of one. */
  readonly loose: readonly Piece[];
  readonly time: readonly Heard[];
  readonly kinds: readonly KindAsked[];
  readonly count?: number;
  readonly per?: Per;
  readonly format?: 'csv' | 'jsonl';
  readonly meanings: ReadonlyMap<Piece, readonly What[]>;
};

/** Words that join or open a time, and say nothing without one. */
const JOINING: readonly Token['is'][] = ['opener', 'to', 'onwards', 'ending'];
const OF_TIME: readonly Token['is'][] = [
  ...JOINING,
  'day',
  'date',
  'numbers',
  'month',
  'year',
  'weekday',
  'weekend',
  'period',
  'part',
  'clock',
  'last',
  'ago',
  'now',
];

/** What could not be understood, and the words as they were perhaps meant. */
type Wrong = { readonly unclear: UnclearQuestion; readonly instead?: readonly string[] };

type Parts = {
  keyed: Partial<Record<Key, Piece>>;
  loose: Piece[];
  time: Heard[];
  kinds: KindAsked[];
  count?: number;
  per?: Per;
  format?: 'csv' | 'jsonl';
  meanings: Map<Piece, readonly What[]>;
};

/** Sorts the pieces. What the command does not take is left to the names, which can hold any word. */
export function sortPieces(given: readonly Piece[], grammar: Grammar, isId: (text: string) => boolean): Sorted | Wrong {
  const parts: Parts = { keyed: {}, loose: [], time: [], kinds: [], meanings: new Map() };
  for (const [index, piece] of given.entries()) {
    const wrong = take(piece, index, given, parts, grammar, isId);
    if (wrong !== undefined) return 'unclear' in wrong ? wrong : { unclear: wrong };
  }
  return parts;
}

function take(
  piece: Piece,
  index: number,
  all: readonly Piece[],
  parts: Parts,
  grammar: Grammar,
  isId: (text: string) => boolean,
): UnclearQuestion | Wrong | undefined {
  const { key, typed, tokens } = piece;
  if (key !== undefined) {
    if (key === 'person' && grammar.person !== true) return { kind: 'unexpected-word', word: typed };
    if (parts.keyed[key] !== undefined) return { kind: 'given-twice', what: singleOf(key), word: typed };
    parts.keyed[key] = piece;
    return undefined;
  }
  if (tokens === undefined || piece.quoted) {
    parts.loose.push(piece);
    return undefined;
  }
  const [first] = tokens;
  if (first?.is === 'number') {
    const { amount } = first;
    const meant = grammar.time ? meaningOf(amount, index, all) : { is: 'count' as const };
    if (meant.is === 'hour') return takeTokens(piece, [{ is: 'clock', minute: amount * 60 }], parts);
    if (meant.is === 'day') return takeTokens(piece, [{ is: 'date', day: amount }], parts);
    if (meant.is === 'unclear') {
      const { instead } = meant;
      return {
        unclear: { kind: 'unexpected-word', word: typed },
        ...(instead !== undefined && { instead: all.map((one) => (one === piece ? instead : one.typed)) }),
      };
    }
    if (grammar.count === undefined) parts.loose.push(piece);
    else return takeCount(piece, first.amount, grammar.count.most, parts, isId);
    return undefined;
  }
  if (tokens.some(({ is }) => is === 'or')) {
    if (grammar.kinds === true && joinsKinds(piece, all)) return takeTokens(piece, tokens, parts);
    if (tokens.length > 1) return { kind: 'unexpected-word', word: typed };
    parts.loose.push(piece);
    return undefined;
  }
  const isTaken = tokens.every((token) => takes(grammar, token));
  const isJoining = tokens.every(({ is }) => JOINING.includes(is) || is === 'filler');
  const saysNothing = tokens.every(({ is }) => is === 'filler') || (isJoining && !joins(index, all));
  if (saysNothing || !isTaken) {
    if (!isTaken && tokens.some((token) => takes(grammar, token) && token.is !== 'filler')) {
      return { kind: 'unexpected-word', word: typed };
    }
    parts.loose.push(piece);
    return undefined;
  }
  for (const token of tokens) {
    if (token.is !== 'count' || grammar.count === undefined) continue;
    const wrong = takeCount(piece, token.amount, grammar.count.most, parts, isId);
    if (wrong !== undefined) return wrong;
  }
  return takeTokens(piece, tokens, parts);
}

const singleOf = (key: Key): Single => (key === 'door' || key === 'place' || key === 'person' ? key : 'tz');

function takes({ count, time, kinds, per, format }: Grammar, token: Token): boolean {
  switch (token.is) {
    case 'count':
      return count !== undefined;
    case 'kind':
      return kinds === true;
    case 'per':
      return per === true;
    case 'format':
      return format === true;
    case 'filler':
      return true;
    default:
      return time;
  }
}

function takeTokens(piece: Piece, tokens: readonly Token[], parts: Parts): UnclearQuestion | undefined {
  const meanings = new Set<What>();
  for (const token of tokens) {
    if (token.is === 'kind') {
      if (!parts.kinds.includes(token.kind)) parts.kinds.push(token.kind);
      meanings.add('kinds');
    } else if (token.is === 'per') {
      if (parts.per !== undefined) return { kind: 'given-twice', what: 'per', word: piece.typed };
      parts.per = token.per;
      meanings.add('per');
    } else if (token.is === 'format') {
      if (parts.format !== undefined) return { kind: 'given-twice', what: 'format', word: piece.typed };
      parts.format = token.format;
      meanings.add('format');
    } else if (token.is === 'count') meanings.add('count');
    else if (token.is === 'or') meanings.add('kinds');
    else if (token.is !== 'filler') {
      parts.time.push({ token, word: piece.typed });
      meanings.add('time');
    }
  }
  parts.meanings.set(piece, [...meanings]);
  return undefined;
}

/** A number is a count, unless there is one already or it is too large for one and a door or a person has that id. */
function takeCount(
  piece: Piece,
  amount: number,
  most: number,
  parts: Parts,
  isId: (text: string) => boolean,
): UnclearQuestion | undefined {
  const canCount = parts.count === undefined && amount <= most;
  if (!canCount && isId(piece.text)) {
    parts.loose.push(piece);
    return undefined;
  }
  const word = piece.typed;
  if (amount === 0) return { kind: 'count-too-small', word };
  if (parts.count !== undefined) return { kind: 'two-counts', word };
  if (amount > most) return { kind: 'count-too-large', word, most };
  parts.count = amount;
  parts.meanings.set(piece, ['count']);
  return undefined;
}

/** Whether something of time stands where this word would join it. */
function joins(index: number, all: readonly Piece[]): boolean {
  const isOfTime = (piece: Piece | undefined): boolean =>
    piece?.tokens?.some(({ is }) => OF_TIME.includes(is) && !JOINING.includes(is)) === true || isHourLike(piece);
  const next = all.slice(index + 1).find(says);
  const before = all.slice(0, index).findLast(says);
  const [first] = all[index]?.tokens ?? [];
  if (first?.is === 'opener') return isOfTime(next);
  if (first?.is === 'to') return isOfTime(next) || endsDates(index + 1, all);
  return isOfTime(before);
}

/** Whether what was asked for stands on either side of each `or` of a piece: `failures or unlocks`. */
function joinsKinds({ tokens = [] }: Piece, all: readonly Piece[]): boolean {
  const said = all.filter(says).flatMap((piece) => piece.tokens?.filter(({ is }) => is !== 'filler') ?? [undefined]);
  return tokens.every((token) => {
    const at = said.indexOf(token);
    return token.is !== 'or' || (said[at - 1]?.is === 'kind' && said[at + 1]?.is === 'kind');
  });
}
