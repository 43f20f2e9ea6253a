import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after } from '../../src/door/ids.ts';
import { LOGIN, refusal, success } from './support/clue-server.ts';
import { aWorld, HOUR, MINUTE, NEWEST, NINE, SECOND } from './support/given.ts';

const tokenOf = (result: { ok: boolean; value?: string }): string => (result.ok ? (result.value ?? '') : 'none');

describe('a session', () => {
  it('makes no request until a token is wanted', async (t) => {
    const { clue, start } = await aWorld(t);
    const { session } = await start();
    assert.deepEqual(session.status(), { kind: 'signed-out' });
    assert.equal(clue.seen.length, 0);
  });

  it('is used again after a restart', async (t) => {
    const { clue, start } = await aWorld(t);
    const first = tokenOf(await (await start()).session.token());
    const { session } = await start();
    assert.equal(tokenOf(await session.token()), first);
    assert.equal(clue.logins(), 1);
    assert.deepEqual(session.status(), { kind: 'active', since: NINE, renewsAt: after(NINE, 54 * MINUTE) });
  });

  it('is renewed at nine tenths of its life, while the old token still serves', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    const { session } = await start();
    const first = tokenOf(await session.token());
    clock.forward(54 * MINUTE - 1);
    await session.token();
    assert.equal(clue.refreshes() + clue.logins(), 1);
    clock.forward(1);
    const gate = Promise.withResolvers<void>();
    clue.onRefresh = async () => {
      await gate.promise;
      return success({ accessToken: clue.issue() });
    };
    assert.equal(tokenOf(await session.token()), first);
    assert.equal(tokenOf(await session.token()), first);
    gate.resolve();
    // Asking joins the renewal under way, and so waits for its end.
    assert.deepEqual(await session.askAgain(), { kind: 'signed-in' });
    assert.notEqual(tokenOf(await session.token()), first);
    assert.deepEqual([clue.refreshes(), clue.logins()], [1, 1]);
  });

  it('never uses a token past its life by our clock', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    clue.lifeS = 120;
    const { session } = await start();
    const first = tokenOf(await session.token());
    clock.forward(120 * SECOND);
    assert.notEqual(tokenOf(await session.token()), first);
  });

  it('takes a token that is no JWT for one of an hour', async (t) => {
    const { clue, start } = await aWorld(t);
    clue.onLogin = () => success({ accessToken: 'opaque' });
    const { session } = await start();
    await session.token();
    assert.deepEqual(session.status(), { kind: 'active', since: NINE, renewsAt: after(NINE, 54 * MINUTE) });
  });

  it('logs in once where the refresh token is refused, broken or answered without a token', async (t) => {
    for (const reply of [refusal(401, 'a1011'), 'hang up', { status: 500 }, success({}), { body: '<html>' }] as const) {
      const { clue, clock, start } = await aWorld(t);
      const { session } = await start();
      await session.token();
      clue.onRefresh = () => reply;
      clock.forward(HOUR);
      assert.ok((await session.token()).ok);
      assert.deepEqual([clue.refreshes(), clue.logins()], [1, 2]);
    }
  });

  it('logs in where the token that came by the refresh token is refused early', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    const { session, client } = await start();
    await session.token();
    clue.valid.clear();
    clue.onRefresh = () => success({ accessToken: 'refused-anyway' });
    assert.equal((await client.page(NEWEST)).ok, false);
    clock.forward(MINUTE);
    assert.ok((await client.page(NEWEST)).ok);
    assert.deepEqual([clue.refreshes(), clue.logins()], [1, 2]);
  });

  it('shares one login among forty who wait', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    const { session } = await start();
    await session.token();
    clock.forward(2 * HOUR);
    const tokens = await Promise.all(Array.from({ length: 40 }, () => session.token()));
    assert.equal(new Set(tokens.map(tokenOf)).size, 1);
    assert.equal(clue.logins(), 2);
  });

  it('lets one who waits give up, and the others have their token', async (t) => {
    const { clue, start } = await aWorld(t);
    const { session } = await start();
    const gate = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    clue.onLogin = async () => {
      arrived.resolve();
      await gate.promise;
      return success({ accessToken: clue.issue() });
    };
    const caller = new AbortController();
    const impatient = session.token(caller.signal);
    const patient = session.token();
    await arrived.promise;
    caller.abort();
    assert.equal((await impatient).ok, false);
    gate.resolve();
    assert.ok((await patient).ok);
    assert.equal(clue.logins(), 1);
  });

  it('tells each change of its status once', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    const { session, told } = await start();
    await session.token();
    await session.token();
    clue.onLogin = () => refusal(400, 'a1014');
    clock.forward(HOUR);
    await session.token();
    await session.token();
    const since = clock.now;
    const problem = { kind: 'login-refused', why: 'account-locked', code: 'a1014', since };
    assert.deepEqual(told, [
      { kind: 'active', since: NINE, renewsAt: after(NINE, 54 * MINUTE) },
      { kind: 'refused', problem },
    ]);
  });

  it('when closed gives up a login under way, and hands out nothing more', async (t) => {
    const { clue, start } = await aWorld(t);
    const { session } = await start();
    const arrived = Promise.withResolvers<void>();
    clue.onLogin = () => {
      arrived.resolve();
      return 'hang';
    };
    const waiting = session.token();
    await arrived.promise;
    await session.close();
    assert.equal((await waiting).ok, false);
    assert.equal((await session.token()).ok, false);
    assert.equal((await session.askAgain()).kind, 'failed');
    assert.equal(clue.logins(), 1);
  });
});

describe('an API key', () => {
  it('that is refused stays refused across restarts, until the key changes or a person asks', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    const key = { kind: 'api-key', key: 'old-key' } as const;
    const problem = { kind: 'login-refused', why: 'key-refused', since: NINE };
    const { client, told } = await start(key);
    assert.deepEqual(await client.page(NEWEST), { ok: false, problem });
    assert.deepEqual(told, [{ kind: 'refused', problem }]);
    clock.forward(MINUTE);
    const restarted = await start(key);
    assert.deepEqual(await restarted.client.page(NEWEST), { ok: false, problem });
    assert.equal(clue.pages(), 1);

    clue.valid.add('old-key');
    assert.deepEqual(await restarted.session.askAgain(), { kind: 'api-key' });
    assert.ok((await restarted.client.page(NEWEST)).ok);

    clue.valid.clear();
    assert.equal((await restarted.client.page(NEWEST)).ok, false);
    assert.deepEqual(await restarted.session.askAgain(), { kind: 'too-soon', nextAt: after(NINE, 11 * MINUTE) });
    clue.valid.add('new-key');
    assert.ok((await (await start({ kind: 'api-key', key: 'new-key' })).client.page(NEWEST)).ok);
    assert.equal(clue.logins(), 0);
  });
});

describe('an API key that is tried again', () => {
  it('counts as refused until CLUe has said yes to it, and nobody is told otherwise', async (t) => {
    const { clue, start } = await aWorld(t);
    const key = { kind: 'api-key', key: 'old-key' } as const;
    const refused = { kind: 'refused', problem: { kind: 'login-refused', why: 'key-refused', since: NINE } } as const;
    const { client, session, told } = await start(key);
    await client.page(NEWEST);
    assert.deepEqual(await session.askAgain(), { kind: 'api-key' });
    assert.deepEqual(session.status(), refused);
    assert.equal((await client.page(NEWEST)).ok, false);
    assert.equal(clue.pages(), 2);
    assert.equal((await client.page(NEWEST)).ok, false);
    assert.equal(clue.pages(), 2);
    assert.deepEqual(told, [refused]);
  });

  it('is good again with the first answer, and that is told and kept', async (t) => {
    const { clue, start } = await aWorld(t);
    const key = { kind: 'api-key', key: 'old-key' } as const;
    const { client, session, told } = await start(key);
    await client.page(NEWEST);
    clue.valid.add('old-key');
    await session.askAgain();
    assert.ok((await client.page(NEWEST)).ok);
    assert.deepEqual(session.status(), { kind: 'api-key' });
    assert.deepEqual(
      told.map(({ kind }) => kind),
      ['refused', 'api-key'],
    );
    assert.deepEqual((await start(key)).session.status(), { kind: 'api-key' });
  });
});

describe('tokens refused early three times within an hour', () => {
  it('mean that somebody else logs in: the bot stops and says so', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    const { client, session } = await start();
    for (const minutes of [0, 10, 20]) {
      clock.now = after(NINE, minutes * MINUTE);
      assert.ok((await client.page(NEWEST)).ok, `at ${minutes} minutes`);
      clue.valid.clear();
    }
    clock.forward(5 * MINUTE);
    const problem = { kind: 'login-refused', why: 'account-shared', since: clock.now };
    assert.deepEqual(await client.page(NEWEST), { ok: false, problem });
    assert.deepEqual(session.status(), { kind: 'refused', problem });
    assert.deepEqual(await (await start()).client.page(NEWEST), { ok: false, problem });
    assert.equal(clue.logins(), 3);
  });

  it('are not told of where they are spread over hours, or come near the end of a life', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    const { client } = await start();
    for (let round = 0; round < 5; round += 1) {
      assert.ok((await client.page(NEWEST)).ok);
      clue.valid.clear();
      clock.forward(round % 2 === 0 ? 35 * MINUTE : 50 * MINUTE);
    }
    assert.ok((await client.page(NEWEST)).ok);
  });
});

describe('the configuration', () => {
  it('changed in anything that goes into a login drops the tokens; unchanged it keeps them', async (t) => {
    const { clue, start } = await aWorld(t);
    await (await start()).session.token();
    clue.onLogin = () => success({ accessToken: clue.issue() });
    let logins = 1;
    for (const change of [
      { password: 'another' },
      { phone: '0111111111' },
      { countryCode: 'jp' },
      { accountType: 'USER' },
      { authDeviceType: 'WEB' },
    ]) {
      await (await start({ ...LOGIN, ...change })).session.token();
      logins += 1;
      assert.equal(clue.logins(), logins, JSON.stringify(change));
    }
    await (await start({ ...LOGIN, authDeviceType: 'WEB' })).session.token();
    assert.equal(clue.logins(), logins);
    await (await start({ ...LOGIN, authDeviceType: 'WEB' }, `${clue.baseUrl}/`)).session.token();
    assert.equal(clue.logins(), logins + 1);
  });
});
