import { isRawType } from './kinds.ts';
import { type Read, readBeginnings, readUpTo } from './lexicon/index.ts';
import type { Token } from './token.ts';
import type { Key, Word } from './words.ts';

/** A part of a question that is read as one: some words, a word, or a part of one where a language writes without spaces. */
export type Piece = {
  readonly text: string;
  /** How it was typed. */
  readonly typed: string;
  readonly quoted: boolean;
  readonly key?: Key;
  /** What it says by itself; absent for what can only be a name. */
  readonly tokens?: readonly Token[];
};

/** Which names are known, so that they are not taken for something else. */
export type NamesKnown = {
  /** Whether something is called so, by its whole name. */
  readonly isWhole: (text: string) => boolean;
  /** Whether this can mean something known, by its id or by a part of its name. */
  readonly isAny: (text: string) => boolean;
};

/** Words of a name that is looked for, at most. */
const MOST_WORDS = 8;
/** A word that is longer than this is not taken apart: nobody typed it. */
const MOST_LETTERS = 80;

/** What the bot calls a door whose name it does not know, before its number. */
const DOOR = /^(?:出入口|출입문)$/u;

/** Takes a question apart. Every letter of its words is in one of the pieces, in order. */
export function piecesOf(words: readonly Word[], names: NamesKnown): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (word === undefined) break;
    if (word.quoted || word.key !== undefined) {
      pieces.push({
        text: word.text,
        typed: word.typed,
        quoted: word.quoted,
        ...(word.key !== undefined && { key: word.key }),
      });
      at += 1;
      continue;
    }
    const named = wordsOfName(words, at, names);
    if (named > 0) {
      pieces.push(nameOf(words.slice(at, at + named)));
      at += named;
      continue;
    }
    const run = runFrom(words, at);
    const read = isRawType(word.text) ? undefined : readWords(run);
    if (read === undefined) {
      pieces.push(...piecesOfWord(word, names));
      at += 1;
      continue;
    }
    const own = words.slice(at, at + read.words);
    pieces.push({ ...nameOf(own), tokens: read.tokens });
    at += read.words;
  }
  return pieces;
}

const nameOf = (words: readonly Word[]): Piece => ({
  text: words.map(({ text }) => text).join(' '),
  typed: words.map(({ typed }) => typed).join(' '),
  quoted: false,
});

/** How many words from here on are a whole name. A single word is one only where it could be taken for something else. */
function wordsOfName(words: readonly Word[], at: number, names: NamesKnown): number {
  const run = runFrom(words, at);
  for (let length = Math.min(run.length, MOST_WORDS); length > 0; length -= 1) {
    const text = run
      .slice(0, length)
      .map((word) => word.text)
      .join(' ');
    if (length === 1 && !(isAmbiguous(text) && readWords(run)?.words === 1)) return 0;
    if (names.isWhole(text)) return length;
  }
  return 0;
}

/** Whether a name would be read as a month, a weekday or a kind: May, Sun, Entry. */
function isAmbiguous(text: string): boolean {
  if (text.length > MOST_LETTERS) return false;
  const read = readUpTo(text, 0, (end) => end === text.length);
  const [token, ...more] = read?.tokens ?? [];
  return (
    more.length === 0 &&
    (token?.is === 'month' ||
      token?.is === 'weekday' ||
      token?.is === 'kind' ||
      token?.is === 'or' ||
      token?.is === 'filler')
  );
}

/** The unquoted words without a key from here on. */
function runFrom(words: readonly Word[], at: number): readonly Word[] {
  const end = words.findIndex((word, index) => index >= at && (word.quoted || word.key !== undefined));
  return words.slice(at, end === -1 ? at + MOST_WORDS : Math.min(end, at + MOST_WORDS));
}

/** Reads words from the first of a run on, as many as say something together. */
function readWords(run: readonly Word[]): { readonly words: number; readonly tokens: readonly Token[] } | undefined {
  const [first] = run;
  if (first === undefined || first.text.length > MOST_LETTERS) return undefined;
  const text = run.map((word) => word.text.slice(0, MOST_LETTERS)).join(' ');
  const ends: number[] = [];
  for (const word of run) ends.push((ends.at(-1) ?? -1) + 1 + Math.min(word.text.length, MOST_LETTERS));
  const read: Read | undefined = readUpTo(text, 0, (at) => ends.includes(at));
  if (read !== undefined) return { words: ends.indexOf(read.end) + 1, tokens: read.tokens };
  if (/^\d{1,15}$/.test(first.text)) return { words: 1, tokens: [{ is: 'number', amount: Number(first.text) }] };
  return undefined;
}

/** A word that says nothing as a whole: a raw type, a name, or a name with something before or after it. */
function piecesOfWord(word: Word, names: NamesKnown): readonly Piece[] {
  const { text, typed } = word;
  const whole: Piece = { text, typed, quoted: false };
  if (isRawType(text) && !names.isWhole(text)) return [{ ...whole, tokens: [{ is: 'kind', kind: text }] }];
  if (text.length > MOST_LETTERS || DOOR.test(text) || names.isAny(text)) return [whole];
  const owner = /^(.+)(['’]s)$/u.exec(text);
  if (owner?.[1] !== undefined && names.isAny(owner[1])) {
    return [
      { text: owner[1], typed: owner[1], quoted: false },
      { text: owner[2] ?? '', typed: owner[2] ?? '', quoted: false, tokens: [{ is: 'filler' }] },
    ];
  }
  if (/^[\x21-\x7e]*$/.test(text)) return [whole];
  return taken(text, names) ?? [whole];
}

/** A name with words around it, as in 昨日の正面入口の失敗: the longest that is known, where all around it can be read. */
function taken(text: string, names: NamesKnown): readonly Piece[] | undefined {
  const before = [...readBeginnings(text)];
  const after = Array.from({ length: text.length }, (_, at) => at + 1).flatMap((at) => {
    const read = at === text.length ? { tokens: [], end: at } : readUpTo(text, at, (end) => end === text.length);
    return read === undefined ? [] : [[at, read.tokens] as const];
  });
  const ways = before
    .flatMap(([from, first]) => after.map(([to, last]) => ({ from, to, first, last })))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  const way = ways.find(({ from, to }) => names.isAny(text.slice(from, to)));
  if (way === undefined) return undefined;
  const { from, to, first, last } = way;
  const piece = (part: string, tokens?: readonly Token[]): readonly Piece[] =>
    part === '' ? [] : [{ text: part, typed: part, quoted: false, ...(tokens !== undefined && { tokens }) }];
  return [...piece(text.slice(0, from), first), ...piece(text.slice(from, to)), ...piece(text.slice(to), last)];
}
