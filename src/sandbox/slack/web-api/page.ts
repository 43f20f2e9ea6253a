import { type JsonObject, textOf, wholeOf } from '../json.ts';
import { type Refusal, refuse } from './method.ts';

type Paged<T> = { readonly ok: true; readonly items: readonly T[]; readonly next: string };

/** One page of a list, by `limit` and `cursor`; `next` is empty at the end. Slack cuts a larger limit to its own. */
export function pageOf<T>(
  all: readonly T[],
  args: JsonObject,
  limits: { readonly usual: number; readonly most: number },
): Paged<T> | Refusal {
  const limit = wholeOf(args.limit) ?? limits.usual;
  if (limit < 1) return refuse('invalid_limit');
  const cursor = textOf(args.cursor) ?? '';
  const from = cursor === '' ? 0 : offsetIn(cursor);
  if (from === undefined || from > all.length) return refuse('invalid_cursor');
  const end = from + Math.min(limit, limits.most);
  const next = end < all.length ? Buffer.from(`next:${end}`).toString('base64') : '';
  return { ok: true, items: all.slice(from, end), next };
}

function offsetIn(cursor: string): number | undefined {
  const found = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString());
  return found === null ? undefined : Number(found[1]);
}
