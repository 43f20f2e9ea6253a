import { after, type EventId, type Instant } from '../../door/ids.ts';
import type { Passage } from '../../door/passage.ts';
import { type DoorView, lastSeen } from '../door-view.ts';
import type { Span } from '../spans.ts';

/** Passages of one kind further apart than this are told apart, in milliseconds. */
const APART_MS = 60_000;
/** The authentication comes shortly before the relay; its row is part of the story. In milliseconds. */
const BEFORE_MS = 10_000;

/** Passages of one kind at one door, each within a minute of the one before. */
export type Run = {
  readonly passages: readonly Passage[];
  readonly since: Instant;
  readonly lastAt: Instant;
  readonly founders: readonly EventId[];
  /** When the bot last saw a row of it. */
  readonly seenAt: Instant;
  readonly over: boolean;
};

/** The runs of the passages that are meant, oldest first. */
export function runsOf(view: DoorView, isMeant: (passage: Passage) => boolean): readonly Run[] {
  const { now } = view;
  const runs: { readonly passages: Passage[]; seenAt: Instant }[] = [];
  for (const passage of view.passages) {
    const seenAt = lastSeen(view, passage.rows) ?? now;
    if (!isMeant(passage)) continue;
    const run = runs.at(-1);
    const last = run?.passages.at(-1);
    if (run !== undefined && last !== undefined && passage.at - last.at <= APART_MS) {
      run.passages.push(passage);
      if (seenAt > run.seenAt) run.seenAt = seenAt;
    } else runs.push({ passages: [passage], seenAt });
  }
  return runs.flatMap(({ passages, seenAt }) => {
    const [first, last] = [passages[0], passages.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [
      {
        passages,
        since: first.at,
        lastAt: last.at,
        founders: passages.flatMap((one) => one.rows),
        seenAt,
        // As with failures: where a device's clock is wrong, only the bot's own tells of quiet.
        over: Math.abs(now - Math.min(last.at, seenAt)) > APART_MS,
      },
    ];
  });
}

type Facts = { readonly since: Instant; readonly lastAt: Instant; readonly count: number };

/** Where a run lies: one that goes on within a minute is the same. */
export const extentOfRun = ({ since, lastAt }: Facts): Span => ({ from: since, to: after(lastAt, APART_MS + 1) });

/** The rows that a run is made of. */
export const rowsOfRun = ({ since, lastAt }: Facts): Span => ({
  from: after(since, -BEFORE_MS),
  to: after(lastAt, BEFORE_MS),
});

/** A run whose first rows are forgotten began when it began, and was never shorter than it was. */
export function carryRun<F extends Facts>(known: F, sighted: F, isAtHand: (at: Instant) => boolean): F {
  if (known.since >= sighted.since || isAtHand(known.since)) return sighted;
  return { ...sighted, since: known.since, count: Math.max(known.count, sighted.count) };
}
