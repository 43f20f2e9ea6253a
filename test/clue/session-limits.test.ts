import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openSession } from '../../src/clue/session.ts';
import { after } from '../../src/door/ids.ts';
import { LOGIN, type Reply, success } from './support/clue-server.ts';
import { aWorld, HOUR, MINUTE, NEWEST, NINE, SECOND } from './support/given.ts';

const WRONG = { ...LOGIN, password: 'wrong-password-of-the-test' };

describe('a refused login', () => {
  it('is made exactly once until asked, for all callers and across restarts, also days later', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    const problem = { kind: 'login-refused', why: 'wrong-password', code: 'a1003', since: NINE };
    const { client, session } = await start(WRONG);
    const pages = await Promise.all(Array.from({ length: 10 }, () => client.page(NEWEST)));
    for (const page of pages) assert.deepEqual(page, { ok: false, problem });
    assert.deepEqual(session.status(), { kind: 'refused', problem });
    for (let restart = 0; restart < 3; restart += 1) {
      clock.forward(24 * HOUR);
      const next = await start(WRONG);
      assert.deepEqual(next.session.status(), { kind: 'refused', problem });
      assert.deepEqual(await next.client.page(NEWEST), { ok: false, problem });
    }
    assert.equal(clue.logins(), 1);
  });

  it('is in the store before anybody hears of it', async (t) => {
    const { store, start } = await aWorld(t);
    const { session } = await start(WRONG);
    await session.token();
    assert.equal(JSON.parse(store.value ?? '{}').refused.why, 'wrong-password');
  });

  it('is forgotten when the configuration changes, at once', async (t) => {
    const { clue, start } = await aWorld(t);
    assert.equal((await (await start(WRONG)).client.page(NEWEST)).ok, false);
    assert.ok((await (await start(LOGIN)).client.page(NEWEST)).ok);
    assert.equal(clue.logins(), 2);
  });

  it('is repeated when a person asks: once in ten minutes, also across restarts', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    const { session } = await start(WRONG);
    await session.token();
    clock.forward(5 * SECOND);
    const first = await session.askAgain();
    assert.equal(first.kind, 'refused');
    assert.equal(clue.logins(), 2);
    const nextAt = after(clock.now, 10 * MINUTE);
    assert.deepEqual(await session.askAgain(), { kind: 'too-soon', nextAt });
    clock.forward(10 * MINUTE - 1);
    const restarted = (await start(WRONG)).session;
    assert.deepEqual(await restarted.askAgain(), { kind: 'too-soon', nextAt });
    assert.equal(clue.logins(), 2);
    clock.forward(1);
    clue.onLogin = () => success({ accessToken: clue.issue(), accountStatus: 'ACTIVE' });
    assert.deepEqual(await restarted.askAgain(), { kind: 'signed-in' });
    assert.ok((await restarted.token()).ok);
    assert.equal(clue.logins(), 3);
  });

  it('is repeated once for two people who ask at the same time', async (t) => {
    const { clue, start } = await aWorld(t);
    const { session } = await start(WRONG);
    await session.token();
    const answers = await Promise.all([session.askAgain(), session.askAgain()]);
    assert.deepEqual(
      answers.map((answer) => answer.kind),
      ['refused', 'refused'],
    );
    assert.equal(clue.logins(), 2);
  });

  it('stands when the asked-for try is answered neither by a yes nor by a no', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    const { session } = await start(WRONG);
    await session.token();
    clue.onLogin = () => ({ status: 503 });
    assert.deepEqual(await session.askAgain(), { kind: 'failed', problem: { kind: 'server-error', status: 503 } });
    clock.forward(HOUR);
    const later = await session.token();
    assert.equal(later.ok === false && later.problem.kind, 'login-refused');
    assert.equal(clue.logins(), 2);
  });

  it('is an account that is not active, though CLUe gives it a token', async (t) => {
    const { clue, start } = await aWorld(t);
    clue.onLogin = () => success({ accountStatus: 'PASSWORD_EXPIRED', accessToken: clue.issue() });
    const { session } = await start();
    const result = await session.token();
    assert.equal(
      result.ok === false && result.problem.kind === 'login-refused' && result.problem.why,
      'password-expired',
    );
  });
});

describe('asking while the session is fine', () => {
  it('says so without a request, and does not count', async (t) => {
    const { clue, start } = await aWorld(t);
    const { session } = await start();
    await session.token();
    for (let times = 0; times < 3; times += 1) assert.deepEqual(await session.askAgain(), { kind: 'signed-in' });
    assert.equal(clue.logins(), 1);
  });
});

describe('a login that is answered neither by a yes nor by a no', () => {
  const cases: readonly (readonly [string, Reply, string])[] = [
    ['a server fault', { status: 500 }, 'server-error'],
    ['a broken connection', 'hang up', 'unreachable'],
    ['HTML', { body: '<html>' }, 'unreadable-answer'],
    ['cut-off JSON', { body: '{"code":200', cut: true }, 'unreadable-answer'],
    ['silence', 'hang', 'timeout'],
    ['408', { status: 408 }, 'server-error'],
    ['a yes without a token', success({ accountStatus: 'ACTIVE' }), 'unreadable-answer'],
  ];
  for (const [name, reply, kind] of cases) {
    it(`(${name}) is no refusal, and is tried again after a minute`, async (t) => {
      const { clue, clock, start } = await aWorld(t, { silenceTimeoutMs: 100 });
      const { session } = await start();
      clue.onLogin = () => reply;
      const result = await session.token();
      assert.equal(result.ok === false && result.problem.kind, kind);
      const status = session.status();
      assert.equal(status.kind === 'signed-out' && status.problem?.kind, kind);
      clock.forward(MINUTE - 1);
      const waiting = { ok: false, problem: { kind: 'login-waits', until: after(NINE, MINUTE) } };
      assert.deepEqual(await session.token(), waiting);
      assert.equal(clue.logins(), 1);
      clue.onLogin = () => success({ accessToken: clue.issue() });
      clock.forward(1);
      assert.ok((await session.token()).ok);
      assert.equal(clue.logins(), 2);
    });
  }

  it('(a rate limit) waits as long as CLUe asks, also across a restart', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    clue.onLogin = () => ({ status: 429, headers: { 'retry-after': '300' } });
    const limited = await (await start()).session.token();
    assert.deepEqual(limited, { ok: false, problem: { kind: 'rate-limited', retryAfterMs: 300_000 } });
    clock.forward(4 * MINUTE);
    const waiting = { ok: false, problem: { kind: 'login-waits', until: after(NINE, 5 * MINUTE) } };
    assert.deepEqual(await (await start()).session.token(), waiting);
    assert.equal(clue.logins(), 1);
  });
});

describe('renewals', () => {
  it('are made at most once a minute, whatever CLUe says of the tokens', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    clue.lifeS = 1;
    const { session } = await start();
    const began = clock.now;
    while (clock.now < after(began, 10 * MINUTE)) {
      await session.token();
      clock.forward(5 * SECOND);
    }
    // The first login is no renewal.
    assert.ok(clue.logins() <= 11, `${clue.logins()} logins`);
    assert.ok(clue.logins() >= 9, `${clue.logins()} logins`);
  });

  it('count from before their request, for a bot that dies in between and is started again and again', async (t) => {
    const { clue, clock, store, start } = await aWorld(t);
    let atRequest: string | undefined;
    clue.onLogin = () => {
      atRequest = store.value;
      return 'hang up';
    };
    await (await start()).session.token();
    for (let restart = 0; restart < 11; restart += 1) {
      // What the dead process had in the store when its request went out is all that is left of it.
      store.value = atRequest;
      clock.forward(5 * SECOND);
      const result = await (await start()).session.token();
      assert.equal(result.ok === false && result.problem.kind, 'login-waits');
    }
    assert.equal(clue.logins(), 1);
    clock.forward(5 * SECOND);
    await (await start()).session.token();
    assert.equal(clue.logins(), 2);
  });

  it('are not made where the store does not take the note of them', async (t) => {
    const { clue, store, start } = await aWorld(t);
    const { session } = await start();
    store.failing = true;
    const result = await session.token();
    assert.equal(result.ok === false && result.problem.kind, 'unreachable');
    assert.equal((await session.askAgain()).kind, 'failed');
    assert.equal(clue.logins(), 0);
    store.failing = false;
    assert.ok((await session.token()).ok);
  });

  it('keep the token in memory where the store fails after the login', async (t) => {
    const { clue, store, start } = await aWorld(t);
    const { session } = await start();
    clue.onLogin = () => {
      store.failing = true;
      return success({ accessToken: clue.issue() });
    };
    assert.ok((await session.token()).ok);
    assert.ok((await session.token()).ok);
    assert.equal(clue.logins(), 1);
  });
});

describe('a stored value', () => {
  it('of another shape is no session, and no reason to log in at every start', async (t) => {
    const { clue, clock, store, start } = await aWorld(t);
    for (const value of ['"junk"', '{"version":2}', '[]', '0']) {
      store.value = value;
      const { session } = await start();
      const until = after(clock.now, MINUTE);
      assert.deepEqual(await session.token(), { ok: false, problem: { kind: 'login-waits', until } });
      clock.forward(5 * SECOND);
    }
    assert.equal(clue.logins(), 0);
    const { session } = await start();
    clock.forward(MINUTE);
    assert.ok((await session.token()).ok);
  });

  it('that cannot be read at all is no new session: opening fails', async (t) => {
    const { clue, transport, log, clock } = await aWorld(t);
    const store = { load: () => Promise.reject(new Error('locked')), save: async () => {} };
    const now = () => clock.now;
    const opening = openSession({ credentials: LOGIN, baseUrl: clue.baseUrl, transport, store, now, log });
    await assert.rejects(opening, /locked/);
  });

  it('is no plain hash of the credentials, and differs for the same ones', async (t) => {
    const { store, start } = await aWorld(t);
    await (await start(WRONG)).session.token();
    const first = JSON.parse(store.value ?? '{}').fingerprint;
    store.value = undefined;
    await (await start(WRONG)).session.token();
    const second = JSON.parse(store.value ?? '{}').fingerprint;
    assert.notEqual(first.salt, second.salt);
    assert.notEqual(first.hash, second.hash);
  });
});

describe('a token refused while the minute is not over', () => {
  it('waits, and everybody hears until when', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    const { client, session } = await start();
    await client.page(NEWEST);
    clue.valid.clear();
    await client.page(NEWEST);
    clock.forward(10 * SECOND);
    clue.valid.clear();
    const problem = { kind: 'login-waits', until: after(NINE, MINUTE) };
    assert.deepEqual(await client.page(NEWEST), { ok: false, problem });
    assert.deepEqual(session.status(), { kind: 'signed-out', problem });
  });
});
