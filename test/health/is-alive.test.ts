import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSilence } from 'node:net';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { listenAddress } from '../../src/config/listen-address.ts';
import { openRooms } from '../../src/rooms.ts';

const rooms = openRooms();
after(() => rooms.close());

const ENTRY = fileURLToPath(new URL('../../bin/is-alive.js', import.meta.url));
const DOCKERFILE = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');

/** Asks as Docker does, and answers with the exit code. */
const ask = (healthPort: string | undefined): Promise<number> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH ?? '', ...(healthPort !== undefined && { HEALTH_PORT: healthPort }) };
    const child = execFile(process.execPath, [ENTRY], { env });
    child.once('exit', (code) => resolve(code ?? Number.NaN));
  });

async function aBotThatSays(status: number, host = '127.0.0.1'): Promise<number> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/healthz' ? status : 404).end('{}');
  });
  server.listen(0, host);
  await once(server, 'listening');
  rooms.add(server, (it) => void it.close());
  return (server.address() as AddressInfo).port;
}

describe('the question whether the bot is alive', { concurrency: 2 }, () => {
  it('ends with 0 when it is, wherever it listens', async () => {
    assert.equal(await ask(String(await aBotThatSays(200))), 0);
    assert.equal(await ask(`0.0.0.0:${await aBotThatSays(200, '0.0.0.0')}`), 0);
    assert.equal(await ask(`[::]:${await aBotThatSays(200, '::')}`), 0);
    assert.equal(await ask(`[::1]:${await aBotThatSays(200, '::1')}`), 0);
  });

  it('ends with 1 when it is not, or does not answer', async () => {
    assert.equal(await ask(String(await aBotThatSays(503))), 1);
    assert.equal(await ask('1'), 1);
    const silence = createSilence().listen(0, '127.0.0.1');
    await once(silence, 'listening');
    const port = (silence.address() as AddressInfo).port;
    silence.on('connection', (socket) => socket.on('error', () => undefined));
    assert.equal(await ask(String(port)), 1);
    silence.close();
  });

  it('ends with 1 where HEALTH_PORT cannot be read, and with 0 where there is nothing to ask', async () => {
    assert.equal(await ask('8O80'), 1);
    assert.equal(await ask(undefined), 0);
    assert.equal(await ask(''), 0);
  });
});

describe('the Dockerfile', () => {
  it('asks the bot at the port that it sets, with a file that is there', () => {
    const port = /^ENV (HEALTH_PORT=.*)$/m.exec(DOCKERFILE)?.[1] ?? '';
    assert.ok(listenAddress(parseEnv(port).HEALTH_PORT ?? ''), port);
    const asked = /^HEALTHCHECK .*CMD \["node", "(.*)"\]$/m.exec(DOCKERFILE)?.[1] ?? '';
    assert.ok(existsSync(new URL(`../../${asked}`, import.meta.url)), `it asks ${asked}`);
  });
});
