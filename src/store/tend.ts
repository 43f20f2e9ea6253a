import type { Keeper } from './keeper.ts';

export type TendOptions = {
  readonly store: Pick<Keeper, 'look' | 'trouble'>;
  /** Called after each look. */
  readonly onLooked?: () => unknown;
  /** How often the store is looked at, in milliseconds. */
  readonly everyMs?: number;
  /** And so often while something is wrong: what is only in memory should be on the disk as soon as the disk takes it. */
  readonly inTroubleEveryMs?: number;
};

/**
 * Looks after the store for as long as the bot lives: nobody says when another program lets go of the file or somebody makes
 * room on the disk, so it is tried again and again.
 *
 * @returns stops it.
 */
export function tendStore(options: TendOptions): () => void {
  const { store, onLooked = () => {}, everyMs = 1_000, inTroubleEveryMs = 250 } = options;
  let lookedAt = performance.now();
  const timer = setInterval(() => {
    if (store.trouble() === undefined && performance.now() - lookedAt < everyMs) return;
    lookedAt = performance.now();
    void store.look().then(onLooked);
  }, inTroubleEveryMs);
  return () => clearInterval(timer);
}
