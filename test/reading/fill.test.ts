import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DoorEvent } from '../../src/door/event.ts';
import type { PageRequest } from '../../src/door/page.ts';
import type { Ask } from '../../src/reading/ask.ts';
import { fill } from '../../src/reading/fill.ts';
import { openPageSizes } from '../../src/reading/page-sizes.ts';
import { openPlaceRows, type PlaceRows } from '../../src/reading/place-rows.ts';
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
});
