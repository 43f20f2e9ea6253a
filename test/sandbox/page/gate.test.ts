import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { describe, it, type TestContext } from 'node:test';
import { type APage, aPage } from './a-page.ts';

const REFUSE_A_FACE = JSON.stringify({ do: 'door', place: 178, door: 181, what: 'refuse-once' });

/** Sends a doing with these headers: what a web site can make a browser send. */
async function send(t: TestContext, headers: Readonly<Record<string, string>>, body = REFUSE_A_FACE) {
  const page = await aPage(t);
  const response = await fetch(`${page.url}/do`, { method: 'POST', headers, body });
  return {
    page,
    status: response.status,
    answer: (await response.json()) as { readonly error: string },
    rows: rowsOf(page),
  };
}

const rowsOf = ({ demo }: APage) => demo.clue.place(178).rows().length;
const JSON_BODY = { 'content-type': 'application/json' };

describe('the page’s door', () => {
  it('is open to the page itself', async (t) => {
    const page = await aPage(t);
    const answer = await page.do({ do: 'door', place: 178, door: 181, what: 'refuse-once' });
    assert.deepEqual([answer, rowsOf(page)], [{ status: 200, ok: true }, 1]);
  });

  it('is shut to another web site, and to whoever does not say where they come from', async (t) => {
    for (const origin of ['https://evil.example', 'http://127.0.0.1:9', 'null', undefined]) {
      const { status, answer, rows } = await send(t, { ...JSON_BODY, ...(origin !== undefined && { origin }) });
      assert.deepEqual([status, rows], [403, 0], `from ${origin}`);
      assert.match(answer.error, /Origin/);
    }
  });

  it('is shut where the browser says that another site asks', async (t) => {
    const page = await aPage(t);
    const headers = { ...JSON_BODY, origin: page.url, 'sec-fetch-site': 'cross-site' };
    const { status } = await fetch(`${page.url}/do`, { method: 'POST', headers, body: REFUSE_A_FACE });
    assert.deepEqual([status, rowsOf(page)], [403, 0]);
  });

  it('is shut to what a form can send', async (t) => {
    const page = await aPage(t);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonish']) {
      const headers = { 'content-type': type, origin: page.url };
      const response = await fetch(`${page.url}/do`, { method: 'POST', headers, body: REFUSE_A_FACE });
      assert.deepEqual([response.status, rowsOf(page)], [415, 0], type);
    }
  });

  it('is shut under any other name that was pointed here, for reading too', async (t) => {
    const page = await aPage(t);
    const { port } = new URL(page.url);
    const statusFor = async (host: string, path = '/state') => {
      const asking = request({ host: '127.0.0.1', port, path, headers: { host } }).end();
      const [response] = (await once(asking, 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    };
    assert.equal(await statusFor(`evil.example:${port}`), 403);
    assert.equal(await statusFor('127.0.0.1:1'), 403);
    assert.equal(await statusFor(`evil.example:${port}`, '/events'), 403);
    assert.equal(await statusFor(`localhost:${port}`), 200);
  });

  it('says that a long story is too long, and goes on', async (t) => {
    const page = await aPage(t);
    const body = JSON.stringify({ do: 'type', user: 'U0HANA', channel: 'C0ALERTS', text: 'x'.repeat(200_000) });
    const headers = { ...JSON_BODY, origin: page.url };
    const response = await fetch(`${page.url}/do`, { method: 'POST', headers, body });
    assert.equal(response.status, 413);
    assert.equal((await fetch(`${page.url}/`)).status, 200);
  });

  it('lets the browser load nothing from any network, in no frame', async (t) => {
    const page = await aPage(t);
    for (const path of ['/', '/gallery', '/state', '/client.js', '/nowhere']) {
      const policy = (await fetch(`${page.url}${path}`)).headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'self';/, path);
      assert.match(policy, /frame-ancestors 'none'/, path);
      assert.doesNotMatch(policy, /https?:|\*|unsafe/, path);
    }
  });
});
