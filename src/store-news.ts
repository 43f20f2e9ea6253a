import type { HouseMessage } from './incident/house.ts';
import type { Subscription } from './incident/subscription.ts';
import type { StoreTrouble } from './store/alarm.ts';

export type StoreNewsOptions = {
  /** Tells the house; rejects while the house itself cannot be saved. */
  readonly tell: (message: HouseMessage) => Promise<unknown>;
  readonly subscriptions: () => readonly Subscription[];
};

const OVER: HouseMessage = { kind: 'trouble-over', key: 'store-failing' };

/**
 * What the house must hear of the store, in order. What the house cannot save, being kept in that same store, is said to it
 * again at the next look. A store that was opened works, so a trouble from before the start is over.
 */
export function openStoreNews({ tell, subscriptions }: StoreNewsOptions) {
  const waiting: HouseMessage[] = [OVER];
  let isTelling = false;

  const say = async (): Promise<void> => {
    if (isTelling) return;
    isTelling = true;
    try {
      for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
        await tell(next);
        waiting.shift();
      }
    } catch {
      // The keeper has noted it: that is what the news is about.
    } finally {
      isTelling = false;
    }
  };

  return {
    hear: (trouble: StoreTrouble | undefined): void => {
      const message: HouseMessage =
        trouble === undefined
          ? OVER
          : { kind: 'trouble', facts: { kind: 'store-failing', ...trouble }, subscriptions: subscriptions() };
      waiting.push(message);
      void say();
    },
    say,
  };
}

export type StoreNews = ReturnType<typeof openStoreNews>;
