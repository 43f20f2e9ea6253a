import type { WebClient } from '@slack/web-api';
import type { Instant } from '../door/ids.ts';
import type { ChannelId } from '../incident/incident.ts';
import { type CallFailure, isAboutChannel } from './call-outcome.ts';
import { type AnnouncerLog, type CardRef, type Cards, createCardSteps, type DueStep } from './card-steps.ts';

/** The announcer's speed. Slack allows one post a second per channel and 50 updates a minute per workspace. */
export type Pace = {
  readonly postEveryMs: number;
  readonly updateCardEveryMs: number;
  readonly updatesPerMinute: number;
  readonly searchAgainAfterMs: number;
  readonly refusedRetryMs: number;
};

export const PACE: Pace = {
  postEveryMs: 1_000,
  updateCardEveryMs: 3_000,
  updatesPerMinute: 40,
  searchAgainAfterMs: 3_000,
  refusedRetryMs: 60_000,
};

export type AnnouncerOptions = {
  /** A client of its own, without retries: the announcer is the one owner of retries towards Slack. */
  readonly client: WebClient;
  readonly cards: Cards;
  readonly log: AnnouncerLog;
  readonly now: () => Instant;
  readonly pace?: Pace;
};

/** A channel that refuses the bot's messages, and Slack's word for why. */
export type ChannelTrouble = { readonly channel: ChannelId; readonly word: string; readonly since: Instant };

export type Announcer = {
  /** Sees to it that this card is brought up to date. Safe to call at any time, any number of times. */
  readonly tell: (ref: CardRef) => void;
  readonly troubles: () => readonly ChannelTrouble[];
  /** Finishes the call under way and starts no other. */
  readonly stop: () => Promise<void>;
};

type Job = { readonly ref: CardRef; notBefore: number; searches: number; failures: number; touchedAt: number };
type Lane = {
  readonly jobs: Map<string, Job>;
  notBefore: number;
  lastPostAt: number;
  running: Promise<void> | undefined;
};

/** The clock of all waiting: the wall's may be put back by an hour, and an alert would wait that long. */
const steady = (): number => performance.now();

/** Brings cards to their incidents' revisions: in order per channel, within Slack's rates, exactly one message each. */
export function createAnnouncer(options: AnnouncerOptions): Announcer {
  const { cards, log, now, pace = PACE } = options;
  const steps = createCardSteps(options);
  const lanes = new Map<ChannelId, Lane>();
  const troubles = new Map<ChannelId, ChannelTrouble>();
  const sleepers = new Set<() => void>();
  let updates: readonly number[] = [];
  let updatesNotBefore = 0;
  let searchesNotBefore = 0;
  let stopped = false;

  const tell = (ref: CardRef): void => {
    if (stopped) return;
    const lane = lanes.get(ref.channel) ?? { jobs: new Map(), notBefore: 0, lastPostAt: NEVER, running: undefined };
    lanes.set(ref.channel, lane);
    const key = `${ref.desk} ${ref.incident}`;
    if (!lane.jobs.has(key)) lane.jobs.set(key, { ref, notBefore: 0, searches: 0, failures: 0, touchedAt: NEVER });
    wake();
    lane.running ??= run(lane);
  };

  const run = async (lane: Lane): Promise<void> => {
    // The caller notes that the lane runs before the first card is looked at.
    await Promise.resolve();
    while (!stopped && lane.jobs.size > 0) {
      const next = nextJob(lane);
      if (next.step.do === 'nothing') lane.jobs.delete(next.key);
      else if (next.step.do === 'wait' || next.waitMs > 0) await sleep(next.waitMs);
      else await perform(lane, next.job, next.step);
    }
    lane.running = undefined;
  };

  /** The card whose turn it is, or will be first: new alerts before news of old ones, else in the order they came. */
  const nextJob = (lane: Lane) => {
    const [at, tick] = [now(), steady()];
    const all = [...lane.jobs].map(([key, job]) => {
      const step = cards.step(job.ref, at);
      const waitMs = step.do === 'wait' ? step.until - at : Math.max(turnOf(lane, job, step, tick) - tick, 0);
      return { key, job, step, waitMs };
    });
    // What fails again and again lets its like go first: it may be the message's own fault.
    const rank = ({ step, job }: (typeof all)[number]): number =>
      (step.do === 'post' ? 0 : 2) + (job.failures > 2 ? 1 : 0);
    return all.reduce((a, b) => {
      if (a.waitMs <= 0 && b.waitMs <= 0) return rank(b) < rank(a) ? b : a;
      return b.waitMs < a.waitMs ? b : a;
    });
  };

  const turnOf = (lane: Lane, job: Job, step: ReturnType<Cards['step']>, tick: number): number => {
    const own = Math.max(lane.notBefore, job.notBefore);
    switch (step.do) {
      case 'nothing':
        return 0;
      case 'post':
        return Math.max(own, lane.lastPostAt + pace.postEveryMs);
      case 'update':
        return Math.max(own, job.touchedAt + pace.updateCardEveryMs, nextUpdateAt(tick));
      default:
        return Math.max(own, searchesNotBefore);
    }
  };

  const nextUpdateAt = (tick: number): number => {
    updates = updates.filter((time) => tick - time < 60_000);
    const first = updates[updates.length - pace.updatesPerMinute];
    return Math.max(updatesNotBefore, first === undefined ? 0 : first + 60_000);
  };

  const perform = async (lane: Lane, job: Job, step: DueStep): Promise<void> => {
    if (step.do === 'post') lane.lastPostAt = steady();
    if (step.do === 'update') updates = [...updates, steady()];
    try {
      const result = await steps.perform(job.ref, step, job.searches);
      if (result.kind === 'failed') retreat(lane, job, step, result.failure);
      if (result.kind === 'done') succeeded(job);
      job.searches = result.kind === 'look-again' ? job.searches + 1 : 0;
      if (result.kind === 'look-again') job.notBefore = steady() + pace.searchAgainAfterMs;
    } catch (error) {
      // A desk could not save: what is saved decides how the card goes on.
      job.failures += 1;
      job.notBefore = steady() + backoffMs(job.failures);
      log.error('a card could not be saved', { ...job.ref, error: String(error) });
    }
    if (step.do === 'post' || step.do === 'update') job.touchedAt = steady();
  };

  const succeeded = (job: Job): void => {
    job.failures = 0;
    if (troubles.delete(job.ref.channel)) log.info('the channel takes messages again', { channel: job.ref.channel });
  };

  /** Waits before the next try: as long as Slack asks, a minute after a no, else a little longer each time. */
  const retreat = (lane: Lane, job: Job, step: DueStep, failure: CallFailure): void => {
    const { channel } = job.ref;
    job.failures += 1;
    switch (failure.kind) {
      case 'rate-limited': {
        const until = steady() + failure.afterMs;
        // Slack's rates are a method's own: a search that must wait holds up no alert.
        if (step.do === 'post') lane.notBefore = until;
        else if (step.do === 'update') updatesNotBefore = until;
        else searchesNotBefore = until;
        return;
      }
      case 'refused': {
        const until = steady() + pace.refusedRetryMs;
        // A no to this one message must not hold up the channel's others.
        if (isAboutChannel(failure)) lane.notBefore = until;
        else job.notBefore = until;
        if (troubles.get(channel)?.word === failure.word) return;
        troubles.set(channel, { channel, word: failure.word, since: now() });
        if (!isAboutChannel(failure) && job.failures > 1) return;
        log.error('Slack refuses messages to the channel', { ...job.ref, word: failure.word });
        return;
      }
      default:
        lane.notBefore = steady() + backoffMs(job.failures);
        if (job.failures === 1) log.warn('a call to Slack failed', { ...job.ref, step: step.do, failure });
    }
  };

  const sleep = async (forMs: number): Promise<void> => {
    const waitMs = Math.min(Math.max(forMs, 1), 60_000);
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        sleepers.delete(end);
        resolve();
      };
      const timer = setTimeout(end, waitMs);
      sleepers.add(end);
    });
  };

  const wake = (): void => {
    for (const end of [...sleepers]) end();
  };

  return {
    tell,
    troubles: () => [...troubles.values()],
    stop: async () => {
      stopped = true;
      wake();
      await Promise.all([...lanes.values()].map((lane) => lane.running));
    },
  };
}

/** Before the process began. */
const NEVER = Number.NEGATIVE_INFINITY;

/** One second, two, four, and five from then on. */
const backoffMs = (failures: number): number => Math.min(1_000 * 2 ** (failures - 1), 5_000);
