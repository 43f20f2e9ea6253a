import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant, placeId } from '../../../src/door/ids.ts';
import type { Problem } from '../../../src/door/problem.ts';
import type { Log, PlaceView } from '../../../src/slack/commands/ports.ts';
import { readPlaces } from '../../../src/slack/commands/read-rows.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at, authFailed } from '../../support/rows.ts';
import { assertWithinLimits } from '../messages/limits.ts';
import { aLog, clue, OFFICE, ports, SHIBUYA, tableOf } from './desk.ts';

// What an answer says of what it did not read.

const places = [SHIBUYA, OFFICE];
const gone: Problem = { kind: 'no-such-place', code: 'e1007' };
const slow: Problem = { kind: 'timeout', afterMs: 10_000 };

test('a door whose rows lie too deep is not said to have none', async () => {
  const rows = Array.from({ length: 21_000 }, (_, index) =>
    authFailed(instant(at('06:00:00') + index), { door: '9', id: String(100_000 + index) }),
  );
  const answer = await clue('recent 5 testDoor', { log: aLog(rows) });
  assert.equal(
    answer.text,
    'Rows at testDoor: I found nothing.\nI looked through the newest 20,000 rows and no further.',
  );
});

test('nobody entered is not claimed for a place that could not be read', async () => {
  const { text } = await clue('who-entered', { places, log: aLog([], { problems: { '179': slow } }) });
  assert.match(text, /: I found no entries\.\n⚠️ Office is missing here: CLUe gave no answer within 10 s\./);
  assert.match((await clue('who-entered', { places, log: aLog([]) })).text, /: nobody entered\.$/);
});

test('where no place could be read, each is told with its own reason', async () => {
  const ask = async (problems: Readonly<Record<string, Problem>>, text = 'recent') =>
    (await clue(text, { places, log: aLog([], { problems }) })).text;
  assert.match(await ask({ '178': gone, '179': gone }), /^⚠️ Shibuya store and Office: CLUe knows no such place/);
  assert.match(await ask({ '178': gone }, 'who-entered place:178'), /^⚠️ Shibuya store: CLUe knows no such place/);
  assert.match(await ask({ '178': slow, '179': slow }), /^⚠️ CLUe gave no answer within 10 s/);
  assert.match(
    await ask({ '178': gone, '179': slow }),
    /^⚠️ None of the places could be read\.\n⚠️ Shibuya store is missing here.*\n⚠️ Office is missing here/,
  );
});

test('however many places fail, the others are shown in a layout that Slack takes', async () => {
  const failing = Array.from(
    { length: 40 },
    (_, index): PlaceView => ({ ...OFFICE, id: placeId(`9${index}`), name: '&'.repeat(60) }),
  );
  const problems = Object.fromEntries(
    failing.map(({ id }, index): [string, Problem] => [id, { kind: 'server-error', status: 500 + (index % 20) }]),
  );
  const answer = await clue('recent', {
    places: [SHIBUYA, ...failing],
    log: aLog([authFailed(at('09:00:00'))], { problems }),
  });
  assertWithinLimits('many failing places', answer);
  assert.equal(tableOf(answer).length, 1);
  assertWithinLimits('none left', await clue('who-entered', { places: failing, log: aLog([], { problems }) }));
});

test('a CLUe that answers slowly is asked for two minutes at most, and what was read until then is the answer', async () => {
  const rows = Array.from({ length: 2_600 }, (_, index) => authFailed(at('09:00:00'), { id: String(1_000 + index) }));
  const quick = aLog(rows);
  const stalls: Log = {
    page: async (request, signal) => {
      if (request.page !== 1 && request.place === SHIBUYA.id) return await quick.page(request);
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      return { ok: false, problem: { kind: 'timeout', afterMs: 3 } };
    },
  };
  // A timeout's timer does not keep the process by itself.
  const alive = setInterval(() => undefined, 1_000);
  const waiting = { ports: ports({ log: stalls }), user: 'U1', say: catalogueOf('en') };
  const found = await readPlaces(waiting, places, { from: at('08:00:00'), withinMs: 30 });
  clearInterval(alive);
  assert.ok(found.ok);
  const { read, unread } = found;
  assert.deepEqual(
    read.map(({ rows: { isCut, rowsRead } }) => ({ isCut, rowsRead })),
    [{ isCut: true, rowsRead: 1_600 }],
  );
  assert.deepEqual(
    unread.map(({ problem }) => problem),
    [{ kind: 'timeout', afterMs: 30 }],
  );
});
