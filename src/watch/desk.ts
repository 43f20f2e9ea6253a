import { setImmediate } from 'node:timers/promises';
import type { Instant } from '../door/ids.ts';
import { saveWithin } from './save-within.ts';

/** Keeps one value. The watch room says what it needs; the store room has it. */
export interface Store {
  /** Resolves when the value is safe; rejects when it is not. */
  save(name: string, value: unknown): Promise<void>;
}

type Updated<State, Effect> = { readonly state: State; readonly effects: readonly Effect[] };

export type DeskOptions<State, Message, Effect> = {
  /** The value's name in the store: `place/178`. */
  readonly name: string;
  readonly initial: State;
  readonly update: (state: State, message: Message, now: Instant) => Updated<State, Effect>;
  readonly store: Store;
  readonly now: () => Instant;
  /** Runs one effect. It must not wait: what comes of an effect returns as a message. */
  readonly run: (effect: Effect) => void;
  /** A save that takes longer is given up, in milliseconds: its messages are rejected, and the next are handled. */
  readonly saveDeadlineMs?: number;
  /** Messages that wait are saved together, at most so many. */
  readonly together?: number;
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

type Waiting<State, Message> = {
  readonly message: Message;
  /** When it was sent: a message that waits for a slow save happened no later for it. */
  readonly at: Instant;
  readonly answer: PromiseWithResolvers<State>;
};

/**
 * One owner of one value: messages are handled one after another, and a change is saved before anything follows from it.
 * What waits at the same time is saved at once: a hundred cards told by one message are one save of the place, not a hundred.
 */
export function openDesk<State, Message, Effect>(options: DeskOptions<State, Message, Effect>): Desk<State, Message> {
  const { name, update, store, now, run, saveDeadlineMs = 5_000, together = 500 } = options;
  const save = saveWithin((value: State) => store.save(name, value), saveDeadlineMs);
  let state = options.initial;
  const queue: Waiting<State, Message>[] = [];
  let working: Promise<void> | undefined;

  const work = async (): Promise<void> => {
    while (queue.length > 0) {
      // A file's save holds the thread until it is done: between any two, others have their turn.
      await setImmediate();
      await handle(queue.splice(0, together));
    }
    working = undefined;
  };

  const handle = async (batch: readonly Waiting<State, Message>[]): Promise<void> => {
    let next = state;
    const heard: { readonly one: Waiting<State, Message>; readonly effects: readonly Effect[] }[] = [];
    for (const one of batch) {
      try {
        const updated = update(next, one.message, one.at);
        next = updated.state;
        heard.push({ one, effects: updated.effects });
      } catch (error) {
        one.answer.reject(error);
      }
    }
    if (next !== state) {
      try {
        await setImmediate();
        await save(next);
      } catch (error) {
        for (const { one } of heard) one.answer.reject(error);
        return;
      }
      state = next;
    }
    for (const { one, effects } of heard) {
      try {
        for (const effect of effects) run(effect);
        one.answer.resolve(state);
      } catch (error) {
        one.answer.reject(error);
      }
    }
  };

  return {
    state: () => state,
    send: (message) => {
      const answer = Promise.withResolvers<State>();
      queue.push({ message, at: now(), answer });
      working ??= work();
      return answer.promise;
    },
    idle: async () => {
      await working;
    },
  };
}
