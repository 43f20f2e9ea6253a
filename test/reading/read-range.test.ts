import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { instant } from '../../src/door/ids.ts';
import { openPageSizes } from '../../src/reading/page-sizes.ts';
import { type RowsRead, readRange } from '../../src/reading/read-range.ts';
import { at, authFailed, SHIBUYA } from '../support/rows.ts';
import { aClueLog, type ClueLog, idsOf, rowsFrom } from './clue-log.ts';

const FROM = at('08:00:00');
const TO = at('18:00:00');

const read = async (log: ClueLog, change: Partial<Parameters<typeof readRange>[2]> = {}): Promise<RowsRead> => {
  const answer = await readRange(log.page, openPageSizes(), {
    place: SHIBUYA,
    from: FROM,
    to: TO,
    most: 100_000,
    signal: new AbortController().signal,
    onProgress: () => {},
    ...change,
  });
  assert.ok(answer.ok && !('kind' in answer.value));
  return answer.value;
};

describe('a time that is read in pages, four at once', () => {
  /** What happens in CLUe between two answers. */
  const happening = fc.constantFrom('nothing', 'nothing', 'arrives', 'arrives-late', 'shows-hidden', 'elsewhere');

  it('loses no row and doubles none, whatever arrives in whatever order the answers come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 7 }),
        fc.array(happening, { maxLength: 12 }),
        async (scheduler, count, cap, happenings) => {
          const there = rowsFrom('09:00:00', count);
          const left = [...happenings];
          let next = 90_000;
          const log = aClueLog(there, {
            cap,
            wait: () => scheduler.schedule(Promise.resolve()),
            after: ({ rows }) => {
              next += 10;
              const what = left.shift();
              if (what === 'arrives') rows.push(authFailed(at('10:00:00'), { id: String(next) }));
              // A device was offline: a new id, an old time.
              if (what === 'arrives-late') rows.push(authFailed(at('08:30:00'), { id: String(next) }));
              // A row with a lower id becomes visible after those with higher ones.
              if (what === 'shows-hidden') rows.push(authFailed(at('09:00:00'), { id: String(10_005 + next / 10) }));
              if (what === 'elsewhere') rows.push(authFailed(at('19:00:00'), { id: String(next) }));
            },
          });
          const reading = read(log);
          await scheduler.waitFor(reading);
          const { events, missing } = await reading;
          const ids = idsOf(events);
          assert.equal(new Set(ids).size, ids.length, 'a row is doubled');
          const lost = idsOf(there).filter((id) => !ids.includes(id));
          assert.deepEqual(lost, [], 'rows that were there from the beginning are lost');
          assert.equal(missing, 0);
          assert.ok(ids.length >= count && ids.every((id) => log.rows.some((row) => row.id === id)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is read with four requests at once, and no more', async () => {
    const log = aClueLog(rowsFrom('09:00:00', 100), { cap: 5, wait: () => new Promise((go) => setImmediate(go)) });
    assert.equal((await read(log)).events.length, 100);
    assert.equal(log.most(), 4);
    assert.equal(log.asked.length, 20);
  });

  it('has the rows that arrived meanwhile by the time it ends, so that it is whole by CLUe’s own count', async () => {
    let arrived = 0;
    const log = aClueLog(rowsFrom('09:00:00', 50), {
      cap: 10,
      after: ({ rows }) => {
        arrived += 1;
        if (arrived <= 4) rows.push(authFailed(at('12:00:00'), { id: String(90_000 + arrived) }));
      },
    });
    assert.equal((await read(log)).events.length, 54);
  });

  it('says how many rows CLUe counts and never gives', async () => {
    const log = aClueLog(rowsFrom('09:00:00', 30), { cap: 10 });
    const lies: ClueLog = {
      ...log,
      page: async (request, signal) => {
        const answer = await log.page(request, signal);
        return answer.ok ? { ok: true, value: { ...answer.value, total: answer.value.total + 2 } } : answer;
      },
    };
    const { events, missing } = await read(lies);
    assert.equal(events.length, 30);
    assert.equal(missing, 2);
  });

  it('misses nothing where CLUe has a row twice, on one page or on two, and is read once', async () => {
    const there = rowsFrom('09:00:00', 30);
    for (const index of [4, 9, 29]) {
      const log = aClueLog([...there, ...there.slice(index, index + 1)], { cap: 10 });
      const { events, missing } = await read(log);
      assert.deepEqual([events.length, missing, log.asked.length], [30, 0, 4], `row ${index} is there twice`);
    }
  });

  it('stops at the newest rows that are enough, without a gap between them', async () => {
    const log = aClueLog(rowsFrom('09:00:00', 200), { cap: 10 });
    const { events, isCut } = await read(log, { isEnough: ({ length }) => length >= 15 });
    assert.deepEqual(idsOf(events.slice(0, 15)), idsOf(rowsFrom('09:00:00', 200)).slice(-15).reverse());
    assert.equal(isCut, false);
    assert.ok(log.asked.length <= 7, `${log.asked.length} requests`);
  });

  it('that is given up has its newest rows, without a gap', async () => {
    const abort = new AbortController();
    const log = aClueLog(rowsFrom('09:00:00', 200), {
      cap: 10,
      after: ({ asked }) => asked.length >= 9 && abort.abort(),
    });
    const { events, isCut } = await read(log, { signal: abort.signal });
    assert.equal(isCut, true);
    assert.ok(events.length >= 40 && events.length < 200);
    assert.deepEqual(idsOf(events), idsOf(rowsFrom('09:00:00', 200)).slice(-events.length).reverse());
  });

  it('is not read at all where it has too many rows', async () => {
    const log = aClueLog(rowsFrom('09:00:00', 101));
    const request = { place: SHIBUYA, from: instant(0), most: 100, signal: new AbortController().signal };
    const answer = await readRange(log.page, openPageSizes(), { ...request, onProgress: () => {} });
    assert.deepEqual(answer, { ok: true, value: { kind: 'too-many-rows', total: 101, most: 100 } });
    assert.equal(log.asked.length, 1);
  });

  it('asks in smaller pages where CLUe refuses large ones, and remembers it', async () => {
    const log = aClueLog(rowsFrom('09:00:00', 600));
    const strict: ClueLog = {
      ...log,
      page: async (request, signal) =>
        request.size > 256
          ? { ok: false, problem: { kind: 'bad-request', status: 400, detail: 'size' } }
          : await log.page(request, signal),
    };
    const sizes = openPageSizes();
    const request = { place: SHIBUYA, most: 1_000, signal: new AbortController().signal, onProgress: () => {} };
    const answer = await readRange(strict.page, sizes, request);
    assert.ok(answer.ok && !('kind' in answer.value));
    assert.equal(answer.value.events.length, 600);
    assert.equal(sizes.most(), 256);
  });
});
