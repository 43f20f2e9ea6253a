import type { Ephemeral, Message, View } from './message.ts';

/** Something that happened in the workspace. */
export type News =
  | { readonly kind: 'posted'; readonly message: Message }
  | { readonly kind: 'changed'; readonly message: Message; readonly before: Message }
  | { readonly kind: 'deleted'; readonly message: Message }
  | { readonly kind: 'ephemeral'; readonly message: Ephemeral }
  | { readonly kind: 'ephemeral-changed'; readonly message: Ephemeral }
  | { readonly kind: 'ephemeral-deleted'; readonly message: Ephemeral }
  /** A command, an action or a submitted modal was acknowledged or answered once more. */
  | { readonly kind: 'answered'; readonly user: string; readonly channel: string; readonly what: string }
  /** A command or an action failed; `shown` is what Slack itself tells the person. */
  | {
      readonly kind: 'failed';
      readonly user: string;
      readonly channel: string;
      readonly what: string;
      readonly shown: string;
    }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'view-closed'; readonly view: View }
  | { readonly kind: 'channel'; readonly channel: string }
  /** A call ended, well or not; the journal holds it. */
  | { readonly kind: 'called'; readonly method: string; readonly ok: boolean }
  /** Slack refused what was sent to it. */
  | {
      readonly kind: 'refused';
      readonly method: string;
      readonly error: string;
      readonly messages: readonly string[];
      readonly channel?: string;
    }
  | { readonly kind: 'sockets'; readonly open: number };

/** How much of what happened is kept for those who come later. */
const KEPT = 5_000;

export type NewsDesk = {
  readonly tell: (news: News) => void;
  readonly on: (listener: (news: News) => void) => () => void;
  readonly waitFor: <T>(look: (news: readonly News[]) => T | undefined | null | false, wait?: Wait) => Promise<T>;
  /** Ends all waiting with an error that says that the workspace has stopped. */
  readonly close: () => void;
};

export type Wait = {
  /** How long to wait, in milliseconds; 5,000 when left out. */
  readonly timeoutMs?: number;
  /** What is waited for, for the error. */
  readonly what?: string;
};

/** Tells everybody who listens what happens, and remembers the last 5,000 things. */
export function createNewsDesk(): NewsDesk {
  const listeners = new Set<(news: News) => void>();
  const endings = new Set<(error: Error) => void>();
  let kept: readonly News[] = [];

  const on = (listener: (news: News) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    tell: (news) => {
      kept = [...(kept.length >= KEPT ? kept.slice(-KEPT / 2) : kept), news];
      for (const listener of [...listeners]) listener(news);
    },
    on,
    waitFor: (look, { timeoutMs = 5_000, what = 'something in the workspace' } = {}) => {
      const already = look(kept);
      if (already !== undefined && already !== null && already !== false) return Promise.resolve(already);
      return new Promise((resolve, reject) => {
        const finish = (act: () => void) => {
          clearTimeout(timer);
          endings.delete(fail);
          off();
          act();
        };
        const fail = (error: Error) => finish(() => reject(error));
        const off = on(() => {
          try {
            const found = look(kept);
            if (found !== undefined && found !== null && found !== false) finish(() => resolve(found));
          } catch (error) {
            finish(() => reject(error));
          }
        });
        const timer = setTimeout(() => {
          const last = kept.slice(-8).map((news) => news.kind);
          fail(new Error(`Waited ${timeoutMs} ms in vain for ${what}. Last news: ${last.join(', ') || 'none'}.`));
        }, timeoutMs);
        endings.add(fail);
      });
    },
    close: () => {
      for (const end of [...endings]) end(new Error('The Slack sandbox stopped while something was waited for.'));
    },
  };
}
