import type { Instant } from '../door/ids.ts';

/** What the lookout remembers between two looks. `tick`s are moments of a clock that never goes back. */
export type LookoutState = {
  /** Slack is away since. */
  readonly away?: { readonly tick: number; readonly since: Instant };
  /** When this absence was last said aloud, if it was. */
  readonly saidTick?: number;
  /** What the house last saved of it in this run. */
  readonly told?: SlackNews['kind'];
};

/** What one look saw. */
export type Sight = {
  readonly isThere: boolean;
  /** Whether Slack takes messages while no socket stands. */
  readonly takesMessages: boolean;
  readonly tick: number;
  readonly now: Instant;
};

/** What the house should hear; safe to hear again. */
export type SlackNews = { readonly kind: 'away'; readonly since: Instant } | { readonly kind: 'back' };

export type Look = {
  readonly state: LookoutState;
  /** Missing where the house knows already. */
  readonly tell?: SlackNews;
  /** A sentence for whoever runs the bot, who cannot be told in Slack. */
  readonly say?: string;
};

export type LookoutPace = {
  /** An absence shorter than this is nobody's business: Slack refreshes its sockets. In milliseconds, as the next one. */
  readonly afterMs: number;
  readonly sayEveryMs: number;
};

export const LOOKOUT_PACE: LookoutPace = { afterMs: 60_000, sayEveryMs: 600_000 };

/**
 * One look at Slack. A bot that was never connected counts as away since its first look. The first look of a run that
 * finds Slack there tells so, because an earlier run may have left the trouble open.
 */
export function look(state: LookoutState, sight: Sight, pace: LookoutPace): Look {
  return sight.isThere ? there(state, sight) : away(state, sight, pace);
}

function there({ away: before, saidTick, told }: LookoutState, { tick }: Sight): Look {
  const wasSaid = before !== undefined && saidTick !== undefined;
  return {
    state: told === undefined ? {} : { told },
    ...(told !== 'back' && { tell: { kind: 'back' } }),
    ...(wasSaid && { say: `Slack is back after ${length(tick - before.tick)}: what waited is told now.` }),
  };
}

function away(before: LookoutState, sight: Sight, { afterMs, sayEveryMs }: LookoutPace): Look {
  const { tick, now } = sight;
  const since = before.away ?? { tick, since: now };
  const state: LookoutState = { ...before, away: since };
  const forMs = tick - since.tick;
  if (forMs < afterMs) return { state };
  const isDue = state.saidTick === undefined || tick - state.saidTick >= sayEveryMs;
  return {
    state: isDue ? { ...state, saidTick: tick } : state,
    ...(state.told !== 'away' && { tell: { kind: 'away', since: since.since } }),
    ...(isDue && { say: inWords(forMs, sight.takesMessages) }),
  };
}

function inWords(forMs: number, takesMessages: boolean): string {
  const effect = takesMessages
    ? 'alerts still arrive, but commands and buttons are not answered'
    : 'alerts wait, and commands and buttons are not answered';
  return `The bot has had no connection to Slack for ${length(forMs)}: ${effect}. It goes on trying; if this stays, look at this machine's network and at status.slack.com.`;
}

/** `45 s`, `10 min`, `3 h 5 min`. */
function length(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes === 0) return `${Math.floor(ms / 1_000)} s`;
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}
