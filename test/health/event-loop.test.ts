import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLoopRecord, watchEventLoop } from '../../src/health/event-loop.ts';
import { eventually } from '../support/eventually.ts';

type Line = { readonly message: string; readonly fields: object | undefined };

/** An event loop on a clock of its own: it turns for a while, or stands still. */
function aLoop() {
  let tick = 0;
  const lines: Line[] = [];
  const { look, signs } = createLoopRecord({
    log: { warn: (message, fields) => lines.push({ message, fields }) },
    steady: () => tick,
  });
  const standsStill = (ms: number): void => {
    tick += 20 + ms;
    look();
  };
  const turns = (ms: number): void => {
    for (let turned = 0; turned < ms; turned += 20) standsStill(0);
  };
  return { turns, standsStill, signs, lines };
}

describe('the record of the event loop', () => {
  it('has nothing to say of a loop that turns', () => {
    const { turns, standsStill, signs, lines } = aLoop();
    turns(30_000);
    standsStill(250);
    turns(30_000);
    assert.deepEqual(lines, []);
    assert.equal(signs().standstills.count, 0);
    assert.deepEqual([signs().p99Ms, signs().maxMs], [1, 250]);
  });

  it('says at once that the process stood still, and for how long', () => {
    const { turns, standsStill, signs, lines } = aLoop();
    turns(1_000);
    standsStill(412);
    assert.deepEqual(lines, [{ message: 'the process stood still', fields: { forMs: 412 } }]);
    turns(2_000);
    assert.deepEqual(signs().standstills, { count: 1, longestMs: 412, firstAgoMs: 2_000 });
    assert.equal(signs().maxMs, 412);
  });

  it('says no more than a line a minute, and counts the others', () => {
    const { turns, standsStill, lines } = aLoop();
    standsStill(300);
    for (const ms of [400, 3_000, 500]) {
      turns(1_000);
      standsStill(ms);
    }
    assert.equal(lines.length, 1);
    turns(60_000);
    assert.deepEqual(lines[1], { message: 'the process stood still', fields: { forMs: 3_000, times: 3 } });
    turns(120_000);
    assert.equal(lines.length, 2);
  });

  it('forgets a standstill after a minute, and the longest delay after two', () => {
    const { turns, standsStill, signs } = aLoop();
    standsStill(412);
    turns(61_000);
    assert.equal(signs().standstills.count, 0);
    turns(62_000);
    assert.ok(signs().maxMs < 412, `${signs().maxMs}`);
  });

  it('shows how late the process is most of the time', () => {
    const { turns, standsStill, signs } = aLoop();
    for (let i = 0; i < 200; i += 1) {
      turns(180);
      standsStill(i % 20 === 0 ? 120 : 0);
    }
    assert.ok(signs().p99Ms <= 120 && signs().maxMs === 120, JSON.stringify(signs()));
    for (let i = 0; i < 100; i += 1) standsStill(120);
    assert.equal(signs().p99Ms, 120);
  });
});

describe('the watch on the event loop', () => {
  it('notices real work that holds this process up, however it falls', async () => {
    const lines: Line[] = [];
    const watch = watchEventLoop({ log: { warn: (message, fields) => lines.push({ message, fields }) } });
    const until = performance.now() + 400;
    while (performance.now() < until);
    await eventually('the standstill', () => lines.length === 1, 2_000);
    assert.ok(watch.signs().standstills.longestMs >= 360, JSON.stringify(watch.signs()));
    watch.stop();
  });
});
