import { formatDate, isMoment } from './date.ts';
import { decoded } from './plain.ts';
import type { Reader } from './reader.ts';

/** Slack's mrkdwn as plain text: mentions by name, dates in the reader's zone, links with their address, escapes decoded. */
export function plainOfMrkdwn(text: string, reader: Reader): string {
  const parts = text.split(/(<[^<>]+>|```[\s\S]*?```|`[^`\n]+`)/);
  return parts
    .map((part) => {
      if (part.startsWith('```')) return decoded(part.slice(3, -3).trim());
      if (part.startsWith('`') && part.length > 1) return decoded(part.slice(1, -1));
      if (part.startsWith('<') && part.endsWith('>')) return decoded(reference(part.slice(1, -1), reader));
      return decoded(unmarked(part));
    })
    .join('');
}

/** What stands between two stars, underlines or tildes at the edges of words. */
const MARKED = ['\\*', '_', '~'].map(
  (sign) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}${sign}])${sign}(\\S(?:[^${sign}\\n]*[^${sign}\\s])?)${sign}(?![\\p{L}\\p{N}${sign}])`,
      'gu',
    ),
);

/** Without the signs that make text bold, slanted or struck. */
function unmarked(text: string): string {
  return MARKED.reduce((left, marked) => left.replace(marked, '$1'), text);
}

function reference(inside: string, reader: Reader): string {
  const [target = '', ...labels] = inside.split('|');
  const label = labels.join('|');
  if (target.startsWith('@')) return `@${label || (reader.nameOf(target.slice(1)) ?? target.slice(1))}`;
  if (target.startsWith('#')) return `#${label || (reader.nameOf(target.slice(1)) ?? target.slice(1))}`;
  if (target.startsWith('!date^')) {
    const [, seconds = '', format = ''] = target.split('^');
    const isDate = /^\d+$/.test(seconds) && isMoment(Number(seconds)) && format !== '';
    return isDate ? formatDate(Number(seconds), format, reader) : label;
  }
  if (target.startsWith('!subteam^')) return label || '@group';
  if (target.startsWith('!')) return `@${label || target.slice(1)}`;
  return label === '' || label === target ? target : `${label} (${target})`;
}
