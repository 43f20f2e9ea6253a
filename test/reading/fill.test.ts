import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DoorEvent } from '../../src/door/event.ts';
import type { PageRequest } from '../../src/door/page.ts';
import { failed } from '../../src/door/problem.ts';
import type { Ask } from '../../src/reading/ask.ts';
import { fill } from '../../src/reading/fill.ts';
import { openPageSizes } from '../../src/reading/page-sizes.ts';
import { openPlaceRows, type PlaceRows } from '../../src/reading/place-rows.ts';
import { readNewest } from '../../src/reading/read-newest.ts';
import { at, authFailed, SHIBUYA } from '../support/rows.ts';
import { NOW } from './a-reading.ts';
import { aClueLog, idsOf, rowsFrom } from './clue-log.ts';

const polled = (rows: PlaceRows, events: readonly DoorEvent[] = []): void =>
  rows.hear({ events, malformed: 0, complete: true, pages: 1 }, NOW);
const filling = (rows: PlaceRows, ask: Ask): Promise<void> =>
  fill({ place: SHIBUYA, rows, ask, sizes: openPageSizes(), signal: new AbortController().signal });
const isCount = ({ size }: PageRequest): boolean => size === 1;

describe('a memory that is filled', () => {
  it('is not proved by a row that arrived between CLUe’s count and the own one, and made up for one that is missing', async () => {
    const ahead = authFailed(at('11:30:00'), { id: '5' });
    const log = aClueLog([ahead, ...rowsFrom('01:00:00', 7_000)]);
    const rows = openPlaceRows();
    polled(rows);
    await filling(rows, async (request) => {
      const answer = await log.page(request);
      if (isCount(request)) polled(rows, [authFailed(at('11:59:59'), { id: '999999' })]);
      return answer;
    });
    const { events } = rows.recall({ from: at('11:29:00'), to: at('11:31:00') });
    assert.deepEqual(idsOf(events), ['5']);
  });

  it('was bounded before, and claims no row that was let go while the filling was under way', async () => {
    const log = aClueLog(rowsFrom('01:00:00', 10));
    const rows = openPlaceRows();
    const arrive = (): void => {
      const arrived = rowsFrom('02:00:00', 4_000, 100_000 + log.rows.length * 10);
      log.rows.push(...arrived);
      polled(rows, arrived);
    };
    polled(rows);
    await filling(rows, async (request) => {
      const answer = await log.page(request);
      if (log.rows.length < 12_000) for (let batch = 0; batch < 3; batch += 1) arrive();
      return answer;
    });
    assert.equal(rows.isFilled(), true);
    assert.ok(rows.size() <= 6_024 + 10, `${rows.size()} rows`);
    const { events, isComplete } = rows.recall({ from: at('01:00:00') });
    assert.ok(!isComplete || events.length === log.rows.length, `${events.length} rows of ${log.rows.length} are all`);
    assert.equal(rows.recall({ isEnough: ({ length }) => length >= 5_000 }).isComplete, true);
  });

  it('is the whole log where CLUe has a row twice, on one page or on two', async () => {
    for (const index of [10, 20]) {
      const there = rowsFrom('01:00:00', 50);
      const log = aClueLog([...there, ...there.slice(index, index + 1)], { cap: 30 });
      const rows = openPlaceRows();
      polled(rows);
      await filling(rows, log.page);
      const { events, isComplete } = rows.recall({ from: at('00:00:00') });
      assert.deepEqual([events.length, isComplete, log.asked.length], [50, true, 2], `row ${index} is there twice`);
    }
  });

  it('is not the whole log where a row came twice because another one pushed it down, which nobody has seen', async () => {
    const log = aClueLog(rowsFrom('01:00:00', 50), {
      cap: 30,
      after: ({ rows, asked }) => asked.length === 1 && rows.push(authFailed(at('01:00:00'), { id: '10495' })),
    });
    const rows = openPlaceRows();
    polled(rows);
    await filling(rows, log.page);
    const { events, isComplete } = rows.recall({ from: at('00:00:00') });
    assert.ok(!isComplete || events.length === 51, `${events.length} rows are all`);
  });

  it('comes in smaller pages where CLUe is too slow for large ones', async () => {
    const log = aClueLog(rowsFrom('01:00:00', 600));
    const rows = openPlaceRows();
    polled(rows);
    await filling(rows, async (request) =>
      request.size > 256 ? failed({ kind: 'timeout', afterMs: 15_000 }) : await log.page(request),
    );
    assert.equal(rows.recall({}).events.length, 600);
    assert.equal(rows.isFilled(), true);
  });
});

describe('a question for few rows', () => {
  it('that took too long once is not asked again in its place, and makes no page smaller', async () => {
    const sizes = openPageSizes();
    const log = aClueLog(rowsFrom('01:00:00', 600));
    log.problem = { kind: 'timeout', afterMs: 15_000 };
    const signal = new AbortController().signal;
    const request = { place: SHIBUYA, isEnough: () => true, size: 10, most: 10, signal, onProgress: () => {} };
    const answer = await readNewest(
      async (page) => {
        const given = await log.page(page);
        log.problem = undefined;
        return given;
      },
      sizes,
      request,
    );
    assert.deepEqual([answer.ok, log.asked.length, sizes.most()], [false, 1, 1_000]);
  });
});
