import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { TransportOptions } from '../../src/clue/transport.ts';
import type { Reply } from './support/clue-server.ts';
import { aWorld } from './support/given.ts';

/** Asks the events endpoint, which gives these replies in turn and the last one for ever. */
async function asking(t: TestContext, options: TransportOptions, ...replies: readonly [...Reply[], Reply]) {
  const { clue, transport } = await aWorld(t, options);
  clue.onEvents = () => replies[Math.min(clue.pages(), replies.length) - 1] ?? 'hang';
  const url = new URL(`${clue.baseUrl}/v1/events/places/178`);
  return { clue, url, transport, get: (signal?: AbortSignal) => transport.ask({ method: 'GET', url, signal }) };
}

const FINE: Reply = { body: '{"code":200}' };

describe('a GET is repeated', () => {
  it('after 500, 502, 503, 504 and a broken connection, until it is answered', async (t) => {
    for (const fault of [{ status: 500 }, { status: 502 }, { status: 503 }, { status: 504 }, 'hang up'] as const) {
      const { clue, get } = await asking(t, {}, fault, FINE);
      assert.deepEqual(await get(), { ok: true, value: { status: 200, text: '{"code":200}' } });
      assert.equal(clue.pages(), 2);
    }
  });

  it('whole after a body that broke off: two halves of two pages are never pasted together', async (t) => {
    const half: Reply = { body: '{"code":200,"data":[', cut: true, headers: { 'content-length': '500', etag: '"a"' } };
    const { clue, get } = await asking(t, {}, half, FINE);
    assert.deepEqual(await get(), { ok: true, value: { status: 200, text: '{"code":200}' } });
    assert.equal(clue.seen[1]?.headers.range, undefined);
  });

  it('twice at most; then the last answer counts, with its body', async (t) => {
    const { clue, get } = await asking(t, {}, { status: 503, body: '{"errors":[]}' });
    assert.deepEqual(await get(), { ok: true, value: { status: 503, text: '{"errors":[]}' } });
    assert.equal(clue.pages(), 3);
  });

  it('twice at most; then a broken connection is unreachable, a broken body unreadable', async (t) => {
    const broken = await asking(t, {}, 'hang up');
    assert.deepEqual(await broken.get(), { ok: false, problem: { kind: 'unreachable', detail: 'UND_ERR_SOCKET' } });
    const half = await asking(t, {}, { body: '{"data', cut: true });
    const problem = { kind: 'unreadable-answer', status: 200, detail: 'the body broke off' };
    assert.deepEqual(await half.get(), { ok: false, problem });
    assert.deepEqual([broken.clue.pages(), half.clue.pages()], [3, 3]);
  });
});

describe('a request is made once', () => {
  it('when it is a POST, whatever comes of it', async (t) => {
    for (const fault of [{ status: 503 }, 'hang up', { body: '{"da', cut: true }] as const) {
      const { clue, transport } = await aWorld(t);
      clue.onLogin = () => fault;
      await transport.ask({ method: 'POST', url: new URL(`${clue.baseUrl}/v1/accounts/login/phone`), body: {} });
      assert.equal(clue.logins(), 1);
    }
  });

  it('when it was answered by 429', async (t) => {
    const { clue, get } = await asking(t, {}, { status: 429, headers: { 'retry-after': '3' } });
    assert.deepEqual(await get(), { ok: true, value: { status: 429, text: '""', retryAfterMs: 3_000 } });
    assert.equal(clue.pages(), 1);
  });

  it('when it ran into a timeout: silence, a body that stalls, or the time for all together', async (t) => {
    const stalls: Reply = { body: '{"data', headers: { 'content-length': '500' } };
    const cases: readonly (readonly [TransportOptions, Reply])[] = [
      [{ silenceTimeoutMs: 60 }, 'hang'],
      [{ silenceTimeoutMs: 60 }, stalls],
      [{ totalTimeoutMs: 60 }, 'hang'],
    ];
    for (const [options, reply] of cases) {
      const { clue, get } = await asking(t, options, reply);
      const result = await get();
      assert.ok(!result.ok && result.problem.kind === 'timeout', JSON.stringify(result));
      assert.ok(result.problem.afterMs >= 50 && result.problem.afterMs < 20_000);
      assert.equal(clue.pages(), 1);
    }
  });
});

describe('a request ends', () => {
  it('when its caller gives up', async (t) => {
    const { clue, get } = await asking(t, {}, 'hang');
    const caller = new AbortController();
    clue.onEvents = () => {
      caller.abort();
      return 'hang';
    };
    const detail = 'the question was given up before its answer came';
    assert.deepEqual(await get(caller.signal), { ok: false, problem: { kind: 'unreachable', detail } });
  });

  it("with a timeout when its caller's deadline has passed", async (t) => {
    const { get } = await asking(t, {}, 'hang');
    const result = await get(AbortSignal.timeout(30));
    assert.equal(result.ok === false && result.problem.kind, 'timeout');
  });

  it('when the answer is larger than the limit', async (t) => {
    const { clue, get } = await asking(t, { maxBytes: 1_000 }, { body: 'x'.repeat(100_000) });
    const problem = { kind: 'unreadable-answer', status: 200, detail: 'a body larger than the limit' };
    assert.deepEqual(await get(), { ok: false, problem });
    assert.equal(clue.pages(), 1);
  });

  it('as unreachable when nobody listens', async (t) => {
    const { clue, get } = await asking(t, {}, FINE);
    await clue.close();
    assert.deepEqual(await get(), { ok: false, problem: { kind: 'unreachable', detail: 'ECONNREFUSED' } });
  });
});
