/** One word of a command, as far as it can be read without knowing the command. */
export type Word = {
  /** What it says, without quotes and key, in compatibility-normal form: `１０` is `10`. */
  readonly text: string;
  /** It was given as `door:…` or `place:…`. */
  readonly key?: 'door' | 'place';
  /** It stood in quotes, so it is a name and nothing else. */
  readonly quoted: boolean;
  /** How it was typed. */
  readonly typed: string;
};

const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"“”',
  '“': '"“”',
  '”': '"“”',
  '„': '"“”',
  '«': '»',
  '「': '」',
  '『': '』',
};
const KEY = /^(door|place):/i;

/**
 * Splits what was typed after `/clue` into words. Full-width letters, digits and spaces count as their
 * usual forms; straight, curly, German, French and Japanese quotes keep words together. A quote that is
 * never closed reaches to the end.
 */
export function readWords(text: string): readonly Word[] {
  const line = text.toWellFormed().normalize('NFKC');
  const words: Word[] = [];
  let at = 0;
  for (;;) {
    at = startOfNext(line, at);
    if (at >= line.length) return words;
    const start = at;
    const key = keyOf(KEY.exec(line.slice(at))?.[1]);
    if (key !== undefined) at = startOfNext(line, at + key.length + 1);
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

function keyOf(text: string | undefined): 'door' | 'place' | undefined {
  const key = text?.toLowerCase();
  return key === 'door' || key === 'place' ? key : undefined;
}
