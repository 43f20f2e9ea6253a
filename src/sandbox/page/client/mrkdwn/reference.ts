import { isMoment } from '../../../slack/terminal/date.ts';
import { decoded } from '../../../slack/terminal/plain.ts';
import type { Inline } from './marked.ts';

/** Only these lead anywhere; `javascript:` and the like stay text. */
const LEADS = /^(https?:\/\/|mailto:|tel:|slack:\/\/)/i;

/** What stands between `<` and `>`: a mention, a date or a link. */
export function readReference(inside: string): Inline {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = decoded(bar < 0 ? '' : inside.slice(bar + 1));
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), label };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), label };
  if (target.startsWith('!date^')) return readDate(target, label);
  if (target.startsWith('!subteam^')) return { kind: 'ring', label: label === '' ? '@group' : label };
  if (target.startsWith('!')) return { kind: 'ring', label: `@${target.slice(1)}` };
  const url = decoded(target);
  if (!LEADS.test(url)) return { kind: 'text', text: label === '' ? url : label };
  return { kind: 'link', url, label: label === '' ? url : label };
}

function readDate(target: string, fallback: string): Inline {
  const [, seconds = '', format = '', url] = target.split('^');
  if (!/^\d+$/.test(seconds) || !isMoment(Number(seconds)) || format === '') return { kind: 'text', text: fallback };
  return {
    kind: 'date',
    seconds: Number(seconds),
    format: decoded(format),
    fallback,
    ...(url !== undefined && LEADS.test(decoded(url)) ? { url: decoded(url) } : {}),
  };
}
