import type { ContextBlock, SectionBlock } from '@slack/types';
import type { Message, MessageBlock } from './message.ts';
import type { Catalogue } from './words/catalogue.ts';

/** Slack cuts a message's text at 40,000 characters; ours ends before that, and says so. A card ends far before. */
const TEXT_LIMIT = 36_000;

const PARAGRAPH_LIMIT = 3_000;
const MOST_PARAGRAPHS = 10;

/** Text in which Slack reads no mrkdwn: of buttons, titles and menus. */
export const plain = (text: string) => ({ type: 'plain_text', text }) as const;

/** A paragraph of mrkdwn that is already escaped. `verbatim` keeps Slack from making links of what looks like one. */
export function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

/** Small print under a paragraph. */
export function context(...texts: readonly string[]): ContextBlock {
  return { type: 'context', elements: texts.map((text) => ({ type: 'mrkdwn', text, verbatim: true })) };
}

/** Any number of lines as small print, each in a line of its own. Slack takes ten paragraphs of 3,000 characters. */
export function smallPrint(texts: readonly string[]): ContextBlock {
  const paragraphs: string[] = [];
  for (const text of texts) {
    const last = paragraphs.at(-1);
    if (last !== undefined && last.length + 1 + text.length <= PARAGRAPH_LIMIT) {
      paragraphs.splice(-1, 1, `${last}\n${text}`);
    } else if (paragraphs.length < MOST_PARAGRAPHS) paragraphs.push(text);
  }
  return context(...paragraphs);
}

/** A message whose text is these lines; where it is cut, `say` has the words for how many are left out. */
export function message(text: readonly string[], blocks: readonly MessageBlock[], say?: Catalogue): Message {
  return { text: textOf(text, say), blocks };
}

/** A message of paragraphs alone: its text and its layout are the same words. */
export function saying(first: string, ...more: readonly string[]): Message {
  const below = more.length > MOST_PARAGRAPHS ? smallPrint(more) : context(...more);
  return message([first, ...more], [section(first), ...(more.length > 0 ? [below] : [])]);
}

function textOf(lines: readonly string[], say: Catalogue | undefined): string {
  let length = 0;
  const fitting = lines.findIndex((line) => {
    length += line.length + 1;
    return length > TEXT_LIMIT;
  });
  if (fitting === -1) return lines.join('\n');
  return [...lines.slice(0, fitting), say?.answers.moreLines(lines.length - fitting) ?? '…'].join('\n');
}
