import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Instant } from '../door/ids.ts';
import { alive, type Reason, ready, type Verdict } from './checks.ts';
import { figures } from './figures.ts';
import type { VitalSigns } from './vital-signs.ts';

export interface HealthLog {
  info(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

export type HealthServerOptions = {
  /** Port 0 is any free one. */
  readonly address: { readonly host: string; readonly port: number };
  readonly signs: VitalSigns;
  readonly log: HealthLog;
  readonly now: () => Instant;
};

export type HealthServer = {
  /** Where it listens; undefined where it could not. */
  readonly url: string | undefined;
  readonly stop: () => Promise<void>;
};

/** Whoever asks sends one short line; nobody may keep a connection of ours for longer, in milliseconds. */
const PATIENCE_MS = 5_000;
const MOST_CONNECTIONS = 50;

const CHECKS: ReadonlyMap<string, (signs: VitalSigns, now: Instant) => Verdict> = new Map([
  ['/healthz', alive],
  ['/readyz', ready],
]);

/**
 * Answers whether the bot is alive (`/healthz`) and whether it sees and can tell (`/readyz`). Where it cannot listen it says
 * so in the log, and the bot goes on: a port that is taken must not blind it to the doors.
 */
export async function startHealthServer(options: HealthServerOptions): Promise<HealthServer> {
  const { address, signs, log, now } = options;
  const server = createServer(
    {
      requestTimeout: PATIENCE_MS,
      headersTimeout: PATIENCE_MS,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 8_192,
    },
    (request, response) => {
      // What somebody sends along is not read, and the connection ends with the answer.
      const path = (request.url ?? '').split('?', 1)[0] ?? '';
      const check = CHECKS.get(path);
      const isHead = request.method === 'HEAD';
      if (check === undefined) return answer(response, 404, { ok: false, says: 'Ask /healthz or /readyz.' }, isHead);
      if (request.method !== 'GET' && !isHead) {
        response.setHeader('Allow', 'GET, HEAD');
        return answer(response, 405, { ok: false, says: 'Ask with GET or HEAD.' }, isHead);
      }
      try {
        const verdict = check(signs, now());
        answer(response, verdict.ok ? 200 : 503, { ...inWords(verdict), ...figures(signs) }, isHead);
      } catch (error) {
        // The bot watches doors; a question about its health must not end it.
        log.error('a question about the bot’s health could not be answered', { error: String(error) });
        answer(response, 500, { ok: false, says: 'This could not be found out; the log says why.' }, isHead);
      }
    },
  );
  server.timeout = PATIENCE_MS;
  server.maxConnections = MOST_CONNECTIONS;
  try {
    await listen(server, address);
  } catch (error) {
    log.error(`${whyNot(error)} The bot watches the doors, but cannot be asked whether it is alive.`, { ...address });
    return { url: undefined, stop: async () => undefined };
  }
  const url = urlOf(server.address());
  log.info('the bot can be asked whether it is alive', { at: url });
  return {
    url,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function answer(response: ServerResponse, status: number, body: object, isHead: boolean): void {
  const text = `${JSON.stringify(body, undefined, 2)}\n`;
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  });
  response.end(isHead ? undefined : text);
}

const inWords = ({ ok, reasons, notes }: Verdict): object => ({
  ok,
  reasons: reasons.map(withTime),
  notes: notes.map(withTime),
});

const withTime = ({ reason, says, since }: Reason): object => ({ reason, says, since: new Date(since).toISOString() });

async function listen(server: Server, { host, port }: HealthServerOptions['address']): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  switch (code) {
    case 'EADDRINUSE':
      return 'The port of HEALTH_PORT is taken by another program: choose another one and start the bot again.';
    case 'EACCES':
      return 'The bot may not open the port of HEALTH_PORT: choose one above 1023 and start the bot again.';
    case 'EADDRNOTAVAIL':
      return 'The address of HEALTH_PORT is none of this machine: leave it out or choose another one, and start the bot again.';
    default:
      return `The health server cannot listen at HEALTH_PORT (${code}).`;
  }
}

function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') return String(address);
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
