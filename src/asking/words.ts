/** One word of a command, as far as it can be read without knowing the command. */
export type Word = {
  /** What it says, without quotes and key, in compatibility-normal form: `１０` is `10`. */
  readonly text: string;
  /** It was given as `door:…`, `place:…` or with another key that the command knows. */
  readonly key?: Key;
  /** What stands after the key, where the command takes several with commas between them. */
  readonly items?: readonly Item[];
  /** It stood in quotes, so it is a name and nothing else. */
  readonly quoted: boolean;
  /** How it was typed. */
  readonly typed: string;
};

/** One of several values after a key. */
export type Item = { readonly text: string; readonly quoted: boolean };

export const KEYS = [
  'door',
  'place',
  'person',
  'hours',
  'days',
  'outside',
  'after',
  'names',
  'notify',
  'reason',
] as const;
export type Key = (typeof KEYS)[number] | 'tz';

/** What a command's words look like. */
export type Shape = {
  /** The keys it knows: what stands before another colon is a part of the word. */
  readonly keys: readonly Key[];
  /** Whether a key takes several values: `door:Front,"Back door"`. */
  readonly lists: boolean;
};

/** Questions about the log take one of each. */
export const QUESTION: Shape = { keys: ['door', 'place', 'person', 'tz'], lists: false };

const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"“”',
  '“': '"“”',
  '”': '"“”',
  '„': '"“”',
  '«': '»',
  '「': '」',
  '『': '』',
};
const KEY = /^([a-z]+):/i;
const COMMA = /[,、]/;

/**
 * Splits what was typed after `/clue` into words. Full-width letters, digits and spaces count as their
 * usual forms; straight, curly, German, French and Japanese quotes keep words together. A quote that is
 * never closed reaches to the end.
 */
export function readWords(text: string, { keys, lists }: Shape = QUESTION): readonly Word[] {
  const line = text.toWellFormed().normalize('NFKC');
  const words: Word[] = [];
  let at = 0;
  for (;;) {
    at = startOfNext(line, at);
    if (at >= line.length) return words;
    const start = at;
    const key = keyOf(KEY.exec(line.slice(at))?.[1], keys);
    if (key !== undefined) at = startOfNext(line, at + key.length + 1);
    if (key !== undefined && lists) {
      const list = readList(line, at);
      at = list.end;
      words.push({
        key,
        text: list.items.map((item) => item.text).join(','),
        items: list.items,
        quoted: list.items.some((item) => item.quoted),
        typed: line.slice(start, at).trim(),
      });
      continue;
    }
    const closers = CLOSERS[line[at] ?? ''];
    const end = closers === undefined ? endOfWord(line, at) : endOfQuote(line, at + 1, closers);
    const content = closers === undefined ? line.slice(at, end) : line.slice(at + 1, end);
    at = closers === undefined ? end : end + 1;
    const quoted = closers !== undefined;
    words.push({
      text: content.trim(),
      quoted,
      typed: line.slice(start, at).trim(),
      ...(key !== undefined && { key }),
    });
  }
}

/** Where the next word begins; also after `door:`, since people type a space there. */
function startOfNext(line: string, from: number): number {
  let at = from;
  while (at < line.length && /\s/.test(line[at] ?? '')) at += 1;
  return at;
}

function endOfWord(line: string, from: number): number {
  const rest = line.slice(from).search(/\s/);
  return rest === -1 ? line.length : from + rest;
}

function endOfQuote(line: string, from: number, closers: string): number {
  for (let at = from; at < line.length; at += 1) if (closers.includes(line[at] ?? ' ')) return at;
  return line.length;
}

function keyOf(text: string | undefined, keys: readonly Key[]): Key | undefined {
  const word = text?.toLowerCase();
  return keys.find((key) => key === word);
}

/** Values with commas between them, and spaces after those: `Front, "Back door"`. An empty one counts for nothing. */
function readList(line: string, from: number): { readonly items: readonly Item[]; readonly end: number } {
  const items: Item[] = [];
  let at = from;
  for (;;) {
    const closers = CLOSERS[line[at] ?? ''];
    const quoted = closers !== undefined;
    const end = quoted ? endOfQuote(line, at + 1, closers) : endOfItem(line, at);
    const text = line.slice(quoted ? at + 1 : at, end).trim();
    if (text !== '') items.push({ text, quoted });
    at = quoted ? Math.min(end + 1, line.length) : end;
    if (!COMMA.test(line[at] ?? '')) return { items, end: at };
    at = startOfNext(line, at + 1);
  }
}

function endOfItem(line: string, from: number): number {
  // Slack writes a person as `<@U012|Anna Berg>`: what they are called can have spaces and commas in it.
  const mention = /^<[^<>]*>/.exec(line.slice(from));
  if (mention !== null) return from + mention[0].length;
  const rest = line.slice(from).search(/[\s,、]/);
  return rest === -1 ? line.length : from + rest;
}
