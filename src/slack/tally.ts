import type { Instant } from '../door/ids.ts';
import type { CardRef } from './card-steps.ts';

/** What was told of one desk's incidents since the bot started. */
export type Counts = {
  /** Messages that stand in a channel: cards and replies. */
  readonly told: number;
  /** Calls to Slack that had to be made again. */
  readonly retries: number;
  /** Messages that were found again instead of posted twice, and late twins that were deleted. */
  readonly duplicatesAvoided: number;
};

/** How long a row's card took, from the row's arrival at the bot to Slack's answer, in milliseconds. */
export type Delays = { readonly count: number; readonly p50Ms: number; readonly p95Ms: number };

/** Counts what the announcer does. */
export interface Tally {
  /** A message stands, since `at` or since just now: of an incident that the bot first saw at `since`, where it is the incident's first. */
  told(ref: CardRef, since?: Instant, at?: Instant): void;
  avoided(ref: CardRef): void;
  retried(ref: CardRef): void;
  countsOf(desk: string): Counts;
  /** Of the newest 1,000 first cards; undefined before there was one. */
  delays(): Delays | undefined;
}

const KEPT = 1_000;
const NONE: Counts = { told: 0, retries: 0, duplicatesAvoided: 0 };

/** Opens a tally at nothing. */
export function createTally(now: () => Instant): Tally {
  const counts = new Map<string, Counts>();
  const delays: number[] = [];
  const add = ({ desk }: CardRef, what: keyof Counts): void => {
    const before = counts.get(desk) ?? NONE;
    counts.set(desk, { ...before, [what]: before[what] + 1 });
  };
  return {
    told: (ref, since, at = now()) => {
      const { desk } = ref;
      add(ref, 'told');
      // What the house tells of itself, or was asked to, began with no row.
      if (since === undefined || !desk.startsWith('place/')) return;
      delays.push(Math.max(at - since, 0));
      if (delays.length > KEPT) delays.shift();
    },
    avoided: (ref) => add(ref, 'duplicatesAvoided'),
    retried: (ref) => add(ref, 'retries'),
    countsOf: (desk) => counts.get(desk) ?? NONE,
    delays: () => {
      if (delays.length === 0) return undefined;
      const sorted = [...delays].sort((a, b) => a - b);
      const at = (share: number): number => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
      return { count: delays.length, p50Ms: at(0.5), p95Ms: at(0.95) };
    },
  };
}
