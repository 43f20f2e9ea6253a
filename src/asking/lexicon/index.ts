import { type Rule, readRule, type Token } from '../token.ts';
import { COMMON } from './common.ts';
import { ENGLISH } from './en.ts';
import { JAPANESE } from './ja.ts';
import { KOREAN } from './ko.ts';

/**
 * All languages at once: people mix them. A library for dates (chrono-node) was measured on the phrases of this room's tests
 * and does not serve: it reads 一昨日 as yesterday and 先週の金曜 as next Friday, passes over 昨夜, 3日前 and the 20日 of
 * 20日 18時から20時, makes a moment of `this week`, and knows no Korean. Above all it leaves out what it does not know, where
 * here every word must be accounted for.
 */
const LATIN: readonly Rule[] = [...COMMON, ...ENGLISH];
const ALL: readonly Rule[] = [...COMMON, ...ENGLISH, ...JAPANESE, ...KOREAN];

/** What was read, and up to where. */
export type Read = { readonly tokens: readonly Token[]; readonly end: number };

/**
 * Everything that can be read at one place of a text, the longest first. Nothing in another language than English is read where no
 * such letter stands near.
 */
function readingsAt(text: string, at: number): readonly Read[] {
  const rules = /^[\x20-\x7e]*$/.test(text.slice(at, at + 16)) ? LATIN : ALL;
  const readings = rules.flatMap((rule) => readRule(rule, text, at) ?? []);
  return readings.sort((a, b) => b.end - a.end);
}

/**
 * Reads from a place up to `end`, without a rest, where `isEnd` says that it may stop; undefined where no way of reading
 * leads there. The longest reading of each piece is tried first.
 */
export function readUpTo(text: string, from: number, isEnd: (at: number) => boolean): Read | undefined {
  const ways = new Map<number, Read | undefined>();
  const read = (at: number): Read | undefined => {
    if (ways.has(at)) return ways.get(at);
    ways.set(at, undefined);
    for (const { tokens, end } of readingsAt(text, at)) {
      const rest = isEnd(end) ? { tokens: [], end } : read(end);
      if (rest === undefined) continue;
      const way = { tokens: [...tokens, ...rest.tokens], end: rest.end };
      ways.set(at, way);
      return way;
    }
    return undefined;
  };
  return read(from);
}

/** The places of a text that can be reached from its beginning, and what is read on the way to each. */
export function readBeginnings(text: string): ReadonlyMap<number, readonly Token[]> {
  const reached = new Map<number, readonly Token[]>([[0, []]]);
  for (let at = 0; at < text.length; at += 1) {
    const before = reached.get(at);
    if (before === undefined) continue;
    for (const { tokens, end } of readingsAt(text, at)) {
      if (!reached.has(end)) reached.set(end, [...before, ...tokens]);
    }
  }
  return reached;
}
