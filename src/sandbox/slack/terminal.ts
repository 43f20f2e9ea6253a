import { isObject, type Json, type JsonObject, objectsOf, textOf } from './json.ts';
import { linesOfChart } from './terminal/chart.ts';
import { plainOfMrkdwn } from './terminal/mrkdwn.ts';
import { decoded, withoutControls } from './terminal/plain.ts';
import type { Reader } from './terminal/reader.ts';
import { linesOfRichText } from './terminal/rich-text.ts';
import { linesOfTable } from './terminal/table.ts';

export type RenderOptions = {
  /** Who reads it: their zone and language; UTC and English when left out. */
  readonly user?: { readonly tz: string; readonly locale: string };
  /** The moment of reading in milliseconds since 1970, for "today" and "2 minutes ago". */
  readonly now?: number;
  /** The name of a user or a channel by its id. */
  readonly nameOf?: (id: string) => string | undefined;
};

const RULE = '─'.repeat(40);

/**
 * A message as readable lines for a terminal. Its blocks, where it has some, else its text; times in the reader's own
 * zone, escapes decoded, tables aligned, and nothing in it that would steer the terminal.
 */
export function renderText(
  message: { readonly text: string; readonly blocks?: readonly JsonObject[] },
  { user = { tz: 'Etc/UTC', locale: 'en-US' }, now = Date.now(), nameOf = () => undefined }: RenderOptions = {},
): string {
  const reader: Reader = { timeZone: user.tz, locale: user.locale, now, nameOf };
  const blocks = message.blocks ?? [];
  const lines =
    blocks.length === 0
      ? [plainOfMrkdwn(message.text, reader)]
      : blocks.flatMap((block) => linesOfBlock(block, reader));
  return withoutControls(lines.join('\n'));
}

function linesOfBlock(block: JsonObject, reader: Reader): readonly string[] {
  const said = (held: Json | undefined) => textObject(held, reader);
  switch (block.type) {
    case 'header':
    case 'alert':
      return [said(block.text)];
    case 'section': {
      const lines = block.text === undefined ? [] : [said(block.text)];
      const fields = objectsOf(block.fields).map((field) => said(field).replaceAll('\n', ' '));
      const beside = isObject(block.accessory) ? [control(block.accessory, reader)] : [];
      return [...lines, ...fields, ...beside];
    }
    case 'context':
      return [
        objectsOf(block.elements)
          .map((element) => (element.type === 'image' ? picture(element) : said(element)))
          .join(' · '),
      ];
    case 'divider':
      return [RULE];
    case 'actions':
      return [
        objectsOf(block.elements)
          .map((element) => control(element, reader))
          .join(' '),
      ];
    case 'image':
      return [...(block.title === undefined ? [] : [said(block.title)]), picture(block)];
    case 'input':
      return [`${said(block.label)}: ${isObject(block.element) ? control(block.element, reader) : ''}`];
    case 'rich_text':
      return linesOfRichText(block, reader);
    case 'table':
    case 'data_table':
      return linesOfTable(block, reader);
    case 'data_visualization':
      return linesOfChart(block);
    case 'markdown':
      return [textOf(block.text) ?? ''];
    case 'card':
      return [block.title, block.subtitle, block.body]
        .filter((held) => held !== undefined)
        .map(said)
        .concat(objectsOf(block.actions).map((button) => control(button, reader)));
    case 'carousel':
      return objectsOf(block.elements).flatMap((card) => linesOfBlock(card, reader));
    default:
      return [];
  }
}

/** `plain_text` is decoded too: Slack reads its three escapes everywhere. */
function textObject(held: Json | undefined, reader: Reader): string {
  const text = isObject(held) ? (textOf(held.text) ?? '') : '';
  if (isObject(held) && held.type === 'mrkdwn') return plainOfMrkdwn(text, reader);
  return decoded(text);
}

function picture(held: JsonObject): string {
  return `[image: ${textOf(held.alt_text) ?? ''}]`;
}

/** Something to press, choose from or fill in. */
function control(element: JsonObject, reader: Reader): string {
  switch (element.type) {
    case 'button':
      return `[${textObject(element.text, reader)}]`;
    case 'image':
      return picture(element);
    case 'overflow':
      return '[…]';
    case 'checkboxes':
    case 'radio_buttons': {
      const sign = element.type === 'checkboxes' ? '☐' : '○';
      return objectsOf(element.options)
        .map((option) => `${sign} ${textObject(option.text, reader)}`)
        .join('  ');
    }
    default: {
      const chosen = element.initial_option ?? element.initial_value ?? element.placeholder;
      const label = isObject(chosen) && isObject(chosen.text) ? chosen.text : chosen;
      const text = isObject(label) ? textObject(label, reader) : (textOf(label) ?? '');
      return text === '' ? '[▾]' : `[${text} ▾]`;
    }
  }
}
