import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { instant, placeId } from '../../src/door/ids.ts';
import { LOGIN, type Reply, refusal, success } from './support/clue-server.ts';
import { aWorld, NEWEST } from './support/given.ts';

const sample = readFileSync(new URL('../samples/events-page.json', import.meta.url), 'utf8');

describe('a page', () => {
  it("is asked for as the vendor's guide says, with the token as header and as cookie", async (t) => {
    const { clue, start } = await aWorld(t);
    const { client } = await start();
    clue.onEvents = () => ({ body: sample });
    const page = await client.page({ ...NEWEST, page: 2, size: 50, from: instant(1_000), to: instant(2_000) });
    assert.ok(page.ok);
    assert.deepEqual([page.value.total, page.value.events.length, page.value.malformed], [507, 36, 0]);
    const asked = clue.seen.find((seen) => seen.method === 'GET');
    assert.equal(asked?.url, '/v1/events/places/178?page=2&size=50&sort=id%2Cdesc&startTime=1000&endTime=2000');
    const [token] = clue.valid;
    assert.equal(asked?.headers.authorization, `Bearer ${token}`);
    assert.equal(asked?.headers.cookie, `Authorization=Bearer ${token}`);
    assert.equal(asked?.headers.accept, 'application/json');
  });

  it('is asked for under a base address with a path and a trailing slash, oldest first where wanted', async (t) => {
    const { clue, start } = await aWorld(t, {}, '/gateway/clue');
    const { client } = await start(LOGIN, `${clue.baseUrl}/`);
    assert.ok((await client.page({ ...NEWEST, place: placeId('a/b'), order: 'oldest-first' })).ok);
    assert.equal(clue.seen.at(-1)?.url, '/gateway/clue/v1/events/places/a%2Fb?page=0&size=256&sort=id%2Casc');
  });

  it('with an API key is asked for without any login, and breaks no cookie', async (t) => {
    const { clue, start } = await aWorld(t);
    clue.valid.add('key;1');
    const { client, session } = await start({ kind: 'api-key', key: 'key;1' });
    assert.ok((await client.page(NEWEST)).ok);
    assert.equal(clue.logins(), 0);
    assert.equal(clue.seen[0]?.headers.cookie, 'Authorization=Bearer key%3B1');
    assert.deepEqual(session.status(), { kind: 'api-key' });
  });

  it('loses one malformed row, logs it without personal data, and keeps its neighbours', async (t) => {
    const { clue, start, lines } = await aWorld(t);
    const { client } = await start();
    const good = { logId: 1, eventAt: 5, eventType: 'DEV_FACE_AUTH_SUCCESS', userName: 'EBISU' };
    clue.onEvents = () => success([good, { logId: 2, userName: 'KANZASHI' }, { ...good, logId: 3 }], 3);
    const page = await client.page(NEWEST);
    assert.ok(page.ok);
    assert.deepEqual(
      page.value.events.map((event) => event.id),
      ['1', '3'],
    );
    assert.equal(page.value.malformed, 1);
    const line = lines.find((text) => text.startsWith('warn CLUe sent rows'));
    assert.match(line ?? '', /"index":1,"missing":\["eventAt","eventType"\]/);
    assert.doesNotMatch(lines.join('\n'), /KANZASHI|EBISU/);
  });

  it('without a total counts what it saw, and an empty place may leave its rows out', async (t) => {
    const { clue, start } = await aWorld(t);
    const { client } = await start();
    clue.onEvents = () => success([{ logId: 1, eventAt: 5, eventType: 'X' }]);
    const some = await client.page({ ...NEWEST, page: 3, size: 10 });
    assert.equal(some.ok && some.value.total, 31);
    const full = await client.page({ ...NEWEST, page: 3, size: 1 });
    assert.equal(full.ok && full.value.total, 5, 'a full page may have a next one');
    clue.onEvents = () => ({ body: { code: 200, status: true, total: 0, data: null } });
    assert.deepEqual(await client.page(NEWEST), { ok: true, value: { total: 0, events: [], malformed: 0 } });
  });
});

describe('an answer that is no page becomes a problem', () => {
  const cases: readonly (readonly [string, Reply, object])[] = [
    [
      'HTML',
      { body: '<html>gateway</html>' },
      { kind: 'unreadable-answer', status: 200, detail: 'HTML in place of JSON' },
    ],
    ['an empty body', { body: '' }, { kind: 'unreadable-answer', status: 200, detail: 'an empty body' }],
    [
      'cut-off JSON',
      { body: sample.slice(0, 900) },
      { kind: 'unreadable-answer', status: 200, detail: 'JSON that breaks off' },
    ],
    ['no rows', success(undefined, 4), { kind: 'unreadable-answer', status: 200, detail: 'an answer without rows' }],
    ['403', refusal(403, 'e1001', 'placeId'), { kind: 'not-allowed', code: 'e1001' }],
    ['404', refusal(404, 'e1007', 'placeId'), { kind: 'no-such-place', code: 'e1007' }],
    [
      '400',
      refusal(400, 'e1003', 'size'),
      { kind: 'bad-request', status: 400, code: 'e1003', detail: 'CLUe complained of size' },
    ],
    ['429', { status: 429, headers: { 'retry-after': '17' } }, { kind: 'rate-limited', retryAfterMs: 17_000 }],
    ['429 without a time', { status: 429, body: '<html>' }, { kind: 'rate-limited', retryAfterMs: 10_000 }],
  ];
  for (const [name, reply, problem] of cases) {
    it(name, async (t) => {
      const { clue, start } = await aWorld(t);
      const { client } = await start();
      clue.onEvents = () => reply;
      assert.deepEqual(await client.page(NEWEST), { ok: false, problem });
      assert.equal(clue.pages(), 1);
    });
  }
});

describe('a refused token', () => {
  it('costs one renewal, and the question is asked again', async (t) => {
    const { clue, start } = await aWorld(t);
    const { client } = await start();
    assert.ok((await client.page(NEWEST)).ok);
    clue.valid.clear();
    assert.ok((await client.page(NEWEST)).ok);
    assert.deepEqual([clue.logins(), clue.refreshes(), clue.pages()], [2, 1, 3]);
  });

  it('is told after one renewal, where CLUe refuses the new one too', async (t) => {
    const { clue, start } = await aWorld(t);
    const { client } = await start();
    clue.onEvents = () => refusal(401, 'a1028', 'token');
    assert.deepEqual(await client.page(NEWEST), { ok: false, problem: { kind: 'not-allowed', code: 'a1028' } });
    assert.deepEqual([clue.logins(), clue.pages()], [2, 2]);
  });

  it('is known by its code where the status is another', async (t) => {
    const { clue, start } = await aWorld(t);
    const { client } = await start();
    clue.onEvents = () => (clue.pages() === 1 ? { body: { code: 'a1028', status: false } } : success([], 0));
    assert.ok((await client.page(NEWEST)).ok);
    assert.equal(clue.logins(), 2);
  });

  it('of forty callers at once costs one login', async (t) => {
    const { clue, start } = await aWorld(t);
    const { client } = await start();
    assert.ok((await client.page(NEWEST)).ok);
    clue.valid.clear();
    const pages = await Promise.all(Array.from({ length: 40 }, () => client.page(NEWEST)));
    assert.ok(pages.every((page) => page.ok));
    assert.equal(clue.logins(), 2);
  });

  it('that was replaced meanwhile costs nothing', async (t) => {
    const { clue, start } = await aWorld(t);
    const { client, session } = await start();
    await client.page(NEWEST);
    const [old = ''] = clue.valid;
    clue.valid.clear();
    await client.page(NEWEST);
    assert.equal(await session.tokenRefused(old), undefined);
    assert.ok((await client.page(NEWEST)).ok);
    assert.equal(clue.logins(), 2);
  });
});
