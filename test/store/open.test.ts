import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { openStore, type Store } from '../../src/store/open.ts';
import { aDirectory, onDisk, open, SECRET, storeError } from './support.ts';

const KEY = randomBytes(32);

/** The contract that every kind of store keeps. */
for (const kind of ['memory', 'file', 'encrypted file', 'encrypted memory'] as const) {
  const anyStore = (t: TestContext): Promise<Store> =>
    open(t, {
      url: kind.endsWith('memory') ? 'memory:' : `sqlite://${aDirectory(t)}/store.sqlite`,
      ...(kind.startsWith('encrypted') && { key: KEY }),
    });

  test(`${kind}: a value that was never saved is undefined`, async (t) => {
    const store = await anyStore(t);
    assert.equal(await store.load('place/178'), undefined);
  });

  test(`${kind}: what was saved is loaded as it was`, async (t) => {
    const store = await anyStore(t);
    const values: readonly unknown[] = [
      { place: '178', doors: [{ name: '正面玄関', at: 1694065926868 }], none: null, empty: '' },
      [],
      0,
      false,
      null,
      '',
      ':colon first',
      ':base64:AAAA',
      '{"name":"x","value":1}',
      12345678901234567890n,
      'x'.repeat(300_000),
    ];
    for (const value of values) {
      await store.save('it', value);
      assert.deepEqual(await store.load('it'), value);
    }
  });

  test(`${kind}: what is changed after it was saved, or after it was loaded, stays as saved`, async (t) => {
    const store = await anyStore(t);
    const value = { doors: ['a'] };
    await store.save('it', value);
    value.doors.push('b');
    const loaded = await store.load('it');
    Object.assign(Object(loaded), { doors: [] });
    assert.deepEqual(await store.load('it'), { doors: ['a'] });
  });

  test(`${kind}: fields that JSON cannot say are left out, and no value at all is refused`, async (t) => {
    const store = await anyStore(t);
    await store.save('it', { kept: 1, gone: undefined });
    assert.deepEqual(await store.load('it'), { kept: 1 });
    for (const nothing of [undefined, () => 1, Symbol('x')]) {
      await assert.rejects(store.save('it', nothing), storeError(/it cannot be saved/));
    }
    assert.deepEqual(await store.load('it'), { kept: 1 });
  });

  test(`${kind}: names are kept apart, and saves of one name keep their order`, async (t) => {
    const store = await anyStore(t);
    await Promise.all([store.save('a', 1), store.save('b', 2), store.save('a', 3), store.save('a;--', 4)]);
    assert.deepEqual(await Promise.all(['a', 'b', 'a;--'].map(store.load)), [3, 2, 4]);
  });

  test(`${kind}: what was removed was never saved`, async (t) => {
    const store = await anyStore(t);
    await store.save('it', 1);
    await store.remove('it');
    await store.remove('it');
    assert.equal(await store.load('it'), undefined);
  });

  test(`${kind}: it says whether it lasts and whether it is encrypted`, async (t) => {
    const store = await anyStore(t);
    assert.equal(store.durable, kind.endsWith('file'));
    assert.equal(store.encrypted, kind.startsWith('encrypted'));
    await store.close();
    await store.close();
  });
}

test('a closed store answers with an error, not with nothing', async (t) => {
  const store = await open(t, { url: `sqlite://${aDirectory(t)}/store.sqlite` });
  await store.save('it', 1);
  await store.close();
  await assert.rejects(store.load('it'), storeError(/it cannot be read/));
  await assert.rejects(store.save('it', 2), storeError(/it cannot be saved/));
  await assert.rejects(store.remove('it'), storeError(/it cannot be removed/));
});

test('a file keeps its values for the next start', async (t) => {
  const url = `sqlite://${aDirectory(t)}/store.sqlite`;
  for (const key of [undefined, KEY]) {
    const first = await open(t, { url, ...(key && { key }) });
    await first.save('it', { by: String(key) });
    await first.close();
    const second = await open(t, { url, ...(key && { key }) });
    assert.deepEqual(await second.load('it'), { by: String(key) });
    await second.close();
  }
});

test('the directory and the files are made for their owner alone', async (t) => {
  const directory = `${aDirectory(t)}/new/deeper`;
  const store = await open(t, { url: `sqlite://${directory}/store.sqlite` });
  await store.save('it', 1);
  assert.equal(statSync(directory).mode & 0o777, 0o700);
  for (const end of ['', '-wal', '-shm']) {
    assert.equal(statSync(`${directory}/store.sqlite${end}`).mode & 0o077, 0, end);
  }
});

test('a saved value is on the disk, through the write-ahead log, before save resolves', async (t) => {
  const file = `${aDirectory(t)}/store.sqlite`;
  const store = await open(t, { url: `sqlite://${file}` });
  await store.save('it', SECRET);
  assert.ok(onDisk(file).includes(SECRET));
  const database = new DatabaseSync(file, { readOnly: true });
  assert.deepEqual({ ...database.prepare('PRAGMA journal_mode').get() }, { journal_mode: 'wal' });
  database.close();
});

test('a kill -9 right after a save loses nothing', async (t) => {
  const url = `sqlite://${aDirectory(t)}/store.sqlite`;
  const script = `
    const { openStore } = await import(${JSON.stringify(new URL('../../src/store/open.ts', import.meta.url).href)});
    const store = await openStore({ url: ${JSON.stringify(url)} });
    for (let count = 1; ; count += 1) { await store.save('count', count); process.stdout.write(count + '\\n'); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    if (said.split('\n').length > 20) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  assert.equal(child.signalCode, 'SIGKILL');
  const lastSaid = Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1));
  assert.ok(lastSaid >= 20);
  const store = await open(t, { url });
  assert.ok(Number(await store.load('count')) >= lastSaid);
});

test('with a key, nothing readable lies on the disk, and no two values look alike', async (t) => {
  const file = `${aDirectory(t)}/store.sqlite`;
  const store = await open(t, { url: `sqlite://${file}`, key: KEY });
  await store.save('a', SECRET);
  await store.save('b', SECRET);
  assert.ok(!onDisk(file).includes('EBISU'));
  const database = new DatabaseSync(file, { readOnly: true });
  const [a, b] = database.prepare('SELECT value FROM keyv ORDER BY key').all();
  database.close();
  const text = String(a?.value);
  assert.match(text, /^aes-256-gcm\.1:[A-Za-z0-9+/]+=*$/);
  const nonceOf = (stored: string): string => stored.slice('aes-256-gcm.1:'.length).slice(0, 16);
  assert.notEqual(nonceOf(text), nonceOf(String(b?.value)));
});

test('another key, or none, is told at the start and changes nothing', async (t) => {
  const url = `sqlite://${aDirectory(t)}/store.sqlite`;
  const first = await open(t, { url, key: KEY });
  await first.save('it', SECRET);
  await first.close();
  await assert.rejects(openStore({ url, key: randomBytes(32) }), storeError(/another STORE_KEY/));
  await assert.rejects(openStore({ url }), storeError(/set STORE_KEY/));
  const again = await open(t, { url, key: KEY });
  assert.equal(await again.load('it'), SECRET);
});

test('what was stored before there was a key is encrypted when the store is opened with one', async (t) => {
  const file = `${aDirectory(t)}/store.sqlite`;
  const url = `sqlite://${file}`;
  const first = await open(t, { url });
  await first.save('it', SECRET);
  await first.save('gone', `${SECRET} once. `.repeat(2_000));
  await first.remove('gone');
  await first.close();

  const said: unknown[] = [];
  const second = await open(t, { url, key: KEY, log: { info: (_message, fields) => said.push(fields) } });
  assert.equal(await second.load('it'), SECRET);
  assert.ok(!onDisk(file).includes('EBISU'));
  // The value, and the store's word on how it is written.
  assert.deepEqual(said, [{ values: 2 }]);
  await second.close();
  await assert.rejects(openStore({ url }), storeError(/set STORE_KEY/));
});
