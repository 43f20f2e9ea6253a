import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { DoorEvent } from '../../src/door/event.ts';
import { after, type Instant } from '../../src/door/ids.ts';
import { nextStep, type Outcome, type Part } from '../../src/incident/card.ts';
import { type ChannelId, channelId, type IncidentId } from '../../src/incident/incident.ts';
import { KINDS } from '../../src/incident/kinds/index.ts';
import {
  type Effect,
  type PlaceMessage,
  type PlaceState,
  unfinishedCards,
  updatePlace,
} from '../../src/incident/place.ts';
import type { Subscription } from '../../src/incident/subscription.ts';
import { TOPICS } from '../../src/incident/topic.ts';
import { TRAIL_MS } from '../../src/incident/trail.ts';
import { placeValue } from '../../src/store/values.ts';
import { END, found, LAST_TICK, LATER, rowsInTicks } from '../support/happenings.ts';
import { aPlace, UTC } from '../support/place-spec.ts';
import { type Fate, type TinySlack, tinySlack } from '../support/tiny-slack.ts';

const CHANNELS = [channelId('C0ALERTS'), channelId('C0NIGHT')];
const HEARING: readonly Subscription[] = CHANNELS.map((channel) => ({
  channel,
  id: 'all',
  topics: TOPICS,
  after: 1,
}));

/** The process dies here; what was not saved is gone. */
class Crash extends Error {}

type Job = { readonly incident: IncidentId; readonly channel: ChannelId; searches: number };

/** Decides what goes wrong next; everything is fine once it has run out. */
type Luck = { readonly crashes: () => boolean; readonly fate: () => Fate };

function luckOf(numbers: readonly number[]): Luck {
  let used = 0;
  const next = (): number => numbers[used++] ?? 99;
  const FATES: readonly Fate[] = ['refused', 'answer-lost', 'never-arrived', 'late', 'very-late'];
  return { crashes: () => next() < 8, fate: () => FATES[Math.floor(next() / 8)] ?? 'fine' };
}

/** A bot of one place: its desk, its announcer's jobs and the store, which alone outlives a crash. */
function aBot(slack: TinySlack, luck: Luck) {
  let stored = JSON.stringify(aPlace());
  let state: PlaceState = aPlace();
  let jobs = new Map<string, Job>();

  const run = (effects: readonly Effect[]): void => {
    for (const effect of effects) {
      if (effect.kind !== 'tell') continue;
      const { incident, channel } = effect;
      const key = `${incident} ${channel}`;
      if (!jobs.has(key)) jobs.set(key, { incident, channel, searches: 0 });
    }
  };
  const mayCrash = (): void => {
    if (luck.crashes()) throw new Crash();
  };
  /** As a desk does: update, save, and only then the effects. */
  const send = (message: PlaceMessage, now: Instant): void => {
    const next = updatePlace(state, message, now, KINDS, UTC);
    mayCrash();
    stored = JSON.stringify(next.state);
    mayCrash();
    state = next.state;
    run(next.effects);
  };
  const report = (job: Job, part: Part, outcome: Outcome, now: Instant): void =>
    send({ kind: 'card', incident: job.incident, channel: job.channel, part, outcome }, now);

  /** As the announcer does: one step of one card. Answers with the moment until which there is nothing to do. */
  const perform = (key: string, job: Job, now: Instant): Instant | undefined => {
    const incident = state.incidents.find((one) => one.id === job.incident);
    const card = incident?.cards.find((one) => one.channel === job.channel);
    const step = incident && card ? nextStep(incident, card, now) : ({ do: 'nothing' } as const);
    const searched = job.searches;
    job.searches = 0;
    switch (step.do) {
      case 'nothing':
        jobs.delete(key);
        return undefined;
      case 'wait':
        return step.until;
      case 'post':
      case 'reply': {
        const part = step.do === 'post' ? 'card' : step.part;
        report(job, part, { kind: 'posting' }, now);
        const revision = state.incidents.find((one) => one.id === job.incident)?.revision ?? 0;
        const thread = step.do === 'reply' ? { thread: step.to } : {};
        const message = { ...keyOf(job, part, step.generation), revision, ...thread };
        const answer = slack.post(message, luck.fate(), now);
        mayCrash();
        if (answer.kind === 'posted') report(job, part, { ...answer, revision }, now);
        if (answer.kind === 'refused') report(job, part, { kind: 'not-posted' }, now);
        return undefined;
      }
      case 'update': {
        const isDone = slack.update(step.ts, step.revision, luck.fate());
        mayCrash();
        if (isDone) report(job, step.part ?? 'card', { kind: 'updated', revision: step.revision }, now);
        return undefined;
      }
      case 'find': {
        const [first] = slack.search(keyOf(job, step.part, step.generation), now);
        if (first !== undefined)
          report(job, step.part, { kind: 'posted', ts: first.ts, revision: first.revision }, now);
        else if (searched > 0) report(job, step.part, { kind: 'not-found' }, now);
        else job.searches = 1;
        return undefined;
      }
      case 'check-twins': {
        const twins = slack.search(keyOf(job, step.part, step.generation), now);
        const keep = twins.find((one) => slack.hasReplies(one.ts))?.ts ?? twins[0]?.ts ?? step.ts;
        for (const twin of twins) if (twin.ts !== keep) slack.remove(twin.ts);
        mayCrash();
        report(job, step.part, { kind: 'twins-checked', ...(keep !== undefined && { ts: keep }) }, now);
        return undefined;
      }
    }
  };

  /** Runs until the bot dies; then it starts again, from what was saved. */
  const alive = <Value>(doing: () => Value): Value | undefined => {
    try {
      return doing();
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      state = placeValue.parse(JSON.parse(stored));
      jobs = new Map();
      run(unfinishedCards(state));
      return undefined;
    }
  };

  return {
    state: () => state,
    hasJobs: () => jobs.size > 0,
    sees: (events: readonly DoorEvent[], complete: boolean, now: Instant): void => {
      alive(() => send({ kind: 'rows-seen', events, complete, olderRowsExist: false, subscriptions: HEARING }, now));
    },
    /** One step of each card, a second each; the moment when all is done, or can go on. */
    announce: (from: Instant): Instant => {
      let now = from;
      const waits: Instant[] = [];
      for (const [key, job] of [...jobs]) {
        if (jobs.get(key) !== job) continue;
        now = after(now, 1_000);
        const until = alive(() => perform(key, job, now));
        if (until !== undefined) waits.push(until);
      }
      const isIdle = jobs.size > 0 && waits.length === jobs.size;
      return isIdle ? waits.reduce((a, b) => (a < b ? a : b)) : now;
    },
  };
}

const keyOf = ({ incident, channel }: Job, part: Part, generation: number) => ({ incident, channel, part, generation });

const troubles = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 30, maxLength: 300 });

describe('a crash after any step', () => {
  it('ends in the same incidents and the same cards, whatever the ticks and whatever Slack loses', () => {
    const met = { crashes: 0, lost: 0, twins: 0, compared: 0 };
    fc.assert(
      fc.property(rowsInTicks, troubles, fc.array(fc.boolean()), ({ rows, ticks }, numbers, incomplete) => {
        const slack = counting(tinySlack(), met);
        const luck = luckOf(numbers);
        const bot = aBot(slack, { ...luck, crashes: () => luck.crashes() && ++met.crashes > 0 });
        let now = after(END, -60_000);
        for (let tick = 0; tick <= LAST_TICK; tick += 1) {
          // What a crash swallowed is still there to be read.
          const visible = rows.filter((_, index) => (ticks[index] ?? 0) <= tick).reverse();
          bot.sees(visible, incomplete[tick] !== true, now);
          now = after(bot.announce(now), 5_000);
        }
        // A Slack that loses much can take a quarter of an hour: then the first rows are forgotten when the last come.
        const wereTogether = now - END < TRAIL_MS - 120_000;
        const all = [...rows].reverse();
        let seenAt = now;
        // What is told is forgotten after a while: the last that was known of each is compared.
        const known = new Map<IncidentId, PlaceState['incidents'][number]>();
        for (const moment of [END, ...LATER]) {
          now = now > moment ? now : moment;
          for (let turn = 0; bot.hasJobs() || turn < 15; turn += 1) {
            assert.ok(turn < 1_000, 'the cards come to rest');
            seenAt = now;
            bot.sees(all, true, now);
            now = after(bot.announce(now), 100);
            for (const incident of bot.state().incidents) known.set(incident.id, incident);
          }
        }
        const incidents = [...known.values()];

        const atOnce = [END, ...LATER, seenAt].reduce(
          (state, moment) => updatePlace(state, rowsSeen(all), moment, KINDS, UTC).state,
          aPlace(),
        );
        if (wereTogether) {
          assert.deepEqual(found({ incidents }), found(atOnce));
          met.compared += 1;
        }
        for (const channel of CHANNELS) {
          for (const incident of incidents) {
            const messages = slack.messages().filter((one) => one.incident === incident.id && one.channel === channel);
            const cards = messages.filter((one) => one.part === 'card');
            const isOne = incident.mergedInto === undefined && incident.isUnfounded !== true;
            if (isOne) assert.equal(cards.length, 1, `${incident.id} in ${channel}`);
            assert.ok(cards.length <= 1);
            assert.ok(
              cards.every((one) => one.revision === incident.revision),
              'the last state is told',
            );
            const posted = incident.cards.find((one) => one.channel === channel)?.posted ?? Number.POSITIVE_INFINITY;
            const owed = (incident.notes ?? []).filter((note) => note.revision > posted);
            const replies = messages.filter((one) => one.part !== 'card');
            if (isOne) assert.equal(replies.length, owed.length, 'what rings, rings once');
            assert.ok(replies.every((one) => one.thread === cards[0]?.ts));
          }
        }
        assert.ok(
          slack.messages().every((one) => known.has(one.incident)),
          'no message is about nothing',
        );
      }),
      { numRuns: 300 },
    );
    // A run in which nothing went wrong would prove nothing.
    assert.ok(met.crashes > 300 && met.lost > 100 && met.twins > 10 && met.compared > 200, JSON.stringify(met));
  });
});

const rowsSeen = (events: readonly DoorEvent[]) =>
  ({ kind: 'rows-seen', events, complete: true, olderRowsExist: false, subscriptions: HEARING }) as const;

/** The Slack, and how often it lost an answer or removed a twin. */
function counting(slack: TinySlack, met: { lost: number; twins: number }): TinySlack {
  return {
    ...slack,
    post: (message, fate, now) => {
      const answer = slack.post(message, fate, now);
      if (answer.kind === 'unclear') met.lost += 1;
      return answer;
    },
    remove: (ts) => {
      met.twins += 1;
      slack.remove(ts);
    },
  };
}
