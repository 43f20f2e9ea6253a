import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDigests, TRY_AGAIN_MS, TRY_FOR_MS } from '../src/digests.ts';
import type { DoorEvent } from '../src/door/event.ts';
import { after, doorId, type Instant } from '../src/door/ids.ts';
import { failed, ok } from '../src/door/problem.ts';
import { openZone } from '../src/door/zone.ts';
import { type ChannelState, newChannel, updateChannel } from '../src/incident/channel.ts';
import { type Digest, digestPlan } from '../src/incident/digest.ts';
import { channelId, incidentId } from '../src/incident/incident.ts';
import { newPlace, type PlaceState } from '../src/incident/place.ts';
import { at, authFailed, relayOff, relayOn, SHIBUYA } from './support/rows.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TOKYO = openZone('Asia/Tokyo');
// 20 November, 09:00 in Tokyo.
const DUE = at('00:00:00');

/** Channels with a digest each day at nine, and a CLUe that answers or does not. */
function given({
  channels = 1,
  startedAt = after(DUE, -60 * MINUTE),
  weekday,
  rows = [authFailed(after(DUE, -MINUTE))],
}: {
  channels?: number;
  rows?: readonly DoorEvent[];
  weekday?: 5;
  startedAt?: Instant;
} = {}) {
  let now = startedAt;
  let isAway = false;
  let incidents: PlaceState['incidents'] = [];
  let asked = 0;
  const plan = digestPlan(9 * 60, weekday, { now: after(DUE, -MINUTE), zone: TOKYO });
  const states = new Map<string, ChannelState>();
  const desks = Array.from({ length: channels }, (_, index) => {
    const id = channelId(`C${index}`);
    states.set(id, { ...newChannel(id), digest: plan });
    const state = (): ChannelState => states.get(id) ?? assert.fail();
    const send = async (message: Parameters<typeof updateChannel>[1]): Promise<void> => {
      states.set(id, updateChannel(state(), message, now, TOKYO).state);
    };
    return [id, { state, send }] as const;
  });
  const digests = createDigests({
    channels: new Map(desks),
    desks: new Map(),
    watches: new Map([[SHIBUYA, { desk: { state: () => ({ ...newPlace(SHIBUYA), incidents }) } }]]),
    clue: {
      page: async () => {
        asked += 1;
        if (isAway) return failed({ kind: 'unreachable', detail: 'away' });
        const seen = rows.filter((row) => row.at <= now).sort((a, b) => b.at - a.at);
        return ok({ total: seen.length, events: seen, malformed: 0 });
      },
    },
    zone: TOKYO,
    startedAt,
    now: () => now,
    log: {
      info: () => {},
      warn: () => {},
      error: (message, fields) => assert.fail(`${message} ${JSON.stringify(fields)}`),
    },
  });
  return {
    asked: () => asked,
    atHand: (are: PlaceState['incidents']) => {
      incidents = are;
    },
    away: (is: boolean) => {
      isAway = is;
    },
    look: async (moment: Instant): Promise<void> => {
      now = moment;
      await digests.look();
    },
    digests,
    told: (): readonly Digest[] =>
      [...states.values()].flatMap((state) =>
        state.incidents.flatMap(({ facts }) => (facts.kind === 'digest' ? [facts] : [])),
      ),
    state: (): ChannelState => states.get('C0') ?? assert.fail(),
    set: (state: ChannelState) => states.set('C0', state),
  };
}

describe('digests that are due', () => {
  it('are made once, however often it is looked, and the log is read once for all channels', async () => {
    const one = given({ channels: 3 });
    await one.look(after(DUE, -1));
    assert.equal(one.asked(), 0);
    await one.look(DUE);
    await one.look(after(DUE, MINUTE));
    assert.equal(one.told().length, 3);
    assert.equal(one.asked(), 1);
    const [first] = one.told();
    assert.equal(first?.failures, 1);
    assert.equal(first?.late, undefined);
  });

  it('are never made twice at once', async () => {
    const one = given();
    await one.look(after(DUE, -1));
    await Promise.all([one.look(DUE), one.look(DUE)]);
    assert.equal(one.asked(), 1);
  });

  it('wait for a CLUe that is away: every five minutes for an hour, then they say what is missing', async () => {
    const one = given();
    one.away(true);
    for (let minute = 0; minute < 60; minute += 1) await one.look(after(DUE, minute * MINUTE));
    assert.equal(one.asked(), TRY_FOR_MS / TRY_AGAIN_MS);
    assert.deepEqual(one.told(), []);
    await one.look(after(DUE, TRY_FOR_MS));
    const [digest] = one.told();
    assert.deepEqual(digest?.unread, [SHIBUYA]);
    assert.deepEqual(digest?.late, { ms: TRY_FOR_MS, why: 'unread' });
  });

  it('are whole where CLUe is back in time', async () => {
    const one = given();
    one.away(true);
    await one.look(DUE);
    one.away(false);
    await one.look(after(DUE, TRY_AGAIN_MS));
    assert.deepEqual([one.told()[0]?.unread, one.told()[0]?.failures], [[], 1]);
  });

  it('wait while their channel rests, and are left out where that took too long', async () => {
    const one = given();
    const awake = one.state();
    one.set({ ...awake, restsSince: DUE });
    await one.look(DUE);
    assert.equal(one.asked(), 0);
    one.set(awake);
    await one.look(after(DUE, 12 * HOUR));
    assert.deepEqual([one.told(), one.state().digest?.skipped], [[], DUE]);
  });

  it('tell how long a door was unlocked across the moment of one of them, also where it was only left so', async () => {
    const since = after(DUE, -10 * MINUTE);
    const one = given({ rows: [relayOn(since), relayOff(after(DUE, 11 * HOUR))] });
    one.atHand([
      {
        id: incidentId('left-unlocked/1'),
        facts: { kind: 'left-unlocked', since, minutes: 10 },
        place: SHIBUYA,
        door: doorId('181'),
        revision: 1,
        lastReason: 'opened',
        openedAt: DUE,
        seenAfterMs: 0,
        seenAt: DUE,
        cards: [],
      },
    ]);
    await one.look(DUE);
    one.atHand([]);
    await one.look(after(DUE, DAY));
    const spell = { place: SHIBUYA, door: doorId('181'), since };
    assert.deepEqual(
      one.told().map(({ longest }) => longest),
      [spell, { ...spell, until: after(DUE, 11 * HOUR) }],
    );
    assert.deepEqual(one.state().digestMemory?.unlocked, []);
  });

  it('keep the doors that were unlocked of a place that could not be read', async () => {
    const since = after(DUE, -10 * MINUTE);
    const one = given({ rows: [relayOn(since), relayOff(after(DUE, DAY + HOUR))] });
    await one.look(DUE);
    one.away(true);
    await one.look(after(DUE, DAY));
    await one.look(after(DUE, DAY + TRY_FOR_MS));
    one.away(false);
    await one.look(after(DUE, 2 * DAY));
    assert.equal(one.told().length, 3);
    assert.equal(one.told().at(-1)?.longest?.since, since);
  });

  it('of a week are told while the next one is no nearer than they are', async () => {
    const told = async (lateMs: number) => {
      const one = given({ weekday: 5 });
      await one.look(after(DUE, lateMs));
      return [one.told().length, one.state().digest?.skipped];
    };
    assert.deepEqual(await told(13 * HOUR), [1, undefined]);
    assert.deepEqual(await told(3.5 * DAY - 1), [1, undefined]);
    assert.deepEqual(await told(3.5 * DAY), [0, DUE]);
  });

  it('say that the bot was off, where it was', async () => {
    const one = given({ startedAt: after(DUE, 2 * 60 * MINUTE) });
    await one.look(after(DUE, 2 * 60 * MINUTE));
    assert.deepEqual(one.told()[0]?.late, { ms: 2 * 60 * MINUTE, why: 'off' });
  });
});
