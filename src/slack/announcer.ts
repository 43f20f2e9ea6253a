import type { WebClient } from '@slack/web-api';
import type { Instant } from '../door/ids.ts';
import type { Step } from '../incident/card.ts';
import type { ChannelId } from '../incident/incident.ts';
import { SEVERITIES, type Severity } from '../incident/severity.ts';
import { type CallFailure, isAboutChannel } from './call-outcome.ts';
import {
  type AnnouncerLog,
  type CardRef,
  type CardStepsOptions,
  type Cards,
  createCardSteps,
  type DueStep,
  type StepResult,
} from './card-steps.ts';
import { createTally, type Tally } from './tally.ts';
import {
  type Answered,
  backoffMs,
  createTurns,
  type JobTimes,
  type LaneTimes,
  NEVER,
  PACE,
  type Pace,
} from './turns.ts';

export { PACE, type Pace } from './turns.ts';

export type AnnouncerOptions = Pick<CardStepsOptions, 'beforeDrawing'> & {
  /** A client of its own, without retries: the announcer is the one owner of retries towards Slack. */
  readonly client: WebClient;
  readonly cards: Cards & Crowd;
  readonly log: AnnouncerLog;
  readonly now: () => Instant;
  readonly pace?: Pace;
  /** Hears that a channel takes nothing, with Slack's word for why, and that it takes messages (again). */
  readonly onChannel?: (channel: ChannelId, word: string | undefined) => void;
};

/** What the announcer asks about many cards at once. */
export interface Crowd {
  severity(ref: CardRef): Severity;
  /**
   * Looks whether one message should tell of many, given the cards that wait for their first post in the channel, in their
   * order. What a gathering takes has nothing to post any more. Rejects when saving failed.
   */
  gather(channel: ChannelId, waiting: readonly CardRef[], isCrowded: boolean): Promise<void>;
}

/** A channel that refuses the bot's messages, and Slack's word for why. */
export type ChannelTrouble = { readonly channel: ChannelId; readonly word: string; readonly since: Instant };

export type Announcer = {
  /** Sees to it that this card is brought up to date. Safe to call at any time, any number of times. */
  readonly tell: (ref: CardRef) => void;
  /** Sees to the channel's gatherings, which end by time. */
  readonly attend: (channel: ChannelId) => void;
  /** Somebody has reason to think that a channel which refused takes messages now: the next try is at once. */
  readonly tryAgain: (channel: ChannelId) => void;
  /** Somebody saw that the channel takes messages: what waits goes out at once, and the next no or yes is news again. */
  readonly takesAgain: (channel: ChannelId) => void;
  /** Hears how each step of each card went, once that is saved; the answer ends it. */
  readonly listen: (listener: (ref: CardRef, result: StepResult) => void) => () => void;
  /** Channels that refuse while cards wait for them. */
  readonly troubles: () => readonly ChannelTrouble[];
  /** Cards that wait to be told, and how often in a row Slack gave no answer. */
  readonly backlog: () => { readonly cards: number; readonly failures: number };
  readonly tally: Pick<Tally, 'countsOf' | 'delays'>;
  /** Finishes the call under way and starts no other. */
  readonly stop: () => Promise<void>;
};

type Job = JobTimes & { readonly ref: CardRef; searches: number; failures: number };
type Lane = LaneTimes & {
  readonly channel: ChannelId;
  readonly jobs: Map<string, Job>;
  isToBeAttended: boolean;
  running: Promise<void> | undefined;
};

/** The clock of all waiting: the wall's may be put back by an hour, and an alert would wait that long. */
const steady = (): number => performance.now();

/** Brings cards to their incidents' revisions: in order per channel, within Slack's rates, exactly one message each. */
export function createAnnouncer(options: AnnouncerOptions): Announcer {
  const { cards, log, now, pace = PACE, onChannel = () => {} } = options;
  const tally = createTally(now);
  const steps = createCardSteps({ ...options, tally, startedAt: now() });
  const turns = createTurns(pace);
  const lanes = new Map<ChannelId, Lane>();
  const troubles = new Map<ChannelId, ChannelTrouble>();
  const known = new Set<ChannelId>();
  const sleepers = new Set<() => void>();
  const listeners = new Set<(ref: CardRef, result: StepResult) => void>();
  let stopped = false;

  const laneOf = (channel: ChannelId): Lane => {
    const there = lanes.get(channel);
    if (there !== undefined) return there;
    const lane: Lane = {
      channel,
      jobs: new Map(),
      isToBeAttended: false,
      notBefore: 0,
      lastPostAt: NEVER,
      running: undefined,
    };
    lanes.set(channel, lane);
    return lane;
  };

  const begin = (lane: Lane): void => {
    wake();
    lane.running ??= run(lane);
  };

  const tell = (ref: CardRef): void => {
    if (stopped) return;
    const lane = laneOf(ref.channel);
    const key = `${ref.desk} ${ref.incident}`;
    if (!lane.jobs.has(key)) lane.jobs.set(key, { ref, notBefore: 0, touchedAt: NEVER, searches: 0, failures: 0 });
    begin(lane);
  };

  const run = async (lane: Lane): Promise<void> => {
    // The caller notes that the lane runs before the first card is looked at.
    await Promise.resolve();
    while (!stopped && (lane.jobs.size > 0 || lane.isToBeAttended)) {
      lane.isToBeAttended = false;
      await gather(lane);
      const next = nextJob(lane);
      if (next === undefined) break;
      if (next.step.do === 'nothing') lane.jobs.delete(next.key);
      else if (next.step.do === 'wait' || next.waitMs > 0) await sleep(next.waitMs);
      else await perform(lane, next.job, next.step);
    }
    lane.running = undefined;
  };

  /** Whether one message should tell of many is asked here, where nothing is being posted to the channel. */
  const gather = async (lane: Lane): Promise<void> => {
    const at = now();
    const waiting = [...lane.jobs.values()].map((job) => job.ref).filter((ref) => cards.step(ref, at).do === 'post');
    const isCrowded = waiting.length * pace.postEveryMs > pace.crowdedAfterMs;
    try {
      await cards.gather(lane.channel, waiting, isCrowded);
    } catch (error) {
      // Then each is told by its own card.
      log.error('cards could not be gathered', { channel: lane.channel, error: String(error) });
    }
  };

  /** The card whose turn it is, or will be first: what rings before what is edited, the most severe edit first. */
  const nextJob = (lane: Lane) => {
    const [at, tick] = [now(), steady()];
    const all = [...lane.jobs].map(([key, job]) => {
      const step = cards.step(job.ref, at);
      const severity = cards.severity(job.ref);
      const waitMs =
        step.do === 'wait' ? step.until - at : Math.max(turns.at(step, lane, job, severity, tick) - tick, 0);
      return { key, job, step, waitMs, rank: rankOf(step, severity, job, turns.isSuspect()) };
    });
    const [first, ...others] = all;
    if (first === undefined) return undefined;
    return others.reduce((a, b) => {
      if (a.waitMs <= 0 && b.waitMs <= 0) return b.rank < a.rank ? b : a;
      return b.waitMs < a.waitMs ? b : a;
    }, first);
  };

  const perform = async (lane: Lane, job: Job, step: DueStep): Promise<void> => {
    turns.begun(step, lane, steady());
    let word: Answered = 'answered';
    try {
      const result = await steps.perform(job.ref, step, job.searches);
      word = wordOf(result);
      if (result.kind === 'failed') retreat(lane, job, step, result.failure);
      if (result.kind === 'done') succeeded(job);
      job.searches = result.kind === 'look-again' ? job.searches + 1 : 0;
      if (result.kind === 'look-again') job.notBefore = steady() + pace.searchAgainAfterMs;
      for (const hear of listeners) hear(job.ref, result);
    } catch (error) {
      // A desk could not save: what is saved decides how the card goes on.
      job.failures += 1;
      job.notBefore = steady() + backoffMs(job.failures);
      log.error('a card could not be saved', { ...job.ref, error: String(error) });
    }
    turns.done(word, steady());
    if (step.do === 'post' || step.do === 'update') job.touchedAt = steady();
    if (word === 'answered') wake();
  };

  const succeeded = (job: Job): void => {
    const { channel } = job.ref;
    job.failures = 0;
    if (troubles.delete(channel)) log.info('the channel takes messages again', { channel });
    else if (known.has(channel)) return;
    known.add(channel);
    onChannel(channel, undefined);
  };

  /** Waits before the next try: as long as Slack asks, a minute after a no, else until Slack is back. */
  const retreat = (lane: Lane, job: Job, step: DueStep, failure: CallFailure): void => {
    const { channel } = job.ref;
    job.failures += 1;
    tally.retried(job.ref);
    switch (failure.kind) {
      case 'rate-limited':
        turns.askedToWait(step, lane, steady() + failure.afterMs);
        return;
      case 'refused': {
        const until = steady() + pace.refusedRetryMs;
        // A no to this one message must not hold up the channel's others.
        if (isAboutChannel(failure)) lane.notBefore = until;
        else job.notBefore = until;
        if (troubles.get(channel)?.word === failure.word) return;
        troubles.set(channel, { channel, word: failure.word, since: now() });
        if (!isAboutChannel(failure) && job.failures > 1) return;
        log.error('Slack refuses messages to the channel', { ...job.ref, word: failure.word });
        if (isAboutChannel(failure)) onChannel(channel, failure.word);
        return;
      }
      default:
        if (failure.kind === 'gone') job.notBefore = steady() + backoffMs(job.failures);
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
    attend: (channel) => {
      if (stopped) return;
      const lane = laneOf(channel);
      lane.isToBeAttended = true;
      if (lane.running === undefined) begin(lane);
    },
    tryAgain: (channel) => {
      if (troubles.has(channel)) laneOf(channel).notBefore = 0;
      wake();
    },
    takesAgain: (channel) => {
      troubles.delete(channel);
      known.delete(channel);
      laneOf(channel).notBefore = 0;
      wake();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    troubles: () => [...troubles.values()].filter(({ channel }) => (lanes.get(channel)?.jobs.size ?? 0) > 0),
    backlog: () => ({
      cards: [...lanes.values()].reduce((sum, lane) => sum + lane.jobs.size, 0),
      failures: turns.failures(),
    }),
    tally,
    stop: async () => {
      stopped = true;
      wake();
      await Promise.all([...lanes.values()].map((lane) => lane.running));
    },
  };
}

/** Where Slack gave no answer of its own it is away for every channel at once. */
function wordOf(result: StepResult): Answered {
  if (result.kind === 'doubtful') return 'doubtful';
  if (result.kind !== 'failed') return 'answered';
  return result.failure.kind === 'unclear' || result.failure.kind === 'not-carried-out' ? 'away' : 'answered';
}

/**
 * What fails again and again lets its like go first: it may be the message's own fault. Whether Slack is back is found out
 * by a search where one is owed: a post that is not answered either would be one more to look for.
 */
function rankOf(step: Step, severity: Severity, job: Job, isSuspect: boolean): number {
  const failing = job.failures > 2 ? 0.5 : 0;
  if (isSuspect && step.do === 'find') return -0.1 + failing;
  if (step.do === 'reply') return 0 + failing;
  if (step.do === 'post') return 1 + failing;
  return 2 + (SEVERITIES.length - 1 - SEVERITIES.indexOf(severity)) + failing;
}
