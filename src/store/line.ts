import { setImmediate, setTimeout } from 'node:timers/promises';
import { isBusy } from './errors.ts';

/** How long a call to a store that another program holds is tried again. */
export type Patience = {
  /** After a busy answer the store is left alone for so long, in milliseconds. */
  readonly againAfterMs: number;
  /** A call that has waited so long is refused, in milliseconds. */
  readonly giveUpAfterMs: number;
};

export const PATIENCE: Patience = { againAfterMs: 250, giveUpAfterMs: 5_000 };

/** Runs calls one after another, in the order they came. Rejects with what a call threw, or with the last busy answer. */
export type Line = <Value>(run: () => Promise<Value>) => Promise<Value>;

/**
 * A line before the store. SQLite holds the whole process for as long as a call takes, so everything else gets a turn
 * between two calls, and what waits for another program to let go of the file waits here, where it holds up nobody.
 */
export function openLine({ againAfterMs, giveUpAfterMs }: Patience = PATIENCE): Line {
  let tail: Promise<unknown> = Promise.resolve();
  let lastBusy: unknown;
  // By the monotonic clock: the wall's may be put back.
  let closedUntil = 0;

  /** The wait after a busy answer is everybody's: fifty calls must not each find out anew that the file is held. */
  const wait = async (deadline: number): Promise<void> => {
    await setImmediate();
    const at = performance.now();
    if (closedUntil <= at) return;
    if (at >= deadline) throw lastBusy;
    await setTimeout(Math.min(closedUntil, Math.max(deadline, at + 1)) - at);
  };

  const patiently = async <Value>(run: () => Promise<Value>, deadline: number): Promise<Value> => {
    for (;;) {
      await wait(deadline);
      try {
        return await run();
      } catch (error) {
        if (!isBusy(error)) throw error;
        lastBusy = error;
        closedUntil = performance.now() + againAfterMs;
        if (performance.now() >= deadline) throw error;
      }
    }
  };

  return (run) => {
    const deadline = performance.now() + giveUpAfterMs;
    const done = tail.then(() => patiently(run, deadline));
    tail = done.catch(() => undefined);
    return done;
  };
}
