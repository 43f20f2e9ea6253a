import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { startClue } from '../../../src/sandbox/clue/start-clue.ts';
import { type GuideOptions, playGuide } from '../../../src/sandbox/story/guide.ts';
import sample from '../../samples/events-page.json' with { type: 'json' };
import { pageOf, tokensOf } from '../clue/caller.ts';
import { manualClock } from '../clue/manual-clock.ts';

const oldestFirst = sample.data.toReversed();

async function aTelling(t: TestContext, options: GuideOptions = {}) {
  const clock = manualClock();
  const clue = await startClue({ now: clock.now });
  t.after(clue.stop);
  const begun = clock.now();
  const guide = playGuide(clue, { now: clock.now, schedule: clock.schedule, ...options });
  const arrivals: { readonly at: number; readonly eventAt: number }[] = [];
  /** Moves on in steps of 10 ms, and notes when each row arrives. */
  const watch = (ms: number) => {
    for (let spent = 0; spent < ms; spent += 10) {
      clock.advance(10);
      for (const row of clue
        .place(178)
        .rows()
        .slice(19 + arrivals.length)) {
        arrivals.push({ at: clock.now() - begun, eventAt: row.eventAt - begun });
      }
    }
  };
  const { access } = await tokensOf(clue);
  return { clock, clue, begun, guide, arrivals, watch, read: () => pageOf(clue, access, 'size=100') };
}

describe('the story of the guide', () => {
  it('has the 19 rows before the burst at once, and nothing more until the place is read', async (t) => {
    const { read, watch } = await aTelling(t);
    watch(120_000);
    const page = await read();
    assert.equal(page.total, 19);
    assert.deepEqual(
      page.data.map((row) => row.localLogId),
      sample.data.slice(17).map((row) => row.localLogId),
    );
  });

  it('tells all 36 rows with every interval, every number of the device and every field as in the sample', async (t) => {
    const { begun, clue, guide, read, watch } = await aTelling(t);
    await read();
    watch(60_000);
    assert.equal(await guide.told, 'told');
    const told = clue.place(178).rows();
    const byMs = begun + 25_000 - 1694066002529;
    assert.deepEqual(
      told.map(({ logId: _, ...row }) => row),
      oldestFirst.map(({ logId: _, ...row }) => ({ ...row, eventAt: row.eventAt + byMs })),
    );
  });

  it('lets each row of the burst arrive by itself, none before its own moment, all within a minute', async (t) => {
    const { arrivals, read, watch } = await aTelling(t);
    watch(6_000);
    await read();
    watch(60_000);
    assert.equal(arrivals.length, 17);
    assert.ok(arrivals.every(({ at, eventAt }) => at >= eventAt));
    assert.ok(arrivals.every(({ at }) => at >= 7_500));
    assert.ok((arrivals.at(-1)?.at ?? 0) <= 33_000);
    const failures = arrivals.slice(0, 14).map(({ at }) => at);
    assert.equal(new Set(failures).size, 14);
    assert.ok((failures.at(-1) ?? 0) - (failures[0] ?? 0) >= 15_000);
  });

  it('can begin after a delay, with nobody reading', async (t) => {
    const { arrivals, watch } = await aTelling(t, { begin: { afterMs: 3_000 }, pauseMs: 0 });
    watch(30_000);
    assert.equal(arrivals.length, 17);
    assert.equal(arrivals[0]?.at, 3_000);
  });

  it('goes on with the numbers of the device when somebody uses the door meanwhile', async (t) => {
    const { clue, read, watch } = await aTelling(t);
    await read();
    watch(10_000);
    clue.place(178).append({ deviceId: 902, doorId: 181, eventType: 'DEV_DOOR_RELAY_ON' });
    watch(50_000);
    const numbers = clue.place(178).rows();
    assert.deepEqual(
      numbers.map((row) => row.localLogId),
      numbers.map((_, nth) => 4572 + nth),
    );
    assert.equal(numbers.length, 37);
  });

  it('stops at once, before or after the place was read', async (t) => {
    const unread = await aTelling(t);
    unread.guide.stop();
    await unread.read();
    assert.equal(await unread.guide.told, 'stopped');
    assert.equal(unread.clock.due(), 0);
    const { arrivals, clock, guide, read, watch } = await aTelling(t);
    await read();
    watch(8_000);
    const soFar = arrivals.length;
    assert.ok(soFar > 0);
    guide.stop();
    assert.equal(clock.due(), 0);
    watch(60_000);
    assert.equal(arrivals.length, soFar);
  });
});
