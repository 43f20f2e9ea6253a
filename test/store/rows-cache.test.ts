import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { after, instant } from '../../src/door/ids.ts';
import { openKeeper } from '../../src/store/keeper.ts';
import { openStore } from '../../src/store/open.ts';
import type { PastRows } from '../../src/store/past-rows.ts';
import { openRowsCache, type RowsCacheOptions } from '../../src/store/rows-cache.ts';
import { at, authenticated, authFailed, EBISU, guideRows, person, relayOn } from '../support/rows.ts';
import { aDirectory, aDisk, aHolder, NEEDS_DISK, onDisk, tamper } from './support.ts';

const NOW = at('12:00:00');
const silent = { info: () => {}, warn: () => {}, error: () => {} };

const past = (count = 3): PastRows => ({
  events: Array.from({ length: count }, (_, index) => authFailed(at('09:00:00'), { id: String(1_000 + index) })),
  malformed: 1,
  total: count + 1,
  knownTo: '2000',
  readAt: NOW,
});

/** A keeper on a file of its own, and the cache in it. */
async function aCache(t: TestContext, change: Partial<RowsCacheOptions> = {}, folder = aDirectory(t), key?: Buffer) {
  const file = `${folder}/store.sqlite`;
  const warned: string[] = [];
  const open = async () =>
    await openKeeper({
      url: `sqlite://${file}`,
      ...(key !== undefined && { key }),
      now: () => NOW,
      log: silent,
      patience: { againAfterMs: 10, giveUpAfterMs: 200 },
    });
  const keeper = await open();
  t.after(() => keeper.close());
  const log = { warn: (message: string) => warned.push(message) };
  const cacheOf = (aside: typeof keeper.aside, other: Partial<RowsCacheOptions> = {}) =>
    openRowsCache({ aside, now: () => NOW, log, ...change, ...other });
  return { file, keeper, warned, cacheOf, cache: await cacheOf(keeper.aside) };
}

test('rows of every shape come back as they were, also after a restart', async (t) => {
  const { keeper, cache, cacheOf } = await aCache(t);
  const { door: _, device: __, ...bare } = authFailed(at('10:00:00'), { id: '650f0a1b2c3d4e5f60718293' });
  const rows: PastRows = {
    ...past(0),
    events: [
      bare,
      ...guideRows(),
      authenticated({ name: '<!channel> *`\n`*' }, at('09:00:00')),
      authenticated(person('1'), at('09:00:01')),
      authenticated(EBISU, at('09:00:02'), { name: '正面 🚪' }),
      relayOn(at('09:00:03'), { door: '' }),
    ].map((event) => ({ ...event, place: bare.place })),
  };
  cache.put('178/1/2', rows);
  await cache.settled();
  assert.deepEqual(await cache.get('178/1/2'), rows);
  assert.deepEqual(await (await cacheOf(keeper.aside)).get('178/1/2'), rows);
  assert.equal(await cache.get('178/1/3'), undefined);
});

test('they are encrypted where the store is', async (t) => {
  const { cache, file } = await aCache(t, {}, undefined, randomBytes(32));
  cache.put('178/1/2', { ...past(), events: [authenticated(EBISU, at('09:00:00'))] });
  await cache.settled();
  assert.equal((await cache.get('178/1/2'))?.events[0]?.person?.name, 'EBISU');
  assert.ok(!onDisk(file).includes('EBISU'));
});

test('they live for as long as they may, and the next start throws them away', async (t) => {
  const { keeper, cache, cacheOf } = await aCache(t, { keepMs: 1_000 });
  cache.put('178/1/2', past());
  await cache.settled();
  const at1000 = await cacheOf(keeper.aside, { now: () => after(NOW, 1_000) });
  assert.ok(await at1000.get('178/1/2'));
  const later = await cacheOf(keeper.aside, { now: () => after(NOW, 1_001) });
  assert.equal(await later.get('178/1/2'), undefined);
  assert.deepEqual(await keeper.aside.names(), []);
});

test('the oldest make room for new ones, and one that is too large is not kept', async (t) => {
  let now = NOW;
  const { keeper, cache } = await aCache(t, { mostRows: 10, mostRowsOfOne: 6, now: () => now });
  for (const name of ['a', 'b', 'c', 'd']) {
    now = after(now, 1);
    cache.put(name, past(4));
  }
  cache.put('large', past(7));
  await cache.settled();
  const there = await Promise.all(
    ['a', 'b', 'c', 'd', 'large'].map(async (name) => (await cache.get(name)) !== undefined),
  );
  assert.deepEqual(there, [false, false, true, true, false]);
  assert.equal((await keeper.aside.names()).length, 2);
  cache.put('d', past(5));
  await cache.settled();
  assert.equal((await cache.get('d'))?.events.length, 5);
  assert.equal((await keeper.aside.names()).length, 2, 'the same time anew takes the place of the old');
});

const damages: readonly (readonly [string, string])[] = [
  ['text that is no JSON', 'EBISU {'],
  ['an entry of another shape', '{"value":{"name":"NAME","value":{"rows":[]}}}'],
  ['nothing', ''],
];
for (const [damage, stored] of damages) {
  test(`one that turned into ${damage} is none, and keeps neither an answer nor the bot from going on`, async (t) => {
    const { keeper, cache, file } = await aCache(t);
    cache.put('178/1/2', past());
    await cache.settled();
    const [name = ''] = await keeper.aside.names();
    tamper(file, 'UPDATE keyv SET value = ? WHERE key = ?', stored.replace('NAME', `aside/${name}`), `aside/${name}`);
    assert.equal(await cache.get('178/1/2'), undefined);
    assert.equal(keeper.trouble(), undefined);
    cache.put('178/1/2', past());
    await cache.settled();
    const [again = ''] = await keeper.aside.names();
    tamper(file, 'UPDATE keyv SET value = ? WHERE key = ?', stored, `aside/${again}`);
    await keeper.close();
    const store = await openStore({ url: `sqlite://${file}` });
    await store.close();
  });
}

test('a row that points at a text which is not there makes the entry none', async (t) => {
  const { keeper, cache, file } = await aCache(t);
  cache.put('178/1/2', past());
  await cache.settled();
  const [name = ''] = await keeper.aside.names();
  const change = "UPDATE keyv SET value = replace(value, 'DEV_FACE_AUTH_FAIL\\\",\\\"', '') WHERE key = ?";
  tamper(file, change, `aside/${name}`);
  assert.equal(await cache.get('178/1/2'), undefined);
});

test('a file that another program holds costs an answer a third of a second at most, and raises no alarm', async (t) => {
  const { keeper, cache, file, warned } = await aCache(t);
  cache.put('178/1/2', past());
  await cache.settled();
  const { letGo } = await aHolder(t, file);
  cache.put('178/3/4', past());
  const begun = performance.now();
  await cache.get('178/1/2');
  assert.ok(performance.now() - begun < 1_000);
  await cache.settled();
  assert.equal(keeper.trouble(), undefined);
  assert.ok(warned.length <= 1, 'said once');
  await letGo();
});

test('a disk that is full keeps no answer waiting, and is no trouble of the store', NEEDS_DISK, async (t) => {
  const disk = aDisk(t);
  const { keeper, cache, warned } = await aCache(t, {}, disk.folder);
  disk.fill();
  cache.put('178/1/2', past(20_000));
  await cache.settled();
  assert.equal(await cache.get('178/1/2'), undefined);
  assert.equal(keeper.trouble(), undefined);
  assert.equal(warned.length, 1);
  disk.makeRoom();
});

test('what may be lost is no name that others see, and survives nothing it need not', async (t) => {
  const { keeper, cache } = await aCache(t);
  await keeper.save('place/178', { it: 1 });
  cache.put('178/1/2', past());
  await cache.settled();
  assert.deepEqual(
    (await keeper.names()).filter((name) => name.startsWith('place/')),
    ['place/178'],
  );
  assert.deepEqual(await keeper.aside.names(), [`rows/${NOW}/3/178/1/2`]);
  await keeper.close();
  await assert.rejects(keeper.aside.load('x'), /closed/);
  assert.equal(await cache.get('178/1/2'), undefined);
  assert.doesNotThrow(() => cache.put('178/1/2', { ...past(), readAt: instant(0) }));
  await cache.settled();
});
