import { decoded } from '../../../slack/terminal/plain.ts';
import { type InlineOptions, readInline } from './inline.ts';
import type { Passage } from './marked.ts';

const QUOTED = /^(?:&gt;|>)\s?/;

/** Reads a whole mrkdwn text: preformatted passages between three backticks, quoted lines, and the lines between. */
export function readPassages(text: string, options: InlineOptions): readonly Passage[] {
  return text.split(/```\n?([\s\S]+?)\n?```\n?/).flatMap((part, index): readonly Passage[] => {
    if (index % 2 === 1) return [{ kind: 'preformatted', text: decoded(part) }];
    return part === '' ? [] : linesAndQuotes(part.replace(/\n$/, ''), options);
  });
}

function linesAndQuotes(text: string, options: InlineOptions): readonly Passage[] {
  const runs: { isQuote: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const isQuote = QUOTED.test(line);
    const said = isQuote ? line.replace(QUOTED, '') : line;
    const last = runs.at(-1);
    if (last !== undefined && last.isQuote === isQuote) last.lines.push(said);
    else runs.push({ isQuote, lines: [said] });
  }
  return runs.map(({ isQuote, lines }) => ({
    kind: isQuote ? 'quote' : 'lines',
    of: readInline(lines.join('\n'), options),
  }));
}
