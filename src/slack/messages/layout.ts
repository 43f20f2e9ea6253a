import type { ContextBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { Message } from './message.ts';

/** Slack cuts a message's text at 40,000 characters; ours ends before that, and says so. */
const TEXT_LIMIT = 36_000;

/** A paragraph of mrkdwn that is already escaped. `verbatim` keeps Slack from making links of what looks like one. */
export function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

/** Small print under a paragraph. */
export function context(...texts: readonly string[]): ContextBlock {
  return { type: 'context', elements: texts.map((text) => ({ type: 'mrkdwn', text, verbatim: true })) };
}

/** A message whose text is these lines. */
export function message(lines: readonly string[], blocks: readonly KnownBlock[]): Message {
  return { text: textOf(lines), blocks };
}

/** A message of paragraphs alone: its text and its layout are the same words. */
export function saying(first: string, ...smallPrint: readonly string[]): Message {
  return message([first, ...smallPrint], [section(first), ...(smallPrint.length > 0 ? [context(...smallPrint)] : [])]);
}

function textOf(lines: readonly string[]): string {
  let length = 0;
  const fitting = lines.findIndex((line) => {
    length += line.length + 1;
    return length > TEXT_LIMIT;
  });
  if (fitting === -1) return lines.join('\n');
  return [...lines.slice(0, fitting), `… and ${lines.length - fitting} lines more.`].join('\n');
}
