import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '../../src/door/ids.ts';
import { at, authFailed } from '../support/rows.ts';
import { AWAY, aPast, aReading, found, NOW, places } from './a-reading.ts';
import { aClueLog, idsOf, rowsFrom } from './clue-log.ts';

describe('a time that is over', () => {
  const yesterday = { from: instant(at('01:00:00') - 86_400_000), to: instant(at('02:00:00') - 86_400_000) };
  const old = rowsFrom('01:00:00', 40).map((row) => ({ ...row, at: instant(row.at - 86_400_000) }));
  /** So much came since that the memory begins after yesterday. */
  const today = rowsFrom('03:00:00', 6_500, 100_000);
  const ask = (one: ReturnType<typeof aReading>) => one.reading.read({ places, ...yesterday });

  it('is read once and kept; a time that is not over is not', async () => {
    const { past, kept } = aPast();
    const log = aClueLog([...old, ...today]);
    const one = aReading(log, past);
    await one.polls();
    assert.deepEqual([found(await ask(one)).source, kept.size], ['clue', 1]);
    const before = log.asked.length;
    const again = found(await ask(one));
    assert.deepEqual([again.source, again.events.length, log.asked.length], ['kept', 40, before]);
    one.later(60_000);
    await one.reading.read({ places, from: yesterday.from, to: at('11:50:00') });
    assert.equal(kept.size, 1);
  });

  it('has rows that came late since it was kept, from memory', async () => {
    const { past } = aPast();
    const log = aClueLog([...old, ...today]);
    const one = aReading(log, past);
    await one.polls();
    await ask(one);
    const late = authFailed(instant(at('01:30:00') - 86_400_000), { id: '900000' });
    log.rows.push(late);
    await one.polls([late]);
    const { source, events } = found(await ask(one));
    assert.deepEqual([source, events.length, events[0]?.id], ['kept', 41, '900000']);
  });

  it('has a late row too that became visible after one with a higher id, when somebody asked in between', async () => {
    const { past } = aPast();
    const log = aClueLog([...old, ...today]);
    const one = aReading(log, past);
    await one.polls();
    const late = (id: string) => authFailed(instant(at('01:30:00') - 86_400_000), { id });
    log.rows.push(late('900002'));
    await one.polls([late('900002')]);
    await ask(one);
    log.rows.push(late('900001'));
    await one.polls([late('900001')]);
    const { source, events } = found(await ask(one));
    assert.deepEqual([source, idsOf(events).slice(0, 2), events.length], ['kept', ['900002', '900001'], 42]);
  });

  it('is read again where CLUe’s count says that rows came which memory no longer knows', async () => {
    const { past } = aPast();
    const log = aClueLog([...old, ...today]);
    await ask(aReading(log, past));
    const restarted = aReading(log, past);
    const before = log.asked.length;
    assert.equal(found(await ask(restarted)).source, 'kept');
    assert.equal(log.asked.length, before + 1, 'one row is asked for, for the count');
    log.rows.push(authFailed(instant(at('01:30:00') - 86_400_000), { id: '900000' }));
    const { source, events } = found(await ask(restarted));
    assert.deepEqual([source, events.length], ['clue', 41]);
  });

  it('is there with its age when CLUe is away', async () => {
    const { past } = aPast();
    const log = aClueLog(old);
    await ask(aReading(log, past));
    log.problem = AWAY;
    const one = aReading(log, past);
    one.later(3_600_000);
    const { source, freshAt, events } = found(await ask(one));
    assert.deepEqual([source, freshAt, events.length], ['memory-only', NOW, 40]);
  });
});
