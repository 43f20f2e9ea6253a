import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Credentials } from '../../src/clue/credentials.ts';
import { LOGIN, type Reply, refusal, success } from './support/clue-server.ts';
import { aWorld, HOUR, MINUTE, NEWEST } from './support/given.ts';

/** A CLUe that repeats all it was told, in each of its errors. */
const gossip: readonly Reply[] = [
  refusal(400, 'a1003', LOGIN.phone, LOGIN.password),
  refusal(400, LOGIN.phone, LOGIN.password, LOGIN.password),
  refusal(400, LOGIN.password, 'phone', LOGIN.phone),
  { status: 500, body: `<html>${JSON.stringify(LOGIN)}` },
  { status: 200, body: `{"data":{"phone":"${LOGIN.phone}","password":"${LOGIN.password}"` },
  { status: 200, body: { code: LOGIN.phone, status: false, message: LOGIN.password } },
  { status: 200, body: { code: 200, data: { accountStatus: LOGIN.password } } },
  'hang up',
];

it('no phone number, password, key or token reaches a log line, a problem, an answer or a status', async (t) => {
  const world = await aWorld(t);
  const { clue, clock, store, lines } = world;
  const heard: unknown[] = [];

  async function live(credentials: Credentials): Promise<void> {
    const { client, session, told } = await world.start(credentials);
    heard.push(await client.page(NEWEST), await session.askAgain(), session.status());
    clue.valid.clear();
    clock.forward(MINUTE);
    heard.push(await client.page(NEWEST), session.status());
    clock.forward(HOUR);
    heard.push(await client.page(NEWEST), told);
    store.failing = true;
    heard.push(await session.askAgain(), await client.page(NEWEST));
    store.failing = false;
    await session.close();
    heard.push(await session.token());
  }

  const friendly = clue.onLogin;
  const strict = clue.onEvents;
  await live(LOGIN);
  for (const reply of gossip) {
    store.value = undefined;
    clue.onLogin = () => reply;
    await live(LOGIN);
    store.value = undefined;
    clue.onLogin = friendly;
    clue.onRefresh = () => reply;
    clue.onEvents = (seen) => (clue.pages() % 2 === 0 ? reply : strict(seen));
    await live(LOGIN);
    store.value = undefined;
    await live({ kind: 'api-key', key: 'api-key-secret' });
  }
  store.value = undefined;
  clue.onEvents = () => success([{ userName: LOGIN.phone, doorName: LOGIN.password }]);
  await live(LOGIN);

  // A token is the answer of `token` alone, and that is asked after the session was closed.
  const all = `${lines.join('\n')}\n${JSON.stringify(heard)}`;
  assert.ok(lines.length > 50, 'the log was listened to');
  const header = Buffer.from('"access-secret"').toString('base64url');
  const secrets = [LOGIN.phone, LOGIN.password, 'Pa$sw0rd', 'api-key-secret', 'refresh-secret', header];
  for (const secret of secrets) assert.ok(!all.includes(secret), `${secret} was told`);
  assert.ok(
    clue.seen.some((seen) => seen.headers.authorization?.includes(header)),
    'tokens were really in use',
  );
});
