import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, eventId, instant } from '../../src/door/ids.ts';
import { EMPTY_MEMORY, isNew, REMEMBER_IDS, remember, seenIds } from '../../src/incident/memory.ts';

const T0 = instant(1_700_000_000_000);
const ids = (from: number, count: number) => Array.from({ length: count }, (_, index) => eventId(String(from + index)));

describe('the memory of ids', () => {
  it('keeps the newest 2,048 however old they are', () => {
    const memory = remember(EMPTY_MEMORY, ids(10_000, REMEMBER_IDS), T0, false);
    const later = remember(memory, [], after(T0, 86_400_000), false);
    assert.equal(seenIds(later).size, REMEMBER_IDS);
    assert.equal(later.floor, undefined);
  });

  it('keeps everything of the last ten minutes however many they are', () => {
    const memory = remember(EMPTY_MEMORY, ids(10_000, 5_000), T0, false);
    assert.equal(seenIds(remember(memory, ids(20_000, 1), after(T0, 600_000), false)).size, 5_001);
  });

  it('never takes a forgotten row for a new one', () => {
    const first = remember(EMPTY_MEMORY, ids(10_000, 3_000), T0, false);
    const memory = remember(first, ids(20_000, 100), after(T0, 700_000), false);
    const seen = seenIds(memory);
    assert.equal(seen.size, REMEMBER_IDS);
    for (const id of ids(10_000, 3_000)) assert.equal(isNew(memory, seen, id), false);
    assert.equal(isNew(memory, seen, eventId('20100')), true);
  });

  it('keeps what lies above a late row of low id that was just seen', () => {
    const first = remember(EMPTY_MEMORY, ids(10_000, 3_000), T0, false);
    const memory = remember(first, [eventId('9999')].concat(ids(30_000, 10)), after(T0, 700_000), false);
    const seen = seenIds(memory);
    for (const id of ids(10_000, 3_000)) assert.equal(isNew(memory, seen, id), false);
  });

  it('does not raise its floor while a reading is unfinished', () => {
    const first = remember(EMPTY_MEMORY, ids(10_000, 3_000), T0, false);
    const memory = remember(first, ids(20_000, 100), after(T0, 700_000), true);
    assert.equal(memory.floor, undefined);
    assert.equal(isNew(memory, seenIds(memory), eventId('15000')), true);
  });
});
