import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type SandboxClue, startClue } from '../../../src/sandbox/clue/start-clue.ts';
import { ask, login, pageOf, post, refusal, tokensOf } from './caller.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';

describe('a fault', () => {
  let clue: SandboxClue;
  let clock: ManualClock;
  let token: string;
  let refreshToken: string;
  beforeEach(async () => {
    clock = manualClock();
    clue = await startClue({ now: clock.now });
    clue.place(178).append({ deviceId: 902, doorId: 181, eventType: 'DEV_FACE_AUTH_FAIL' });
    ({ access: token, refresh: refreshToken } = await tokensOf(clue));
  });
  afterEach(() => clue.stop());

  const read = (place = 178) =>
    fetch(`${clue.url}/v1/events/places/${place}`, { headers: { authorization: `Bearer ${token}` } });

  /** Asks for other things until a question about this place has reached the server. */
  const arrived = async (place: number) => {
    while (!clue.journal.some((entry) => entry.path.endsWith(`/${place}`))) await login(clue);
  };

  it('answers 500 or 503 in the usual envelope', async () => {
    const end = clue.faults.add({ kind: 'http', status: 503 });
    assert.equal(refusal(await ask(clue, token)), '503 e1000');
    end();
    clue.faults.add({ kind: 'http', status: 500, times: 1 });
    assert.equal(refusal(await ask(clue, token)), '500 e1000');
    assert.equal((await ask(clue, token)).status, 200);
  });

  it('cuts the JSON off inside an answer that is whole', async () => {
    clue.faults.add({ kind: 'cut-off' });
    const response = await read();
    assert.equal(response.status, 200);
    const text = await response.text();
    assert.match(text, /^\{"code":200/);
    assert.throws(() => JSON.parse(text), SyntaxError);
  });

  it('breaks the connection in the middle of the JSON', async () => {
    clue.faults.add({ kind: 'broken-off' });
    const response = await read();
    assert.equal(response.status, 200);
    await assert.rejects(response.text());
  });

  it('answers with the page of a proxy, with the status it is given', async () => {
    clue.faults.add({ kind: 'html', times: 1 });
    clue.faults.add({ kind: 'html', status: 502 });
    for (const status of [200, 502]) {
      const response = await read();
      assert.equal(response.status, status);
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
      assert.match(await response.text(), /^<!DOCTYPE html>/);
    }
  });

  it('answers with an empty body', async () => {
    clue.faults.add({ kind: 'empty' });
    const response = await read();
    assert.deepEqual([response.status, await response.text()], [200, '']);
  });

  it('refuses good tokens the next two times', async () => {
    clue.faults.add({ kind: 'unauthorized', times: 2 });
    const statuses = [];
    for (let nth = 0; nth < 3; nth += 1) statuses.push((await ask(clue, token)).status);
    assert.deepEqual(statuses, [401, 401, 200]);
  });

  it('refuses renewals and nothing else', async () => {
    clue.faults.add({ kind: 'refresh-refused' });
    assert.equal(refusal(await post(clue, '/v1/accounts/access-token', { refreshToken })), '401 a1011');
    assert.equal(refusal(await post(clue, '/v1/accounts/refresh-token', { refreshToken })), '401 a1011');
    assert.equal((await login(clue)).status, 200);
    assert.equal((await ask(clue, token)).status, 200);
  });

  it('answers 429 with Retry-After in seconds', async () => {
    clue.faults.add({ kind: 'rate-limited', retryAfterS: 7 });
    const response = await read();
    assert.deepEqual([response.status, response.headers.get('retry-after')], [429, '7']);
    await response.body?.cancel();
  });

  it('resets the connection, and notes a request without a status', async () => {
    clue.faults.add({ kind: 'reset' });
    await assert.rejects(read());
    assert.equal(clue.journal.at(-1)?.path, '/v1/events/places/178');
    assert.equal(clue.journal.at(-1)?.status, undefined);
  });

  it('hangs until it is ended, which breaks the connection', async () => {
    const end = clue.faults.add({ kind: 'hang', place: 178 });
    const outcome = assert.rejects(read(178));
    await arrived(178);
    end();
    await outcome;
    assert.equal((await read()).status, 200);
  });

  it('lets a stopped server stop, with a request that hangs and one that is slow', async () => {
    clue.faults.add({ kind: 'hang', place: 178 });
    clue.faults.add({ kind: 'slow', ms: 60_000, place: 179 });
    const both = Promise.all([assert.rejects(read(178)), assert.rejects(read(179))]);
    await arrived(178);
    await arrived(179);
    await clue.stop();
    await both;
  });

  it('answers later, and joins another fault', async () => {
    clue.faults.add({ kind: 'slow', ms: 60 });
    clue.faults.add({ kind: 'http', status: 500, times: 1 });
    for (const status of [500, 200]) {
      const begun = performance.now();
      assert.equal((await ask(clue, token)).status, status);
      // A timer may come a millisecond early by this finer clock.
      assert.ok(performance.now() - begun >= 58);
    }
  });

  it('meets only its path or its place', async () => {
    clue.faults.add({ kind: 'http', status: 500, path: '/v1/accounts/login' });
    clue.faults.add({ kind: 'http', status: 503, place: 179 });
    assert.equal((await login(clue)).status, 500);
    assert.equal((await ask(clue, token, 178)).status, 200);
    assert.equal((await ask(clue, token, 179)).status, 503);
  });

  it('ends after its time, by the clock of the server, and is listed until then', async () => {
    const fault = { kind: 'http', status: 500, forMs: 20_000 } as const;
    clue.faults.add(fault);
    clock.advance(19_999);
    assert.equal((await ask(clue, token)).status, 500);
    assert.deepEqual(clue.faults.active(), [fault]);
    clock.advance(1);
    assert.equal((await ask(clue, token)).status, 200);
    assert.deepEqual(clue.faults.active(), []);
  });

  it('is cleared with all others', async () => {
    clue.faults.add({ kind: 'http', status: 500 });
    clue.faults.add({ kind: 'empty' });
    clue.faults.clear();
    assert.equal((await pageOf(clue, token)).total, 1);
  });

  it('of being away breaks every connection, until the server is back at the same address', async () => {
    await pageOf(clue, token);
    clue.away(true);
    await assert.rejects(read());
    await assert.rejects(login(clue));
    assert.equal(clue.logins, 1);
    clue.away(false);
    assert.equal((await ask(clue, token)).status, 200);
  });

  it('does not count as a reading of the place', async () => {
    let reads = 0;
    const stopListening = clue.place(178).whenRead(() => {
      reads += 1;
    });
    clue.faults.add({ kind: 'cut-off', times: 1 });
    await (await read()).text();
    await ask(clue, 'wrong');
    await ask(clue, token, 178, 'size=no');
    assert.equal(reads, 0);
    await ask(clue, token);
    assert.equal(reads, 1);
    stopListening();
    await ask(clue, token);
    assert.equal(reads, 1);
  });
});
