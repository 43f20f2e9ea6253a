import { decoded } from '../../../slack/terminal/plain.ts';
import { emojiSign } from './emoji.ts';
import type { Inline } from './marked.ts';
import { readReference } from './reference.ts';

export type InlineOptions = {
  /** Whether addresses that nobody marked become links; `verbatim` text asks for none. */
  readonly findsLinks: boolean;
};

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const isMark = (sign: string): sign is keyof typeof MARKS => Object.hasOwn(MARKS, sign);
const WORD = /[\p{L}\p{N}]/u;
const WHOLE = /<[^<>\n]+>|`[^`\n]+`/y;
const EMOJI = /:([a-z0-9_+'-]+):/y;
const ADDRESS = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"]/y;

/**
 * Reads Slack's mrkdwn. A mark opens and closes at the edge of a word only, as in Slack: `a_b_c` stays as it is, and
 * so does a mark next to a Japanese or Korean letter. What is escaped is never markup.
 */
export function readInline(text: string, options: InlineOptions): readonly Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const take = (inline: Inline) => {
    if (plain !== '') found.push({ kind: 'text', text: decoded(plain) });
    plain = '';
    found.push(inline);
  };
  let index = 0;
  while (index < text.length) {
    const sign = text.charAt(index);
    const whole = matchAt(WHOLE, text, index);
    const end = isMark(sign) && opens(text, index) ? closingOf(text, index) : undefined;
    const emoji = sign === ':' ? matchAt(EMOJI, text, index) : undefined;
    const unicode = emoji === undefined ? undefined : emojiSign(emoji[1] ?? '');
    const address = options.findsLinks && sign === 'h' ? matchAt(ADDRESS, text, index) : undefined;
    if (whole !== undefined) {
      const inside = whole[0].slice(1, -1);
      take(sign === '`' ? { kind: 'code', text: decoded(inside) } : readReference(inside));
      index += whole[0].length;
    } else if (end !== undefined && isMark(sign)) {
      take({ kind: MARKS[sign], of: readInline(text.slice(index + 1, end), options) });
      index = end + 1;
    } else if (emoji !== undefined && unicode !== undefined) {
      take({ kind: 'emoji', name: emoji[1] ?? '', sign: unicode });
      index += emoji[0].length;
    } else if (address !== undefined) {
      const url = decoded(address[0]);
      take({ kind: 'link', url, label: url });
      index += address[0].length;
    } else {
      plain += sign;
      index += 1;
    }
  }
  if (plain !== '') found.push({ kind: 'text', text: decoded(plain) });
  return found;
}

function opens(text: string, index: number): boolean {
  const before = text.charAt(index - 1);
  const after = text.charAt(index + 1);
  return !isWordAt(text, index - 1) && before !== text.charAt(index) && after !== '' && !/[\s]/.test(after);
}

/** Where the mark at `start` is closed on its line, past references and code. */
function closingOf(text: string, start: number): number | undefined {
  const mark = text.charAt(start);
  let index = start + 1;
  while (index < text.length && text.charAt(index) !== '\n') {
    const whole = matchAt(WHOLE, text, index);
    if (whole !== undefined) {
      index += whole[0].length;
      continue;
    }
    const isHere = text.charAt(index) === mark && index > start + 1 && !/\s/.test(text.charAt(index - 1));
    if (isHere && !isWordAt(text, index + 1) && text.charAt(index + 1) !== mark) return index;
    index += 1;
  }
  return undefined;
}

function isWordAt(text: string, index: number): boolean {
  const point = index < 0 ? undefined : text.codePointAt(index);
  return point !== undefined && WORD.test(String.fromCodePoint(point));
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}
