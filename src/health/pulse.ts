import type { PlaceId } from '../door/ids.ts';

export type PulseOptions = {
  /** How long a good poll is good for, in milliseconds, asked when there was one. */
  readonly goodForMs: () => number;
  /** A clock that never goes back, in milliseconds. */
  readonly steady?: () => number;
};

export type Pulse = {
  /** The beat of the polls is alive. */
  readonly beat: () => void;
  readonly beatAgoMs: () => number;
  /** The place was read well. */
  readonly saw: (place: PlaceId) => void;
  readonly of: (place: PlaceId) => { readonly isSeen: boolean; readonly seenAgoMs?: number };
};

/** What a good poll is good for is not asked for more often than this, in milliseconds: 200 places are polled in one second. */
const ASK_EVERY_MS = 1_000;

/**
 * When each place was last seen, and when the polls' beat was last alive. By a clock of its own: a wall clock that is
 * put back by an hour would make a bot that sees nothing look well for that hour.
 */
export function createPulse({ goodForMs, steady = () => performance.now() }: PulseOptions): Pulse {
  const seen = new Map<PlaceId, { readonly at: number; readonly until: number }>();
  let beatAt = steady();
  let asked: { readonly at: number; readonly ms: number } | undefined;

  const goodFor = (tick: number): number => {
    if (asked === undefined || tick - asked.at >= ASK_EVERY_MS) asked = { at: tick, ms: goodForMs() };
    return asked.ms;
  };

  return {
    beat: () => {
      beatAt = steady();
    },
    beatAgoMs: () => steady() - beatAt,
    saw: (place) => {
      const at = steady();
      seen.set(place, { at, until: at + goodFor(at) });
    },
    of: (place) => {
      const last = seen.get(place);
      const tick = steady();
      return last === undefined ? { isSeen: false } : { isSeen: tick <= last.until, seenAgoMs: tick - last.at };
    },
  };
}
