import { type JsonObject, objectsOf, textOf, wholeOf } from '../json.ts';
import { formatDate, isMoment } from './date.ts';
import type { Reader } from './reader.ts';

/** A rich_text block as plain lines. */
export function linesOfRichText(block: JsonObject, reader: Reader): readonly string[] {
  return objectsOf(block.elements).flatMap((element) => {
    const inline = () => inlineOf(element, reader).split('\n');
    switch (element.type) {
      case 'rich_text_quote':
        return inline().map((line) => `│ ${line}`);
      case 'rich_text_preformatted':
        return inline().map((line) => `    ${line}`);
      case 'rich_text_list': {
        const indent = '  '.repeat(wholeOf(element.indent) ?? 0);
        const first = 1 + (wholeOf(element.offset) ?? 0);
        return objectsOf(element.elements).map((item, index) => {
          const sign = element.style === 'ordered' ? `${first + index}.` : '•';
          return `${indent}${sign} ${inlineOf(item, reader)}`;
        });
      }
      default:
        return inline();
    }
  });
}

function inlineOf(section: JsonObject, reader: Reader): string {
  return objectsOf(section.elements)
    .map((element) => wordOf(element, reader))
    .join('')
    .replace(/\n$/, '');
}

function wordOf(element: JsonObject, reader: Reader): string {
  const named = (id: string | undefined) => (id === undefined ? '' : (reader.nameOf(id) ?? id));
  switch (element.type) {
    case 'text':
      return textOf(element.text) ?? '';
    case 'link': {
      const url = textOf(element.url) ?? '';
      const label = textOf(element.text) ?? '';
      return label === '' || label === url ? url : `${label} (${url})`;
    }
    case 'user':
      return `@${named(textOf(element.user_id))}`;
    case 'channel':
      return `#${named(textOf(element.channel_id))}`;
    case 'usergroup':
      return '@group';
    case 'broadcast':
      return `@${textOf(element.range) ?? ''}`;
    case 'emoji':
      return `:${textOf(element.name) ?? ''}:`;
    case 'color':
      return textOf(element.value) ?? '';
    case 'date': {
      const seconds = wholeOf(element.timestamp);
      const format = textOf(element.format);
      return seconds === undefined || !isMoment(seconds) || format === undefined
        ? (textOf(element.fallback) ?? '')
        : formatDate(seconds, format, reader);
    }
    default:
      return '';
  }
}
