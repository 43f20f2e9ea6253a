import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { test } from 'node:test';
import { StoreBusyError } from '../../src/store/errors.ts';
import { openStore } from '../../src/store/open.ts';
import { aDirectory, open, SECRET, storeError, tamper } from './support.ts';

const KEY = randomBytes(32);

const damages: readonly (readonly [string, SQLInputValue])[] = [
  ['text that is no JSON', `EBISU {`],
  ['cut off JSON', '{"value":{"name":"it","value":"EBI'],
  ['an empty object', '{}'],
  ['null', 'null'],
  ['a value without its name', '{"value":"EBISU"}'],
  ['nothing', null],
  ['a number', 7],
  ['bytes', Buffer.from('EBISU')],
  ['an empty text', ''],
];
for (const [damage, stored] of damages) {
  test(`a value that turned into ${damage} is an error, at the next load and at the next start`, async (t) => {
    const file = `${aDirectory(t)}/store.sqlite`;
    const url = `sqlite://${file}`;
    const store = await open(t, { url });
    await store.save('it', SECRET);
    await store.save('other', 1);
    tamper(file, 'UPDATE keyv SET value = ? WHERE key = ?', stored, 'it');
    await assert.rejects(store.load('it'), storeError(/it cannot be read/));
    assert.equal(await store.load('other'), 1);
    await store.close();
    await assert.rejects(openStore({ url }), storeError(/it cannot be read/));
  });
}

test('an encrypted value that was changed, cut off or moved to another name is an error', async (t) => {
  const file = `${aDirectory(t)}/store.sqlite`;
  const store = await open(t, { url: `sqlite://${file}`, key: KEY });
  await store.save('a', SECRET);
  await store.save('b', 'other');
  tamper(file, "UPDATE keyv SET value = (SELECT value FROM keyv WHERE key = 'a') WHERE key = 'b'");
  await assert.rejects(store.load('b'), storeError(/b cannot be read/));
  for (const change of [
    "substr(value, 1, 40) || '//' || substr(value, 43)",
    'substr(value, 1, 30)',
    'substr(value, 1, 60)',
  ]) {
    await store.save('a', SECRET);
    tamper(file, `UPDATE keyv SET value = ${change} WHERE key = 'a'`);
    await assert.rejects(store.load('a'), storeError(/damaged/));
  }
});

test('a write that fails rejects, leaves the earlier value, and works again when the way is clear', async (t) => {
  const file = `${aDirectory(t)}/store.sqlite`;
  const store = await open(t, { url: `sqlite://${file}`, patience: { againAfterMs: 10, giveUpAfterMs: 50 } });
  await store.save('it', 1);
  const other = new DatabaseSync(file);
  other.exec('BEGIN EXCLUSIVE');
  await assert.rejects(
    store.save('it', 2),
    (error) => error instanceof StoreBusyError && storeError(/it cannot be saved/)(error),
  );
  await assert.rejects(store.remove('it'), storeError(/another program/));
  assert.equal(await store.load('it'), 1);
  other.close();
  await store.save('it', 3);
  assert.equal(await store.load('it'), 3);
});

test('a write into a full file rejects with what to do', async (t) => {
  const file = `${aDirectory(t)}/store.sqlite`;
  const store = await open(t, { url: `sqlite://${file}` });
  await store.save('it', 1);
  // What a full disk is to SQLite: a trigger raises the same error as any statement that cannot be carried out.
  tamper(file, "CREATE TRIGGER full BEFORE UPDATE ON keyv BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
  await assert.rejects(store.save('it', 2), storeError(/disk is full.*make room/));
  assert.equal(await store.load('it'), 1);
});

test('a file that is no store, or a damaged one, is told with what to do and stays untouched', async (t) => {
  const directory = aDirectory(t);
  const garbage = `${directory}/garbage.sqlite`;
  writeFileSync(garbage, 'EBISU '.repeat(2_000));
  await assert.rejects(openStore({ url: `sqlite://${garbage}` }), storeError(/not a database.*backup/));
  assert.equal(readFileSync(garbage, 'utf8'), 'EBISU '.repeat(2_000));

  const damaged = `${directory}/damaged.sqlite`;
  const store = await open(t, { url: `sqlite://${damaged}` });
  for (let count = 0; count < 20; count += 1) await store.save(`place/${count}`, 'x'.repeat(3_000));
  await store.close();
  const bytes = readFileSync(damaged);
  bytes.fill(0xa5, 8_192, 40_000);
  writeFileSync(damaged, bytes);
  await assert.rejects(openStore({ url: `sqlite://${damaged}` }), storeError(/backup/));
});

test('damage that lies beside the values is told before it spreads', async (t) => {
  const file = `${aDirectory(t)}/store.sqlite`;
  const store = await open(t, { url: `sqlite://${file}` });
  await store.save('it', 1);
  await store.close();
  const bytes = readFileSync(file);
  // The number of unused pages in the header (https://sqlite.org/fileformat2.html#the_database_header).
  bytes.writeUInt32BE(5, 36);
  writeFileSync(file, bytes);
  await assert.rejects(openStore({ url: `sqlite://${file}` }), storeError(/it is damaged; bring its file back/));
});

test('a file that cannot be made, and an address that is no store, are told with what to do', async (t) => {
  const directory = aDirectory(t);
  writeFileSync(`${directory}/file`, '');
  mkdirSync(`${directory}/folder.sqlite`);
  await assert.rejects(openStore({ url: `sqlite://${directory}/file/store.sqlite` }), storeError(/STORE_URL/));
  await assert.rejects(openStore({ url: `sqlite://${directory}/folder.sqlite` }), storeError(/cannot be opened/));
  for (const url of ['redis://localhost', 'sqlite://', 'sqlite://:memory:', `sqlite://${directory}/`, '']) {
    await assert.rejects(openStore({ url }), storeError(/STORE_URL must be/));
  }
});

test('a directory without the right to write is told with what to do', {
  skip: process.getuid?.() === 0 && 'root may write anywhere',
}, async (t) => {
  const directory = aDirectory(t);
  chmodSync(directory, 0o500);
  await assert.rejects(openStore({ url: `sqlite://${directory}/store.sqlite` }), storeError(/right to write/));
});
