import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DoorEvent } from '../../src/door/event.ts';
import { after, compareEventIds, eventId, type Instant, instant } from '../../src/door/ids.ts';
import { failed } from '../../src/door/problem.ts';
import { KINDS } from '../../src/incident/kinds/index.ts';
import { newPlace, type PlaceState, updatePlace } from '../../src/incident/place.ts';
import { watchPlace } from '../../src/watch/place-watch.ts';
import { type LogSource, logSource } from '../support/log-source.ts';
import { HEARS_ALL, UTC } from '../support/place-spec.ts';
import { at, authenticated, authFailed, JACK, relayOff, relayOn, SHIBUYA } from '../support/rows.ts';

const NOW = at('12:00:00');
const MINUTE = 60_000;

type Ids = (index: number) => string;
const NUMBERS: Ids = (index) => String(1_000_000 + index);
/** As newer services give them: 24 hex digits. */
const HEX: Ids = (index) => (0x65_0000_0000 + index).toString(16).padStart(24, '0');

/** A number between 0 and 1 for each index, always the same one. */
const chance = (index: number): number => ((index * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;

/** At least so many rows of what happened at some doors until a moment: people let in, failures, and doors unlocked without a person. */
function happened(count: number, doors: number, until: Instant, spacingMs: number): readonly DoorEvent[] {
  const rows: DoorEvent[] = [];
  for (let index = 0; rows.length < count; index += 1) {
    const time = instant(until - Math.round((count / 3 - index) * spacingMs));
    const door = String(181 + (index % doors));
    const what = chance(index);
    if (what < 0.25) rows.push(authFailed(time, { door }), authFailed(after(time, 700), { door }));
    else if (what < 0.9)
      rows.push(
        authenticated(JACK, time, { door }),
        relayOn(after(time, 40), { door }),
        relayOff(after(time, 3_040), { door }),
      );
    else rows.push(relayOn(time, { door }), relayOff(after(time, 3_000), { door }));
  }
  return rows;
}

/** The rows with ids in the order of their arrival: each up to ten minutes and 2,000 rows from its place in time. */
function shuffled(rows: readonly DoorEvent[], ids: Ids, firstId: number): readonly DoorEvent[] {
  const arrival = rows.map((row, index) => ({
    row,
    order: index + 1_900 * chance(index + 17),
    at: row.at + 9 * MINUTE * chance(index + 17),
  }));
  const inOrder = arrival.sort((a, b) => a.order - b.order);
  return inOrder.map(({ row }, index) => ({ ...row, id: eventId(ids(firstId + index)) }));
}

/** A tenth of the rows of each page twice. */
const doubling = (source: LogSource): void => {
  const { page } = source;
  source.page = async (request, signal) => {
    const answer = await page(request, signal);
    if (!answer.ok) return answer;
    const events = answer.value.events.flatMap((event, index) => (index % 10 === 3 ? [event, event] : [event]));
    return { ok: true, value: { ...answer.value, events } };
  };
};

/** A place that was watched until the outage, and what its desk took since. */
function afterOutage(source: LogSource, past: readonly DoorEvent[]) {
  let now = NOW;
  let steadyMs = 0;
  const seen = updatePlace(newPlace(SHIBUYA), rowsSeen(past, true), after(NOW, -24 * 60 * MINUTE), KINDS, UTC).state;
  const saved: PlaceState[] = [];
  const watch = watchPlace({
    place: SHIBUYA,
    initial: seen,
    source,
    kinds: KINDS,
    zone: UTC,
    subscriptions: () => HEARS_ALL,
    now: () => now,
    steady: () => steadyMs,
    run: () => {},
    store: {
      save: async (_, value) => {
        saved.push(value as PlaceState);
      },
    },
  });
  return {
    watch,
    saved,
    state: () => watch.desk.state(),
    taken: () => watch.desk.state().rowsSeen - seen.rowsSeen,
    poll: async () => {
      now = after(now, 5_000);
      return await watch.poll(AbortSignal.timeout(20_000));
    },
    /** How long each page takes, by the clock that is never put back. */
    pagesTake: (ms: number) => {
      source.beforePage = () => {
        steadyMs += ms;
      };
    },
    atOnce: (rows: readonly DoorEvent[]) => updatePlace(seen, rowsSeen(rows, true), now, KINDS, UTC).state,
  };
}

const rowsSeen = (events: readonly DoorEvent[], complete: boolean) =>
  ({
    kind: 'rows-seen',
    events: newestFirst(events),
    complete,
    olderRowsExist: true,
    subscriptions: HEARS_ALL,
  }) as const;

const newestFirst = (events: readonly DoorEvent[]) => [...events].sort((a, b) => compareEventIds(b.id, a.id));

// A path counts tries that were given up, which late rows are some time after they were seen: it has tests of its own.
const found = (state: PlaceState): readonly string[] =>
  state.incidents
    .filter((incident) => incident.mergedInto === undefined && incident.isUnfounded !== true)
    .filter((incident) => incident.facts.kind !== 'walk-around')
    .map((incident) => `${incident.door} ${JSON.stringify(incident.facts)}`)
    .sort();

const PAST = (ids: Ids) => shuffled(happened(300, 20, after(NOW, -25 * 60 * MINUTE), 4_000), ids, 0);

describe('ten thousand rows behind', () => {
  for (const [form, ids] of [
    ['numbers', NUMBERS],
    ['hex digits', HEX],
  ] as const) {
    for (const doors of [1, 20]) {
      it(`at ${doors === 1 ? 'one door' : `${doors} doors`}, ids in ${form}, shuffled, doubled, and live rows meanwhile: each taken once`, async () => {
        const backlog = shuffled(happened(10_000, doors, NOW, doors === 1 ? 20_000 : 4_000), ids, 1_000);
        const source = logSource([...PAST(ids), ...backlog]);
        doubling(source);
        const { poll, taken, state, atOnce } = afterOutage(source, PAST(ids));
        const live: DoorEvent[] = [];
        source.beforePage = (page) => {
          if (page % 4 !== 0 || live.length >= 100) return;
          const time = after(NOW, live.length * 50);
          const row = authFailed(time, { id: ids(20_000 + live.length), door: String(181 + (live.length % doors)) });
          live.push(row);
          source.add(row);
        };
        await poll();
        source.beforePage = () => {};
        await poll();
        assert.ok(live.length > 9, `${live.length} live rows`);
        assert.equal(taken(), backlog.length + live.length);
        assert.equal(state().memory.owesDeepRead, false);
        assert.deepEqual(found(state()), found(atOnce([...backlog, ...live])));
      });
    }
  }

  it('is read on by the next ticks where a page takes long, and what happens now is told meanwhile', async () => {
    const backlog = shuffled(happened(10_000, 20, NOW, 4_000), NUMBERS, 1_000);
    const source = logSource([...PAST(NUMBERS), ...backlog]);
    const { poll, taken, state, pagesTake, watch, atOnce } = afterOutage(source, PAST(NUMBERS));
    pagesTake(1_500);
    const live: DoorEvent[] = [];
    let ticks = 0;
    do {
      const row = authFailed(after(NOW, ticks * 5_000), { id: NUMBERS(20_000 + ticks), door: 'live' });
      live.push(row);
      source.add(row);
      assert.equal(await poll(), undefined);
      assert.equal(watch.health().problem, undefined);
      const told = state().incidents.flatMap(({ door, facts }) =>
        door === 'live' && facts.kind === 'failures' ? [facts.count] : [],
      );
      assert.deepEqual(told, [live.length], 'the live row is told by the tick that follows it');
      ticks += 1;
    } while (state().memory.owesDeepRead && ticks < 40);
    assert.ok(ticks > 3 && ticks < 40, `${ticks} ticks`);
    assert.equal(taken(), backlog.length + live.length);
    assert.deepEqual(found(state()), found(atOnce([...backlog, ...live])));
  });

  it('is read on where CLUe refuses a token, breaks off or answers late in the midst of it', async () => {
    const backlog = shuffled(happened(10_000, 1, NOW, 20_000), HEX, 1_000);
    const source = logSource([...PAST(HEX), ...backlog]);
    const { poll, taken, state, atOnce } = afterOutage(source, PAST(HEX));
    const { page } = source;
    const problems = [
      { kind: 'not-allowed' },
      { kind: 'unreachable', detail: 'the connection broke' },
      { kind: 'timeout', afterMs: 10_000 },
      { kind: 'login-waits', until: NOW },
    ] as const;
    let pages = 0;
    let refused = 0;
    source.page = async (request, signal) => {
      pages += 1;
      const problem = pages % 13 === 0 ? problems[refused++ % problems.length] : undefined;
      return problem === undefined ? await page(request, signal) : failed(problem);
    };
    let ticks = 0;
    do {
      await poll();
      ticks += 1;
    } while (state().memory.owesDeepRead && ticks < 20);
    assert.ok(refused >= 3, `${refused} refusals`);
    assert.equal(taken(), backlog.length);
    assert.deepEqual(found(state()), found(atOnce(backlog)));
    assert.ok(pages < 80, `${pages} pages were asked for, of 42`);
  });

  it('reaches the desk in bounded parts, oldest first, and only the last of them says that all was read', async () => {
    const backlog = shuffled(happened(10_000, 20, NOW, 4_000), NUMBERS, 1_000);
    const source = logSource([...PAST(NUMBERS), ...backlog]);
    const { poll, saved } = afterOutage(source, PAST(NUMBERS));
    await poll();
    const steps = saved.map((state, index) => state.rowsSeen - (saved[index - 1]?.rowsSeen ?? PAST(NUMBERS).length));
    assert.ok(
      steps.every((rows) => rows <= 1_000),
      `rows at once: ${steps.join(', ')}`,
    );
    assert.deepEqual(
      saved.map((state) => state.memory.owesDeepRead),
      [...Array(steps.length - 1).fill(true), false],
    );
    const newest = saved.map(
      (state) =>
        state.memory.batches
          .flatMap((batch) => batch.ids)
          .sort(compareEventIds)
          .at(-1) ?? '',
    );
    assert.deepEqual(newest, newest.toSorted());
  });

  it('loses nothing when a save fails in the midst of it', async () => {
    const backlog = shuffled(happened(5_000, 20, NOW, 4_000), NUMBERS, 1_000);
    const source = logSource([...PAST(NUMBERS), ...backlog]);
    const { poll, taken, state, saved, atOnce } = afterOutage(source, PAST(NUMBERS));
    const push = saved.push.bind(saved);
    saved.push = (...values) => {
      if (saved.length === 2) {
        saved.push = push;
        throw new Error('disk full');
      }
      return push(...values);
    };
    await assert.rejects(poll(), /disk full/);
    assert.equal(taken(), 2_000);
    await poll();
    assert.equal(taken(), backlog.length);
    assert.deepEqual(found(state()), found(atOnce(backlog)));
  });

  it('finds the end of a spell that was read long before its beginning', async () => {
    const spell = [
      relayOn(after(NOW, -5 * 60 * MINUTE), { id: NUMBERS(1_255) }),
      relayOff(after(NOW, -5 * 60 * MINUTE + 3_000), { id: NUMBERS(1_256) }),
    ];
    const around = Array.from({ length: 500 }, (_, index) =>
      authFailed(after(NOW, -6 * 60 * MINUTE + index * 1_000), {
        id: NUMBERS(index < 255 ? 1_000 + index : 1_002 + index),
        door: '199',
      }),
    );
    const source = logSource([...PAST(NUMBERS), ...around, ...spell]);
    const { poll, state } = afterOutage(source, PAST(NUMBERS));
    source.failsFrom = 1;
    for (let minutes = 0; minutes < 30; minutes += 1) {
      source.add(authFailed(after(NOW, minutes * MINUTE), { id: NUMBERS(3_000 + minutes), door: '198' }));
      for (let tick = 0; tick < 12; tick += 1) await poll();
    }
    assert.ok(state().memory.owesDeepRead);
    source.failsFrom = undefined;
    await poll();
    const spells = state().incidents.filter((one) => one.facts.kind === 'unlocks' && one.door === '181');
    assert.deepEqual(
      spells.map((one) => one.facts),
      [{ kind: 'unlocks', since: spell[0]?.at, until: spell[1]?.at, entries: [], withoutPerson: 1 }],
    );
  });
});
