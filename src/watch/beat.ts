export type BeatOptions = {
  /** How long it is until the next moment of the pattern, in milliseconds, by the clock as it stands now. */
  readonly waitMs: () => number;
  readonly now: () => number;
  readonly beat: () => void;
  /** The clock is looked at again at least so often, in milliseconds. */
  readonly lookEveryMs?: number;
  /** Called whenever the clock is looked at: who hears it knows that the beat has not died. */
  readonly onLook?: () => void;
};

/**
 * Beats at each moment of a pattern, whatever the clock does meanwhile. A timer set for a moment of the old time would
 * sleep for an hour after the clock was put back by one, and the doors would be unwatched; so the clock is looked at
 * every second. After a leap ahead, or a sleep of the machine, one beat stands for all that were missed.
 *
 * @returns stops it.
 */
export function startBeat(options: BeatOptions): () => void {
  const { waitMs, now, beat, lookEveryMs = 1_000, onLook = () => {} } = options;
  let dueAt = 0;
  let timer: NodeJS.Timeout | undefined;
  const arm = (): void => {
    const wait = Math.max(waitMs(), 1);
    dueAt = now() + wait;
    timer = setTimeout(look, Math.min(wait, lookEveryMs));
  };
  const look = (): void => {
    const isDue = now() >= dueAt;
    arm();
    onLook();
    if (isDue) beat();
  };
  arm();
  return () => clearTimeout(timer);
}
