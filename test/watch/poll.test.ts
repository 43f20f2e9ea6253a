import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DoorEvent } from '../../src/door/event.ts';
import { after, instant } from '../../src/door/ids.ts';
import { ok } from '../../src/door/problem.ts';
import { KINDS } from '../../src/incident/kinds/index.ts';
import { newPlace, type PlaceState } from '../../src/incident/place.ts';
import { watchPlace } from '../../src/watch/place-watch.ts';
import { type LogSource, logSource } from '../support/log-source.ts';
import { HEARS_ALL, UTC } from '../support/place-spec.ts';
import { at, authFailed, SHIBUYA } from '../support/rows.ts';

const START = at('09:00:00');

/** `count` failures, a second apart, with ids from `firstId` on. */
function rows(count: number, firstId: number, from = START): readonly DoorEvent[] {
  return Array.from({ length: count }, (_, index) =>
    authFailed(after(from, index * 1_000), { id: String(firstId + index) }),
  );
}

/** What happened long before the watch began. */
const past = (count: number) => rows(count, 10_000, at('02:00:00'));

/** A watch over a source, with a clock moved by hand, and every taken row counted. */
function watching(source: LogSource, initial: PlaceState = newPlace(SHIBUYA), mayBeSaved = (): boolean => true) {
  let now = START;
  const saved: PlaceState[] = [];
  const watch = watchPlace({
    place: SHIBUYA,
    initial,
    source,
    kinds: KINDS,
    zone: UTC,
    subscriptions: () => HEARS_ALL,
    now: () => now,
    run: () => {},
    store: {
      save: async (_, value) => {
        if (!mayBeSaved()) throw new Error('the disk is full');
        saved.push(value as PlaceState);
      },
    },
  });
  return {
    watch,
    saved,
    poll: async (ms = 5_000) => {
      now = instant(now + ms);
      return await watch.poll(AbortSignal.timeout(5_000));
    },
    taken: () => watch.desk.state().rowsSeen,
    failuresTold: () =>
      watch.desk.state().incidents.reduce((n, one) => n + (one.facts.kind === 'failures' ? one.facts.count : 0), 0),
  };
}

describe('reading a place', () => {
  it('takes the first page as seen at first sight, and asks for no more', async () => {
    const source = logSource(past(3_000));
    const { poll, taken, failuresTold } = watching(source);
    await poll();
    assert.deepEqual([source.asked, taken(), failuresTold()], [[0], 256, 0]);
  });

  it('tells what happens after a first sight that the store did not take at once', async () => {
    const source = logSource(past(3));
    let isFull = true;
    const { poll, taken, failuresTold } = watching(source, newPlace(SHIBUYA), () => !isFull);
    await assert.rejects(poll(), /the disk is full/);
    source.add(...rows(2, 20_000));
    await assert.rejects(poll(), /the disk is full/);
    isFull = false;
    source.add(...rows(1, 20_002, after(START, 3_000)));
    await poll();
    assert.deepEqual([taken(), failuresTold()], [6, 3]);
  });

  it('does not take an answer without readable rows for first sight', async () => {
    const source = logSource(past(300));
    const { poll, taken, failuresTold, watch } = watching(source);
    const { page } = source;
    source.page = async () => ok({ total: 300, events: [], malformed: 256 });
    assert.equal((await poll())?.kind, 'unreadable-answer');
    assert.equal(watch.desk.state().watchingSince, undefined);
    source.page = page;
    await poll();
    assert.deepEqual([taken(), failuresTold()], [256, 0]);
  });

  it('asks for one page when nothing is new', async () => {
    const source = logSource(past(300));
    const { poll } = watching(source);
    await poll();
    await poll();
    source.asked.length = 0;
    await poll();
    assert.deepEqual(source.asked, [0]);
  });

  it('takes every row of a thousand that came since, each once', async () => {
    const source = logSource(past(300));
    const { poll, taken, failuresTold } = watching(source);
    await poll();
    source.add(...rows(1_000, 20_000));
    await poll();
    assert.deepEqual([taken(), failuresTold()], [256 + 1_000, 1_000]);
    await poll();
    assert.equal(failuresTold(), 1_000);
  });

  it('passes over no row that is pushed over a page boundary while it pages', async () => {
    const source = logSource(past(300));
    const { poll, failuresTold } = watching(source);
    await poll();
    source.add(...rows(1_000, 20_000));
    let more = 30_000;
    source.beforePage = () => source.add(...rows(7, more++ * 10));
    await poll();
    source.beforePage = () => {};
    const pushed = (more - 30_000) * 7;
    await poll();
    assert.equal(failuresTold(), 1_000 + pushed);
  });

  it('takes a row that becomes visible below rows it has seen, at once', async () => {
    const source = logSource(past(300));
    const { poll, failuresTold } = watching(source);
    await poll();
    source.add(...rows(600, 20_010));
    await poll();
    assert.equal(failuresTold(), 600);
    source.add(...rows(1, 20_005));
    await poll();
    assert.equal(failuresTold(), 601);
  });

  it('takes nothing that is older than first sight', async () => {
    const source = logSource(past(3_000));
    const { poll, failuresTold } = watching(source);
    await poll();
    source.add(...rows(1, 9_000));
    await poll();
    await poll(61_000);
    assert.equal(failuresTold(), 0);
  });

  it('hands over what it has when CLUe breaks off, and fetches the rest later', async () => {
    const source = logSource(past(300));
    const { poll, taken, watch } = watching(source);
    await poll();
    source.add(...rows(1_000, 20_000));
    source.failsFrom = 2;
    assert.deepEqual(await poll(), { kind: 'unreachable', detail: 'away' });
    assert.equal(taken(), 256 + 512);
    assert.equal(watch.desk.state().memory.owesDeepRead, true);
    source.failsFrom = undefined;
    source.add(...rows(10, 30_000));
    assert.equal(await poll(), undefined);
    assert.equal(taken(), 256 + 1_010);
    assert.equal(watch.desk.state().memory.owesDeepRead, false);
  });

  it('loses nothing when the server gives fewer rows a page than asked for', async () => {
    const source = logSource(past(300), 100);
    const { poll, failuresTold } = watching(source);
    await poll();
    source.add(...rows(450, 20_000));
    await poll();
    assert.equal(failuresTold(), 450);
  });

  it('goes on after a restart where it was, told by the saved value alone', async () => {
    const source = logSource(past(300));
    const first = watching(source);
    await first.poll();
    source.add(...rows(100, 20_000));
    await first.poll();
    const saved: PlaceState = JSON.parse(JSON.stringify(first.saved.at(-1)));
    source.add(...rows(50, 30_000));
    const second = watching(source, saved);
    await second.poll(10_000);
    assert.equal(second.taken(), 256 + 150);
    assert.equal(second.failuresTold(), 150);
  });

  it('does not let a burst end while it cannot see', async () => {
    const source = logSource(past(300));
    const { poll, watch } = watching(source);
    await poll();
    source.add(authFailed(after(START, 6_000), { id: '20000' }));
    await poll();
    source.failsFrom = 0;
    for (let i = 0; i < 20; i += 1) await poll();
    assert.equal(watch.desk.state().incidents[0]?.closedAt, undefined);
    source.failsFrom = undefined;
    await poll();
    assert.notEqual(watch.desk.state().incidents[0]?.closedAt, undefined);
  });

  it('says so when the same page comes again and again, and takes its rows all the same', async () => {
    const source = logSource(past(300));
    const { poll, failuresTold, watch } = watching(source);
    await poll();
    source.add(...rows(1_000, 20_000));
    const { page } = source;
    source.page = (request, signal) => page({ ...request, page: 0 }, signal);
    assert.equal((await poll())?.kind, 'unreadable-answer');
    assert.ok(source.asked.length < 10, `${source.asked.length} pages asked for`);
    assert.deepEqual([failuresTold(), watch.desk.state().memory.owesDeepRead], [256, true]);
    source.page = page;
    assert.equal(await poll(), undefined);
    assert.equal(failuresTold(), 1_000);
  });

  it('does not take an empty page in the midst of the log for its end', async () => {
    const source = logSource(past(300));
    const { poll, failuresTold } = watching(source);
    await poll();
    source.add(...rows(1_000, 20_000));
    const { page } = source;
    source.page = async (request, signal) => {
      const answer = await page(request, signal);
      return request.page === 2 && answer.ok ? ok({ ...answer.value, events: [] }) : answer;
    };
    assert.equal((await poll())?.kind, 'unreadable-answer');
    source.page = page;
    await poll();
    assert.equal(failuresTold(), 1_000);
  });

  it('reads the newer of two gaps first, and then the older', async () => {
    const source = logSource(past(300));
    const { poll, failuresTold } = watching(source);
    await poll();
    source.add(...rows(2_000, 20_000));
    source.failsFrom = 3;
    await poll();
    source.add(...rows(1_500, 30_000));
    source.failsFrom = 2;
    await poll();
    source.failsFrom = undefined;
    await poll();
    assert.equal(failuresTold(), 3_500);
  });
});
