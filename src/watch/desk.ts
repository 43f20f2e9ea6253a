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

/** One owner of one value: messages are handled one after another, and a change is saved before anything follows from it. */
export function openDesk<State, Message, Effect>(options: DeskOptions<State, Message, Effect>): Desk<State, Message> {
  const { name, update, store, now, run } = options;
  let state = options.initial;
  let tail: Promise<unknown> = Promise.resolve();

  const handle = async (message: Message): Promise<State> => {
    const next = update(state, message, now());
    if (next.state !== state) {
      await store.save(name, next.state);
      state = next.state;
    }
    for (const effect of next.effects) run(effect);
    return state;
  };

  return {
    state: () => state,
    send: (message) => {
      const done = tail.then(() => handle(message));
      tail = done.catch(() => undefined);
      return done;
    },
    idle: async () => {
      await tail;
    },
  };
}
