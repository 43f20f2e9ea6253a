import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DoorEvent } from '../../src/door/event.ts';
import { after, instant } from '../../src/door/ids.ts';
import { type Look, openPlaceRows } from '../../src/reading/place-rows.ts';
import { at, authFailed } from '../support/rows.ts';
import { idsOf, rowsFrom } from './clue-log.ts';

const NOW = at('12:00:00');
const look = (events: readonly DoorEvent[], change: Partial<Look> = {}): Look => ({
  events,
  malformed: 0,
  complete: true,
  pages: 1,
  ...change,
});
const filled = (rows: readonly DoorEvent[], kept = 100) => {
  const memory = openPlaceRows({ kept });
  memory.hear(look([]), NOW);
  memory.fill({ events: rows, malformed: 0, isWholeLog: true });
  return memory;
};
const newest = (count: number) => ({ isEnough: ({ length }: readonly DoorEvent[]) => length >= count });

describe('the newest rows of a place, in memory', () => {
  it('know nothing for certain before they were filled', () => {
    const memory = openPlaceRows();
    memory.hear(look(rowsFrom('11:00:00', 3)), NOW);
    assert.equal(memory.recall(newest(1)).isComplete, false);
    memory.fill({ events: [], malformed: 0, isWholeLog: true });
    assert.equal(memory.recall(newest(1)).isComplete, true);
  });

  it('have each row once, newest first, and those that came late or out of order too', () => {
    const memory = filled(rowsFrom('09:00:00', 5));
    const late = authFailed(at('09:00:01'), { id: '20000' });
    const shown = authFailed(at('09:00:02'), { id: '10015' });
    memory.hear(look([late, shown, ...rowsFrom('09:00:00', 5)]), NOW);
    assert.deepEqual(idsOf(memory.recall({}).events), ['20000', '10040', '10030', '10020', '10015', '10010', '10000']);
    const ofTime = memory.recall({ from: at('09:00:00'), to: at('09:00:02') });
    assert.deepEqual(idsOf(ofTime.events), ['20000', '10020', '10015', '10010', '10000']);
    assert.equal(ofTime.isComplete, true);
  });

  it('are bounded: what is let go is no longer claimed, neither by its number nor by its time', () => {
    const memory = filled(rowsFrom('06:00:00', 100));
    for (let batch = 0; batch < 40; batch += 1) {
      memory.hear(
        look(
          rowsFrom('07:00:00', 100, 20_000 + batch * 1_000).map((row) => ({
            ...row,
            at: instant(at('07:00:00') + batch * 1_000),
          })),
        ),
        NOW,
      );
      assert.ok(memory.size() <= 100 + 1_024 + 100, `${memory.size()} rows`);
    }
    assert.equal(memory.recall(newest(100)).isComplete, true);
    assert.equal(memory.recall({ from: at('06:00:00') }).isComplete, false);
    const since = memory.knownSince();
    assert.ok(since !== undefined && since > at('07:00:00'));
    assert.equal(memory.recall({ from: since }).isComplete, true);
    assert.equal(memory.recall({ from: after(since, -1) }).isComplete, false);
  });

  it('are bounded before they were filled too, and know afterwards what was let go meanwhile', () => {
    const memory = openPlaceRows({ kept: 100 });
    for (let batch = 0; batch < 40; batch += 1) {
      memory.hear(look(rowsFrom('07:00:00', 100, 20_000 + batch * 1_000)), NOW);
      assert.ok(memory.size() <= 100 + 1_024, `${memory.size()} rows`);
    }
    memory.fill({ events: rowsFrom('06:00:00', 10), malformed: 0, isWholeLog: true });
    assert.equal(memory.recall({ from: at('06:00:00') }).isComplete, false);
    assert.equal(memory.recall(newest(100)).isComplete, true);
    assert.equal(memory.recall(newest(4_000)).isComplete, false);
  });

  it('still know times where a device that runs years ahead wrote a row long ago', () => {
    const ahead = authFailed(at('12:00:00'), { id: '10001' });
    const memory = filled([{ ...ahead, at: instant(NOW + 4 * 365 * 86_400_000) }, ...rowsFrom('06:00:00', 100)]);
    for (let batch = 0; batch < 15; batch += 1)
      memory.hear(look(rowsFrom('08:00:00', 100, 20_000 + batch * 1_000)), NOW);
    assert.ok(memory.size() < 1_200);
    assert.equal(memory.recall({ from: at('09:00:00') }).isComplete, true);
    assert.deepEqual(idsOf(memory.recall({ from: at('13:00:00') }).events), ['10001']);
  });

  it('claim nothing while a reading that broke off has not been made up for', () => {
    const memory = filled(rowsFrom('09:00:00', 5));
    memory.hear(look(rowsFrom('11:00:00', 2, 50_000), { complete: false }), NOW);
    assert.equal(memory.recall(newest(1)).isComplete, false);
    memory.hear(look([]), after(NOW, 5_000));
    assert.equal(memory.recall(newest(1)).isComplete, true);
  });

  it('say how fresh they are, and that CLUe is away', () => {
    const memory = filled([]);
    assert.equal(memory.isFresh(after(NOW, 15_000)), true);
    assert.equal(memory.isFresh(after(NOW, 15_001)), false);
    const problem = { kind: 'unreachable', detail: 'ECONNREFUSED' } as const;
    memory.hear(look([], { problem, complete: false, pages: 0 }), after(NOW, 240_000));
    assert.equal(memory.freshAt(), NOW);
    assert.deepEqual(memory.away(after(NOW, 241_000)), problem);
    assert.equal(memory.recall(newest(0)).isComplete, true);
  });

  it('say how many rows could not be read, until those are forgotten', () => {
    const memory = filled(rowsFrom('06:00:00', 100));
    memory.hear(look([], { malformed: 2 }), NOW);
    memory.hear(look([]), NOW);
    assert.equal(memory.malformed(), 2);
    for (let batch = 0; batch < 15; batch += 1)
      memory.hear(look(rowsFrom('08:00:00', 100, 20_000 + batch * 1_000)), NOW);
    assert.equal(memory.malformed(), 0);
  });
});
