import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { after, describe, it } from 'node:test';
import { type Instant, placeId } from '../../src/door/ids.ts';
import { type HealthServer, startHealthServer } from '../../src/health/server.ts';
import type { VitalSigns } from '../../src/health/vital-signs.ts';
import { openRooms } from '../../src/rooms.ts';
import { at } from '../support/rows.ts';

const rooms = openRooms();
after(() => rooms.close());

const NOW = at('09:00:30');
const SHIBUYA = { id: placeId('178'), isSeen: true, seenAgoMs: 2_340, since: at('09:00:27') };

/** The signs of a bot that is well. */
const WELL: VitalSigns = {
  beatAgoMs: () => 400,
  eventLoop: () => ({ p99Ms: 3, maxMs: 41, standstills: { count: 0, longestMs: 0, firstAgoMs: 0 } }),
  loginRefusedSince: () => undefined,
  places: () => [SHIBUYA],
  slack: () => ({ kind: 'connected' }),
  refusedChannels: () => [],
  cardsWaiting: () => 0,
};

async function aServer(signs: Partial<VitalSigns> = {}) {
  const lines: { readonly message: string; readonly fields: object | undefined }[] = [];
  const say = (message: string, fields?: object): unknown => lines.push({ message, fields });
  const server: HealthServer = rooms.add(
    await startHealthServer({
      address: { host: '127.0.0.1', port: 0 },
      signs: { ...WELL, ...signs },
      log: { info: say, error: say },
      now: (): Instant => NOW,
    }),
    (it) => it.stop(),
  );
  const ask = async (path: string, method = 'GET') => {
    const answer = await fetch(`${server.url}${path}`, { method });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { server, ask, lines };
}

describe('a bot that is well', () => {
  it('says so, with its numbers', async () => {
    const { ask } = await aServer();
    for (const path of ['/healthz', '/readyz', '/readyz?verbose']) {
      const { status, headers, body } = await ask(path);
      assert.equal(status, 200);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.match(headers.get('content-type') ?? '', /^application\/json/);
      assert.deepEqual(body, {
        ok: true,
        reasons: [],
        notes: [],
        places: { 178: { secondsSinceGoodPoll: 2.3 } },
        slack: 'connected',
        cardsWaiting: 0,
        secondsSinceBeat: 0.4,
        eventLoop: { p99Ms: 3, maxMs: 41, standstillsLastMinute: 0, longestMs: 0 },
      });
    }
  });

  it('answers HEAD with the head alone', async () => {
    const { ask } = await aServer();
    const [whole, head] = [await ask('/readyz'), await ask('/readyz', 'HEAD')];
    assert.deepEqual([head.status, head.text], [200, '']);
    assert.equal(head.headers.get('content-length'), whole.headers.get('content-length'));
  });
});

/** What is wrong, as the signs tell it, and the reason that /readyz gives. */
const TROUBLES: readonly (readonly [what: string, signs: Partial<VitalSigns>, reason: object])[] = [
  [
    'CLUe refuses the login',
    { loginRefusedSince: () => at('08:00:00') },
    {
      reason: 'login-refused',
      says: 'CLUe refuses to log the bot in, so it sees nothing: look at its login in the configuration, then /clue login.',
      since: '2026-11-20T08:00:00.000Z',
    },
  ],
  [
    'places are not read',
    {
      places: () => [
        SHIBUYA,
        { id: placeId('179'), isSeen: false, since: at('08:59:00') },
        { id: placeId('180'), isSeen: false, seenAgoMs: 91_000, since: at('08:58:59'), problem: 'unreachable' },
      ],
    },
    {
      reason: 'place-unseen',
      says: '2 of 3 places were not read lately: 179, 180 (unreachable).',
      since: '2026-11-20T08:58:59.000Z',
    },
  ],
  [
    'Slack takes nothing',
    { slack: () => ({ kind: 'away', since: at('08:59:00'), takesMessages: false }) },
    {
      reason: 'slack-away',
      says: 'Slack cannot be reached: alerts wait, and commands are not answered. The bot goes on trying.',
      since: '2026-11-20T08:59:00.000Z',
    },
  ],
  [
    'a channel refuses the bot',
    { refusedChannels: () => [{ channel: 'C0OPS', word: 'not_in_channel', since: at('08:59:00') }] },
    {
      reason: 'channel-refused',
      says: 'Slack takes no message of the bot in C0OPS (not_in_channel).',
      since: '2026-11-20T08:59:00.000Z',
    },
  ],
  [
    'the store takes nothing',
    { store: () => ({ why: 'full', since: at('08:59:00') }) },
    {
      reason: 'store-failing',
      says: 'The store cannot be written (full): what is saved now would be lost with a restart.',
      since: '2026-11-20T08:59:00.000Z',
    },
  ],
];

describe('/readyz', () => {
  for (const [what, signs, reason] of TROUBLES) {
    it(`is 503 when ${what}, and /healthz stays 200: a restart would not help`, async () => {
      const { ask } = await aServer(signs);
      const { status, body } = await ask('/readyz');
      assert.equal(status, 503);
      assert.deepEqual([body.ok, body.reasons], [false, [reason]]);
      assert.equal((await ask('/healthz')).status, 200);
    });
  }

  it('names every reason at once', async () => {
    const { ask } = await aServer(Object.assign({}, ...TROUBLES.map(([, signs]) => signs)));
    const { body } = await ask('/readyz');
    assert.equal(body.reasons.length, TROUBLES.length);
  });

  it('stays 200 while Slack takes messages without a socket, and notes it', async () => {
    const { ask } = await aServer({ slack: () => ({ kind: 'away', since: at('08:59:00'), takesMessages: true }) });
    const { status, body } = await ask('/readyz');
    assert.equal(status, 200);
    assert.deepEqual(
      body.notes.map((note: { readonly reason: string }) => note.reason),
      ['slack-away'],
    );
  });
});

describe('/healthz', () => {
  it('is 503 when the beat of the polls was silent for more than 30 s, and so is /readyz', async () => {
    assert.equal((await (await aServer({ beatAgoMs: () => 30_000 })).ask('/healthz')).status, 200);
    const { ask } = await aServer({ beatAgoMs: () => 30_500 });
    const { status, body } = await ask('/healthz');
    assert.equal(status, 503);
    assert.deepEqual(body.reasons, [
      {
        reason: 'watch-stopped',
        says: 'The polls have stopped for 30 s and do not come back by themselves: restart the bot.',
        since: '2026-11-20T08:59:59.500Z',
      },
    ]);
    assert.equal((await ask('/readyz')).status, 503);
  });

  it('reports a standstill that is over, and stays 200', async () => {
    const standstills = { count: 2, longestMs: 412, firstAgoMs: 10_000 };
    const { ask } = await aServer({ eventLoop: () => ({ p99Ms: 3, maxMs: 412, standstills }) });
    const { status, body } = await ask('/healthz');
    assert.equal(status, 200);
    assert.deepEqual(body.notes, [
      {
        reason: 'stood-still',
        says: 'The process stood still 2 times in the last minute for more than 250 ms, 412 ms at the longest.',
        since: '2026-11-20T09:00:20.000Z',
      },
    ]);
    assert.deepEqual(body.eventLoop, { p99Ms: 3, maxMs: 412, standstillsLastMinute: 2, longestMs: 412 });
  });
});

describe('whoever asks otherwise', () => {
  it('is told where to ask, and how', async () => {
    const { ask } = await aServer();
    for (const path of ['/', '/metrics', '/healthz/', '/readyz/..%2f', '//healthz']) {
      const { status, text, headers } = await ask(path);
      assert.deepEqual([status, headers.get('cache-control')], [404, 'no-store'], path);
      assert.ok(!text.includes('178'), text);
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await ask('/healthz', method);
      assert.deepEqual([status, headers.get('allow')], [405, 'GET, HEAD'], method);
    }
  });

  it('cannot end the bot by asking while a sign is broken', async () => {
    const { ask, lines } = await aServer({
      cardsWaiting: () => {
        throw new Error('broken');
      },
    });
    assert.equal((await ask('/readyz')).status, 500);
    assert.equal((await ask('/readyz')).status, 500);
    assert.match(lines.at(-1)?.message ?? '', /could not be answered/);
  });
});

describe('the server', () => {
  it('closes at once when it is stopped, whoever still holds a connection', async () => {
    const { server } = await aServer();
    const port = Number(new URL(server.url ?? '').port);
    const idle = connect(port, '127.0.0.1');
    await once(idle, 'connect');
    idle.write('GET /healthz HTTP/1.1\r\n');
    idle.on('error', () => undefined);
    const closed = new Promise((resolve) => idle.once('close', resolve));
    await server.stop();
    await closed;
    await assert.rejects(once(request({ port, host: '127.0.0.1' }).end(), 'response'), /ECONNREFUSED/);
  });

  it('that finds its port taken says so in the log and lets the bot go on', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const lines: string[] = [];
    const server = await startHealthServer({
      address: { host: '127.0.0.1', port },
      signs: WELL,
      log: { info: (message) => lines.push(message), error: (message) => lines.push(message) },
      now: () => NOW,
    });
    assert.equal(server.url, undefined);
    assert.deepEqual(lines, [
      'The port of HEALTH_PORT is taken by another program: choose another one and start the bot again. The bot watches the doors, but cannot be asked whether it is alive.',
    ]);
    await server.stop();
    other.close();
  });

  it('listens on every address of both kinds when it is told to', async () => {
    const server = await startHealthServer({
      address: { host: '::', port: 0 },
      signs: WELL,
      log: { info: () => undefined, error: () => undefined },
      now: () => NOW,
    });
    assert.match(server.url ?? '', /^http:\/\/\[::\]:\d+$/);
    const answer = await fetch(`http://127.0.0.1:${new URL(server.url ?? '').port}/healthz`);
    assert.equal(answer.status, 200);
    await server.stop();
  });
});
