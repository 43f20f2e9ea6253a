import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { instant, placeId } from '../src/door/ids.ts';
import { failed, ok } from '../src/door/problem.ts';
import { type HouseMessage, type HouseState, NEW_HOUSE, updateHouse } from '../src/incident/house.ts';
import { channelId, incidentId } from '../src/incident/incident.ts';
import type { Effect } from '../src/incident/place.ts';
import { createTally } from '../src/slack/tally.ts';
import { createTestAlerts, type TestAlertOptions } from '../src/test-alert.ts';
import { openDesk } from '../src/watch/desk.ts';
import { at } from './support/rows.ts';

const channel = channelId('C0ALERTS');
const page = async () => ok({ total: 0, events: [], malformed: 0 });

/** Test alerts with a house that saves as `save` says, and an announcer that never gets anything told. */
function alerts({ save = async () => {}, ...change }: Partial<TestAlertOptions> & { save?: () => Promise<void> } = {}) {
  const house = openDesk<HouseState, HouseMessage, Effect>({
    name: 'house',
    initial: NEW_HOUSE,
    update: updateHouse,
    store: { save },
    now: () => instant(1_795_000_000_000),
    run: () => {},
  });
  const listeners = new Set<unknown>();
  const listen: TestAlertOptions['announcer']['listen'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const one = createTestAlerts({
    source: { page },
    places: [placeId('178')],
    house,
    announcer: { listen, tell: () => {}, tryAgain: () => {} },
    search: () => assert.fail('nothing stands to be looked for'),
    now: () => instant(1_795_000_000_000),
    clueMs: 50,
    slackMs: 50,
    ...change,
  });
  return { ...one, house, listeners };
}

describe('a test alert', () => {
  it('that Slack does not take in time is reported, still told later, and waited for no longer', async () => {
    const { send, house, listeners } = alerts();
    const report = await send(channel, 'U1');
    assert.partialDeepStrictEqual(report, { kind: 'silence', clue: { kind: 'answered' }, afterMs: 50 });
    assert.deepEqual(
      house.state().incidents.map(({ facts }) => facts.kind),
      ['test'],
    );
    assert.equal(listeners.size, 0);
  });

  it('that could not be saved is not told', async () => {
    const { send, house, listeners } = alerts({ save: () => Promise.reject(new Error('disk full')) });
    assert.equal((await send(channel, 'U1')).kind, 'not-saved');
    await house.idle();
    assert.deepEqual(house.state().incidents, []);
    await setTimeout(0);
    assert.equal(listeners.size, 0);
  });

  it('whose saving hangs is given up, and withdrawn should it be saved after all', async () => {
    const hanging = Promise.withResolvers<void>();
    const { send, house } = alerts({ save: () => hanging.promise });
    assert.equal((await send(channel, 'U1')).kind, 'not-saved');
    hanging.resolve();
    await house.idle();
    assert.deepEqual(house.state().incidents, []);
  });

  it('goes on where CLUe refuses, hangs or breaks', async () => {
    const pages: readonly TestAlertOptions['source']['page'][] = [
      async () => failed({ kind: 'server-error', status: 502 }),
      () => new Promise(() => {}),
      () => Promise.reject(new Error('broken')),
    ];
    for (const broken of pages) {
      const report = await alerts({ source: { page: broken } }).send(channel, 'U1');
      assert.partialDeepStrictEqual(report, { kind: 'silence', clue: { kind: 'away' } });
    }
  });

  it('is over at once when the bot stops', async () => {
    const { send, stop, house, listeners } = alerts({ clueMs: 60_000, slackMs: 60_000 });
    const report = send(channel, 'U1');
    while (house.state().incidents.length === 0 || listeners.size === 0) await setTimeout(0);
    stop();
    assert.equal((await report).kind, 'silence');
  });

  it('is no row, so it says nothing of how fast rows are told', () => {
    const tally = createTally(() => at('09:00:10'));
    tally.told({ desk: 'house', incident: incidentId('test/1'), channel }, at('09:00:00'));
    assert.equal(tally.delays(), undefined);
    tally.told({ desk: 'place/178', incident: incidentId('test/1'), channel }, at('09:00:09'));
    assert.deepEqual(tally.delays(), { count: 1, p50Ms: 1_000, p95Ms: 1_000 });
  });
});
