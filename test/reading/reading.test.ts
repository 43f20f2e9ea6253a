import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { after, instant, placeId } from '../../src/door/ids.ts';
import { at, authFailed, SHIBUYA } from '../support/rows.ts';
import { AWAY, aReading, found, NOW, places } from './a-reading.ts';
import { aClueLog, idsOf, rowsFrom } from './clue-log.ts';

describe('a common question', () => {
  it('asks CLUe nothing once the memory is filled, and says how fresh it is', async () => {
    const log = aClueLog(rowsFrom('11:00:00', 50));
    const one = aReading(log);
    await one.polls();
    const before = log.asked.length;
    one.later(3_000);
    for (const question of [{ newest: 10 }, { from: at('00:00:00') }, { from: at('11:00:10'), to: at('11:00:20') }]) {
      const { source, freshAt, isCut } = found(await one.reading.read({ places, ...question }));
      assert.deepEqual({ source, freshAt, isCut }, { source: 'memory', freshAt: NOW, isCut: false });
    }
    assert.equal(log.asked.length, before);
  });

  it('has rows that came late, with the door’s old time', async () => {
    const one = aReading(aClueLog(rowsFrom('11:00:00', 5)));
    await one.polls();
    await one.polls([authFailed(at('09:30:00'), { id: '99999' })]);
    const { events, source } = found(await one.reading.read({ places, from: at('09:00:00'), to: at('10:00:00') }));
    assert.deepEqual([idsOf(events), source], [['99999'], 'memory']);
  });

  it('is proved against CLUe’s count where the log is longer than the memory', async () => {
    const log = aClueLog(rowsFrom('01:00:00', 7_000));
    const one = aReading(log);
    await one.polls();
    assert.ok(log.asked.length <= 7, `${log.asked.length} requests to fill it`);
    const recent = found(await one.reading.read({ places, from: at('02:00:00') }));
    assert.deepEqual([recent.source, recent.events.length], ['memory', 3_400]);
    const longAgo = found(await one.reading.read({ places, from: at('01:00:00') }));
    assert.deepEqual([longAgo.source, longAgo.events.length], ['clue', 7_000]);
  });

  it('is answered whole where a device that ran ahead wrote its row before all that are remembered', async () => {
    const ahead = authFailed(at('11:30:00'), { id: '10001' });
    const one = aReading(aClueLog([ahead, ...rowsFrom('01:00:00', 7_000)]));
    await one.polls();
    const { events, source } = found(await one.reading.read({ places, from: at('11:00:00') }));
    assert.deepEqual([idsOf(events), source], [['10001'], 'memory']);
  });

  it('goes to CLUe when the last look is old', async () => {
    const one = aReading(aClueLog(rowsFrom('11:00:00', 5)));
    await one.polls();
    one.later(20_000);
    const { source, freshAt } = found(await one.reading.read({ places, newest: 3 }));
    assert.deepEqual([source, freshAt], ['clue', after(NOW, 20_000)]);
  });
});

describe('CLUe away', () => {
  it('is what memory has, marked with its age, without a wait for CLUe', async () => {
    const log = aClueLog(rowsFrom('11:00:00', 5));
    const one = aReading(log);
    await one.polls();
    one.later(240_000);
    one.fails();
    log.problem = AWAY;
    const before = log.asked.length;
    const { source, freshAt, events, problem } = found(await one.reading.read({ places, newest: 3 }));
    assert.deepEqual([source, freshAt, events.length, problem], ['memory-only', NOW, 5, AWAY]);
    assert.equal(log.asked.length, before);
  });

  it('is said to be cut where memory does not reach so far, and is a problem where there is nothing', async () => {
    const log = aClueLog(rowsFrom('01:00:00', 7_000));
    const one = aReading(log);
    await one.polls();
    log.problem = AWAY;
    one.fails();
    const { source, isCut } = found(await one.reading.read({ places, from: at('01:00:00') }));
    assert.deepEqual([source, isCut], ['memory-only', true]);
    const answer = await one.reading.read({ places, from: at('00:00:00'), to: at('00:30:00') });
    assert.deepEqual(answer, { kind: 'read', places: [{ place: SHIBUYA, ok: false, problem: AWAY }] });
  });

  it('keeps what was seen from those who may no longer see the place', async () => {
    const log = aClueLog(rowsFrom('11:00:00', 5));
    const one = aReading(log);
    await one.polls();
    one.later(20_000);
    log.problem = { kind: 'not-allowed' };
    const answer = await one.reading.read({ places, newest: 3 });
    assert.deepEqual(answer, {
      kind: 'read',
      places: [{ place: SHIBUYA, ok: false, problem: { kind: 'not-allowed' } }],
    });
  });
});

describe('many who ask at once', () => {
  const aTurn = () => setImmediate().then(() => undefined);

  it('have four requests to CLUe at a time between them, and each a whole answer', async () => {
    const log = aClueLog(rowsFrom('01:00:00', 3_000), { cap: 100, wait: aTurn });
    const one = aReading(log);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        one.reading.read({ places, from: instant(at('01:00:00') + index * 1_000), to: at('03:00:00') }),
      ),
    );
    assert.deepEqual(
      answers.map((answer) => found(answer).events.length),
      Array.from({ length: 50 }, (_, index) => 3_000 - index),
    );
    assert.equal(log.most(), 4);
  });

  it('share one reading where they ask the same', async () => {
    const log = aClueLog(rowsFrom('01:00:00', 300), { cap: 100, wait: aTurn });
    const one = aReading(log);
    const ask = () => one.reading.read({ places, from: at('01:00:00') });
    const answers = await Promise.all(Array.from({ length: 50 }, ask));
    assert.ok(answers.every((answer) => found(answer).events.length === 300));
    assert.equal(log.asked.length, 3);
    await ask();
    assert.equal(log.asked.length, 6, 'a later one reads anew');
  });

  it('go on when one of those who share it gives up', async () => {
    const log = aClueLog(rowsFrom('01:00:00', 300), { cap: 10, wait: aTurn });
    const one = aReading(log);
    const gone = new AbortController();
    const first = one.reading.read({ places, from: at('01:00:00'), signal: gone.signal });
    const second = one.reading.read({ places, from: at('01:00:00') });
    await setImmediate();
    gone.abort();
    assert.deepEqual(await first, { kind: 'cancelled' });
    assert.equal(found(await second).events.length, 300);
  });

  it('do not wait for whoever asks for very much', async () => {
    const log = aClueLog(rowsFrom('01:00:00', 20_000), { cap: 100, wait: aTurn });
    const one = aReading(log);
    const long = one.reading.read({ places, from: at('01:00:00') });
    while (log.asked.length < 10) await setImmediate();
    const before = log.asked.length;
    const short = found(await one.reading.read({ places, from: at('01:00:00'), to: at('01:00:30') }));
    assert.equal(short.events.length, 31);
    assert.ok(
      log.asked.length - before < 15,
      `${log.asked.length - before} requests until the short one had its answer`,
    );
    assert.equal(found(await long).events.length, 20_000);
  });
});

describe('a long question', () => {
  it('says how far it has come and how long it still takes, and ends at once when it is given up', async () => {
    const log = aClueLog(rowsFrom('01:00:00', 2_000), { cap: 10, wait: () => setImmediate().then(() => undefined) });
    const one = aReading(log);
    const stop = new AbortController();
    const heard: { pages: number; ofPages: number; leftMs: number }[] = [];
    const answer = await one.reading.read({
      places,
      from: at('01:00:00'),
      signal: stop.signal,
      onProgress: (progress) => {
        heard.push(progress);
        if (heard.length === 20) stop.abort();
      },
    });
    assert.deepEqual(answer, { kind: 'cancelled' });
    assert.deepEqual([heard[0]?.pages, heard[0]?.ofPages, heard[19]?.pages], [1, 200, 20]);
    assert.ok(heard.every(({ leftMs }) => leftMs >= 0 && Number.isFinite(leftMs)));
    const asked = log.asked.length;
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    assert.equal(log.asked.length, asked, 'nothing is asked for any more');
  });

  it('is refused past 100,000 rows, over all its places together, before they are read', async () => {
    const office = placeId('179');
    const many = rowsFrom('01:00:00', 60_000);
    const log = aClueLog([...many, ...many.map((row) => ({ ...row, place: office }))]);
    const answer = await aReading(log).reading.read({ places: [SHIBUYA, office], from: at('01:00:00') });
    assert.deepEqual(answer, { kind: 'too-many-rows', total: 120_000, most: 100_000 });
    assert.ok(log.asked.length < 20, `${log.asked.length} requests`);
  });
});

describe('two who ask for the last seven days a moment apart', () => {
  it('share one reading, and each has their own rows', async () => {
    const log = aClueLog(rowsFrom('01:00:00', 300), { cap: 100, wait: () => setImmediate().then(() => undefined) });
    const one = aReading(log);
    const ask = (fromMs: number) => one.reading.read({ places, from: instant(at('01:00:00') + fromMs) });
    const [first, second] = await Promise.all([ask(1_000), ask(2_001)]);
    assert.deepEqual([found(first).events.length, found(second).events.length], [299, 297]);
    assert.equal(log.asked.length, 3);
  });
});
