import type { Instant } from '../door/ids.ts';
import { LOOKOUT_PACE, type LookoutPace, type LookoutState, look, type SlackNews } from './lookout.ts';

export interface LookoutLog {
  alarm(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

export type LookoutOptions = {
  /** Whether a socket to Slack stands. */
  readonly isConnected: () => boolean;
  /** Asks Slack whether it takes messages. It has a deadline of its own, and never rejects. */
  readonly takesMessages: () => Promise<boolean>;
  /** Tells the house; rejects when that could not be saved. */
  readonly tell: (news: SlackNews) => Promise<unknown>;
  readonly log: LookoutLog;
  readonly now: () => Instant;
  readonly pace?: LookoutPace;
};

export type SlackSight =
  | { readonly kind: 'connected' }
  | { readonly kind: 'away'; readonly since: Instant; readonly takesMessages: boolean };

export type Lookout = {
  /** How Slack is: a socket that stands counts at once, one that is gone from the next look on. */
  readonly sight: () => SlackSight;
  readonly stop: () => Promise<void>;
};

const LOOK_EVERY_MS = 1_000;
/** A socket that is refreshed is back sooner; so long after it went Slack is asked by another way, and so often again. */
const ASK_AFTER_MS = 2_000;
const ASK_EVERY_MS = 10_000;

/**
 * Looks once a second whether Slack is there, and says when it is not: to the house, for the channel that hears of it once
 * Slack is back, and at once to whoever runs the bot. Waiting is measured by a clock that never goes back.
 */
export function keepLookout(options: LookoutOptions): Lookout {
  const { isConnected, takesMessages, tell, log, now, pace = LOOKOUT_PACE } = options;
  let state: LookoutState = {};
  /** Whether Slack takes messages while its socket is away; what is not known is not held against it. */
  let answer: boolean | undefined;
  let wasThere = false;
  let askedTick = Number.NEGATIVE_INFINITY;
  let isAsking = false;
  let telling: Promise<void> | undefined;
  let isUnsaved = false;

  const ask = (tick: number): void => {
    if (isAsking || tick - askedTick < ASK_EVERY_MS) return;
    [isAsking, askedTick] = [true, tick];
    void takesMessages().then((takes) => {
      [isAsking, answer] = [false, takes];
    });
  };

  /** One at a time: a store that hangs must not gather a queue of the same news. */
  const tellHouse = (news: SlackNews): void => {
    telling ??= tell(news)
      .then(() => {
        state = { ...state, told: news.kind };
        isUnsaved = false;
      })
      .catch((error: unknown) => {
        // Told again at the next look, and complained of once.
        if (!isUnsaved) log.error('the state of Slack’s connection could not be saved', { error: String(error) });
        isUnsaved = true;
      })
      .finally(() => {
        telling = undefined;
      });
  };

  const takesThem = (): boolean => answer ?? wasThere;

  const lookOnce = (): void => {
    const tick = performance.now();
    const isThere = isConnected();
    const next = look(state, { isThere, takesMessages: takesThem(), tick, now: now() }, pace);
    const since = next.state.away ?? state.away;
    state = next.state;
    if (isThere) [wasThere, answer, askedTick] = [true, undefined, Number.NEGATIVE_INFINITY];
    else if (tick - (state.away?.tick ?? tick) >= ASK_AFTER_MS) ask(tick);
    if (next.say !== undefined) log.alarm(next.say, since && { since: new Date(since.since).toISOString() });
    if (next.tell !== undefined) tellHouse(next.tell);
  };

  lookOnce();
  const timer = setInterval(lookOnce, LOOK_EVERY_MS);
  return {
    sight: () =>
      isConnected() || state.away === undefined
        ? { kind: 'connected' }
        : { kind: 'away', since: state.away.since, takesMessages: takesThem() },
    stop: async () => {
      clearInterval(timer);
      await telling;
    },
  };
}
