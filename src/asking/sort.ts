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
export function sortPieces(
  given: readonly Piece[],
  grammar: Grammar,
  isDoorId: (text: string) => boolean,
): Sorted | { readonly unclear: UnclearQuestion } {
  const parts: Parts = { keyed: {}, loose: [], time: [], kinds: [], meanings: new Map() };
  for (const [index, piece] of given.entries()) {
    const unclear = take(piece, index, given, parts, grammar, isDoorId);
    if (unclear !== undefined) return { unclear };
  }
  return parts;
}

function take(
  piece: Piece,
  index: number,
  all: readonly Piece[],
  parts: Parts,
  grammar: Grammar,
  isDoorId: (text: string) => boolean,
): UnclearQuestion | undefined {
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
    const hour = grammar.time && first.amount <= 24 && isHour(index, all);
    if (hour) return takeTokens(piece, [{ is: 'clock', minute: first.amount * 60 }], parts);
    if (grammar.count === undefined) parts.loose.push(piece);
    else return takeCount(piece, first.amount, grammar.count.most, parts, isDoorId);
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
    const wrong = takeCount(piece, token.amount, grammar.count.most, parts, isDoorId);
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
    else if (token.is !== 'filler') {
      parts.time.push({ token, word: piece.typed });
      meanings.add('time');
    }
  }
  parts.meanings.set(piece, [...meanings]);
  return undefined;
}

/** A number is a count, unless there is one already or it is too large for one and a door has that id. */
function takeCount(
  piece: Piece,
  amount: number,
  most: number,
  parts: Parts,
  isDoorId: (text: string) => boolean,
): UnclearQuestion | undefined {
  const canCount = parts.count === undefined && amount <= most;
  if (!canCount && isDoorId(piece.text)) {
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

/** Whether a bare number is an hour by what stands beside it: `from 9 to 17`, `evening 6 to 8`, `at 6`. */
function isHour(index: number, all: readonly Piece[]): boolean {
  const [before, next, afterNext] = [all[index - 1], all[index + 1], all[index + 2]];
  if (/^(at|from|to|until|till|between|and|since|after|before|[-–~])$/iu.test(before?.text ?? '') && !before?.quoted)
    return true;
  if (before?.tokens?.at(-1)?.is === 'part') return true;
  return next?.tokens?.[0]?.is === 'to' && next.tokens.length === 1 && isHourLike(afterNext);
}

function isHourLike(piece: Piece | undefined): boolean {
  const token = piece?.tokens?.[0];
  return token?.is === 'clock' || (token?.is === 'number' && token.amount <= 24);
}

/** Whether something of time stands where this word would join it. */
function joins(index: number, all: readonly Piece[]): boolean {
  const isOfTime = (piece: Piece | undefined): boolean =>
    piece?.tokens?.some(({ is }) => OF_TIME.includes(is) && !JOINING.includes(is)) === true || isHourLike(piece);
  const says = (piece: Piece): boolean => piece.tokens?.every(({ is }) => is === 'filler') !== true;
  const next = all.slice(index + 1).find(says);
  const before = all.slice(0, index).findLast(says);
  const [first] = all[index]?.tokens ?? [];
  if (first?.is === 'opener') return isOfTime(next);
  if (first?.is === 'to') return isOfTime(next);
  return isOfTime(before);
}
