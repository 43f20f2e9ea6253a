import { after, type Instant, type PlaceId } from './door/ids.ts';
import type { Problem } from './door/problem.ts';
import { SEARCH_BEFORE_MS } from './incident/card.ts';
import type { HouseMessage, HouseState } from './incident/house.ts';
import { type Card, type ChannelId, type IncidentId, incidentId } from './incident/incident.ts';
import type { Announcer } from './slack/announcer.ts';
import { sortFailure } from './slack/call-outcome.ts';
import type { Found, Whereabouts } from './slack/card-key.ts';
import type { TestAlert } from './slack/commands/ports.ts';
import type { ClueAnswer, ReadBack, TestAlertReport } from './slack/messages/test-report.ts';
import type { Desk } from './watch/desk.ts';
import type { EventSource } from './watch/poll.ts';

export type TestAlertOptions = {
  readonly source: EventSource;
  /** The newest row of the first of them is asked for. */
  readonly places: readonly PlaceId[];
  readonly house: Desk<HouseState, HouseMessage>;
  readonly announcer: Pick<Announcer, 'listen' | 'tell' | 'tryAgain'>;
  /** Looks for a message as the bot would look for an alert whose answer was lost. Throws what Slack's client throws. */
  readonly search: (where: Whereabouts) => Promise<readonly Found[]>;
  readonly now: () => Instant;
  /** CLUe is given up after so long, in milliseconds. */
  readonly clueMs?: number;
  /** Slack is given up after so long, in milliseconds. */
  readonly slackMs?: number;
};

/** One person asks at most once in this time, in milliseconds. */
export const ONCE_IN_MS = 10_000;

/** Sends marked alerts through the whole chain on demand, and measures each step by a clock that nobody sets. */
export function createTestAlerts(options: TestAlertOptions): TestAlert & { readonly stop: () => void } {
  const { source, places, house, announcer, search, now, clueMs = 10_000, slackMs = 30_000 } = options;
  const stopping = new AbortController();
  const underWay = new Set<ChannelId>();
  let asked: readonly { readonly by: string; readonly at: number }[] = [];

  const askClue = async (): Promise<ClueAnswer> => {
    const began = performance.now();
    const signal = AbortSignal.any([AbortSignal.timeout(clueMs), stopping.signal]);
    const gone: Problem = { kind: 'timeout', afterMs: clueMs };
    const pages = places.slice(0, 1).map(async (place) => {
      const answer = await source.page({ place, page: 0, size: 1, order: 'newest-first' }, signal);
      return answer.ok ? undefined : answer.problem;
    });
    const problem = await Promise.race([aborted(signal).then(() => gone), Promise.any(pages).catch(() => gone)]);
    const ms = performance.now() - began;
    return problem === undefined ? { kind: 'answered', ms } : { kind: 'away', ms, problem };
  };

  /** Waits until the card stands, or Slack says no; the word is its own. */
  const untilTold = async (id: IncidentId, signal: AbortSignal): Promise<Card | string | undefined> => {
    const told = Promise.withResolvers<Card | string>();
    const mute = announcer.listen((ref, result) => {
      if (ref.incident !== id) return;
      const card = house.state().incidents.find((one) => one.id === id)?.cards[0];
      if (result.kind === 'failed' && result.failure.kind === 'refused') told.resolve(result.failure.word);
      else if (card?.ts !== undefined) told.resolve(card);
    });
    try {
      return await Promise.race([told.promise, aborted(signal)]);
    } finally {
      mute();
    }
  };

  const readBack = async (id: IncidentId, { channel, generation }: Card): Promise<ReadBack> => {
    const began = performance.now();
    const key = { incident: id, part: 'card', generation } as const;
    try {
      const found = await search({ channel, key, from: after(now(), -SEARCH_BEFORE_MS) });
      return { kind: 'found', ms: performance.now() - began, times: found.length };
    } catch (error) {
      const failure = sortFailure(error);
      const word = failure.kind === 'refused' ? failure.word : failure.kind;
      return { kind: 'unreadable', ms: performance.now() - began, word };
    }
  };

  const run = async (channel: ChannelId, by: string, over: AbortSignal): Promise<TestAlertReport> => {
    const began = performance.now();
    const clue = await askClue();
    const id = incidentId(`test/${channel}/${now()}`);
    const withdraw = (): Promise<unknown> => house.send({ kind: 'test-withdrawn', id }).catch(() => undefined);
    // Somebody may have invited the bot since it was refused last.
    announcer.tryAgain(channel);
    const savingAt = performance.now();
    const told = untilTold(id, AbortSignal.any([AbortSignal.timeout(slackMs), stopping.signal, over]));
    const saving = house.send({ kind: 'test-alert', id, by, channel }).then(
      () => true,
      () => false,
    );
    if (!(await Promise.race([saving, told.then(() => false)]))) {
      void withdraw();
      return { kind: 'not-saved', clue };
    }
    const savedAt = performance.now();
    const savedMs = savedAt - savingAt;
    const outcome = await told;
    if (outcome === undefined) return { kind: 'silence', clue, savedMs, afterMs: slackMs };
    if (typeof outcome === 'string') {
      // Told once the bot is invited, it would be a riddle.
      await withdraw();
      announcer.tell({ desk: 'house', incident: id, channel });
      return { kind: 'refused', clue, savedMs, word: outcome };
    }
    const postedMs = performance.now() - savedAt;
    const back = await readBack(id, outcome);
    return { kind: 'told', clue, savedMs, postedMs, readBack: back, totalMs: performance.now() - began };
  };

  return {
    send: async (channel, by) => {
      const at = performance.now();
      asked = asked.filter((one) => at - one.at < ONCE_IN_MS);
      if (underWay.has(channel)) return { kind: 'under-way' };
      const before = asked.find((one) => one.by === by);
      if (before !== undefined) return { kind: 'too-soon', waitMs: ONCE_IN_MS - (at - before.at) };
      asked = [...asked, { by, at }];
      underWay.add(channel);
      const over = new AbortController();
      try {
        return await run(channel, by, over.signal);
      } finally {
        underWay.delete(channel);
        over.abort();
      }
    },
    stop: () => stopping.abort(),
  };
}

const aborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
