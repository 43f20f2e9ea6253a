import type { Weekday } from '../door/zone.ts';
import type { KindAsked, Per } from './kinds.ts';

/** A part of a day by its name. Minutes since midnight; an end beyond 1,440 lies in the next day. */
export type DayPart = {
  readonly from: number;
  readonly to: number;
  /** Which half an hour such as 6 belongs to within it: `6 in the evening` is 18:00. */
  readonly hours: 'am' | 'pm' | 'night';
};

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A piece of a question with a meaning of its own. */
export type Token =
  /** Today is 0, yesterday -1. */
  | { readonly is: 'day'; readonly offset: number }
  /** A day of the calendar, as far as it was written. */
  | { readonly is: 'date'; readonly day: number; readonly month?: number; readonly year?: number }
  /** `11/12`, which is a day of November or of December, as the asker's country writes it. */
  | { readonly is: 'numbers'; readonly first: number; readonly second: number; readonly year?: number }
  | { readonly is: 'month'; readonly month: number; readonly year?: number }
  | { readonly is: 'year'; readonly year: number }
  | { readonly is: 'weekday'; readonly weekday: Weekday; readonly which?: Which }
  | { readonly is: 'weekend'; readonly which?: Which }
  /** This week is 0, last month -1. */
  | { readonly is: 'period'; readonly unit: 'week' | 'month' | 'year'; readonly offset: number }
  | { readonly is: 'part'; readonly part: DayPart }
  /** Minutes since midnight. `half` where it was said; 24 h otherwise, unless a part of the day or what stands before it says more; exact where it was written as of 24 h, 05:00. */
  | {
      readonly is: 'clock';
      readonly minute: number;
      readonly half?: 'am' | 'pm';
      readonly isExact?: boolean;
      readonly dotted?: Dotted;
    }
  /** The last so many, until now. */
  | { readonly is: 'last'; readonly amount: number; readonly unit: Unit }
  | { readonly is: 'ago'; readonly amount: number; readonly unit: Unit }
  | { readonly is: 'now' }
  /** What opens a time, before it: `since monday`, `from 9 to 17`. */
  | { readonly is: 'opener'; readonly opener: 'from' | 'since' | 'between' | 'after' | 'until' }
  /** What stands after the beginning of a time: から, 부터. */
  | { readonly is: 'onwards' }
  | { readonly is: 'to' }
  /** What stands after the end of a time: まで, 까지. */
  | { readonly is: 'ending' }
  | { readonly is: 'kind'; readonly kind: KindAsked }
  | { readonly is: 'per'; readonly per: Per }
  | { readonly is: 'format'; readonly format: 'csv' | 'jsonl' }
  /** So many rows: `20 rows`, 20件. */
  | { readonly is: 'count'; readonly amount: number }
  | { readonly is: 'number'; readonly amount: number }
  /** What joins two kinds, as their order does: `failures or unlocks`. */
  | { readonly is: 'or' }
  /** A word without which the question says the same. */
  | { readonly is: 'filler' };

/** The two numbers of `20.11`, which is a day where dates are written so. */
export type Dotted = { readonly day: number; readonly month: number };

export type Which = 'last' | 'this' | 'next';

/** What a pattern at some place of a question means; undefined where it means nothing after all. */
export type Rule = readonly [
  pattern: RegExp,
  meaning: (groups: readonly string[]) => Token | readonly Token[] | undefined,
];

const NOTHING: readonly string[] = [];

/** A rule of a pattern's source. It reads without regard to case, and only where it is put. */
export function rule(source: string, meaning: Rule[1]): Rule {
  return [new RegExp(`${NOT_WITHIN}(?:${source})${NOT_WITHIN}`, 'iuy'), meaning];
}

/** Latin letters and digits that stand together are one word; other letters need no space between words. */
const NOT_WITHIN = String.raw`(?:(?<![\p{Script=Latin}\d_])|(?![\p{Script=Latin}\d_]))`;

/** What a rule reads at a place of a text, and where that ends. */
export function readRule(
  [pattern, meaning]: Rule,
  text: string,
  at: number,
): { readonly tokens: readonly Token[]; readonly end: number } | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (found === null || found[0] === '') return undefined;
  const end = at + found[0].length;
  const meant = meaning(found.length === 1 ? NOTHING : found.slice(1).map((group) => group ?? ''));
  if (meant === undefined) return undefined;
  return { tokens: 'is' in meant ? [meant] : meant, end };
}
