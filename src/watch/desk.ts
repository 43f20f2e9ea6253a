import type { Instant } from '../door/ids.ts';

/** Keeps one value. The watch room says what it needs; the store room has it. */
export interface Store {
  /** Resolves when the value is safe; rejects when it is not. */
  save(name: string, value: unknown): Promise<void>;
}

export type DeskOptions<State, Message, Effect> = {
  /** The value's name in the store: `place/178`. */
  readonly name: string;
  readonly initial: State;
  readonly update: (
    state: State,
    message: Message,
    now: Instant,
  ) => { readonly state: State; readonly effects: readonly Effect[] };
  readonly store: Store;
  readonly now: () => Instant;
  /** Runs one effect. It must not wait: what comes of an effect returns as a message. */
  readonly run: (effect: Effect) => void;
};

export type Desk<State, Message> = {
  /** The value as it was last saved. */
  readonly state: () => State;
  /**
   * Queues a message. Resolves with the saved state once the change is safe and its effects are started;
   * rejects when saving failed: then nothing changed and no effect ran.
   */
  readonly send: (message: Message) => Promise<State>;
  /** Resolves when everything queued so far is done. */
  readonly idle: () => Promise<void>;
};

/** A message that waits for its turn, and whoever waits for it. */
type Waiting<State, Message> = { readonly message: Message; readonly done: PromiseWithResolvers<State> };

/**
 * One owner of one value: messages are handled one after another, and a change is saved before anything follows from it.
 * What came while the value was being saved is saved together: a hundred cards settled at once cost one save, not a hundred.
 */
export function openDesk<State, Message, Effect>(options: DeskOptions<State, Message, Effect>): Desk<State, Message> {
  const { name, update, store, now, run } = options;
  let state = options.initial;
  let waiting: Waiting<State, Message>[] = [];
  let working: Promise<void> | undefined;

  const work = async (): Promise<void> => {
    // Whoever sends several messages in a row has sent them all by then.
    await Promise.resolve();
    for (let batch = waiting; batch.length > 0; batch = waiting) {
      waiting = [];
      await handle(batch);
    }
    working = undefined;
  };

  const handle = async (batch: readonly Waiting<State, Message>[]): Promise<void> => {
    let next = state;
    const kept: { readonly done: PromiseWithResolvers<State>; readonly effects: readonly Effect[] }[] = [];
    for (const { message, done } of batch) {
      try {
        const updated = update(next, message, now());
        next = updated.state;
        kept.push({ done, effects: updated.effects });
      } catch (error) {
        done.reject(error);
      }
    }
    try {
      if (next !== state) await store.save(name, next);
    } catch (error) {
      for (const { done } of kept) done.reject(error);
      return;
    }
    state = next;
    for (const { done, effects } of kept) {
      try {
        for (const effect of effects) run(effect);
        done.resolve(state);
      } catch (error) {
        done.reject(error);
      }
    }
  };

  return {
    state: () => state,
    send: (message) => {
      const done = Promise.withResolvers<State>();
      waiting.push({ message, done });
      working ??= work();
      return done.promise;
    },
    idle: async () => {
      await working;
    },
  };
}
