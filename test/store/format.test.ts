import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openStore } from '../../src/store/open.ts';
import { aDirectory, open, storeError, tamper } from './support.ts';

const stamp = (format: unknown): string => JSON.stringify({ value: { name: 'format', value: format } });

test('a new store, and one from before there were stamps, says how it is written', async (t) => {
  const file = `${aDirectory(t)}/store.sqlite`;
  const url = `sqlite://${file}`;
  const fresh = await open(t, { url });
  await fresh.save('place/178', 1);
  assert.deepEqual(await fresh.load('format'), { number: 2, since: '0.2.0' });
  await fresh.close();
  tamper(file, "DELETE FROM keyv WHERE key = 'format'");
  const older = await open(t, { url });
  assert.deepEqual(await older.load('format'), { number: 2, since: '0.2.0' });
  assert.equal(await older.load('place/178'), 1);
});

for (const key of [undefined, randomBytes(32)]) {
  const how = key === undefined ? 'without a key' : 'with a key that would encrypt it';
  test(`a store that a newer version wrote is refused ${how}, and stays as it is`, async (t) => {
    const file = `${aDirectory(t)}/store.sqlite`;
    const url = `sqlite://${file}`;
    const store = await open(t, { url });
    await store.save('place/178', { kept: true });
    await store.close();
    tamper(file, 'UPDATE keyv SET value = ? WHERE key = ?', stamp({ number: 3, since: '0.9.1' }), 'format');
    const before = readFileSync(file);
    for (let start = 0; start < 2; start += 1) {
      await assert.rejects(
        openStore({ url, ...(key && { key }) }),
        storeError(/written by version 0\.9\.1 of the bot or a newer one.*start version 0\.9\.1 or newer.*STORE_URL/),
      );
    }
    assert.ok(readFileSync(file).equals(before));
  });
}

for (const broken of [7, { number: '3' }, { number: 3, since: 'EBISU was let in' }, null]) {
  test(`a store that says ${JSON.stringify(broken)} of itself is damaged`, async (t) => {
    const file = `${aDirectory(t)}/store.sqlite`;
    const url = `sqlite://${file}`;
    await (await open(t, { url })).close();
    tamper(file, 'UPDATE keyv SET value = ? WHERE key = ?', stamp(broken), 'format');
    await assert.rejects(openStore({ url }), storeError(/damaged.*backup/));
  });
}
