import type { TestContext } from 'node:test';
import { type ClueClient, createClueClient } from '../../../src/clue/client.ts';
import type { Credentials } from '../../../src/clue/credentials.ts';
import type { Log } from '../../../src/clue/log.ts';
import { openSession, type Session, type SessionStatus } from '../../../src/clue/session.ts';
import type { SessionStore } from '../../../src/clue/session-book.ts';
import { createTransport, type Transport, type TransportOptions } from '../../../src/clue/transport.ts';
import { type Instant, instant, placeId } from '../../../src/door/ids.ts';
import type { PageRequest } from '../../../src/door/page.ts';
import { type ClueServer, LOGIN, startClue } from './clue-server.ts';

export const NINE = instant(Date.parse('2026-11-22T09:00:00Z'));
export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;

export const NEWEST: PageRequest = { place: placeId('178'), page: 0, size: 256, order: 'newest-first' };

/** A store that keeps one value as JSON, as a database would. */
export type OneValue = SessionStore & { value: string | undefined; failing: boolean };

export function oneValue(value?: string): OneValue {
  const store: OneValue = {
    value,
    failing: false,
    load: async () => (store.value === undefined ? undefined : JSON.parse(store.value)),
    save: async (next) => {
      if (store.failing) throw new Error(`disk full, could not write ${JSON.stringify(next)}`);
      store.value = JSON.stringify(next);
    },
  };
  return store;
}

export type Clock = { now: Instant; forward(ms: number): void };

export function clockAt(now: Instant): Clock {
  const clock: Clock = {
    now,
    forward: (ms) => {
      clock.now = instant(clock.now + ms);
    },
  };
  return clock;
}

/** A log that keeps its lines as text. */
export function listeningLog(lines: string[]): Log {
  const write = (level: string) => (msg: string, fields?: object) =>
    void lines.push(`${level} ${msg} ${JSON.stringify(fields ?? {})}`);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** One life of the bot's CLUe edge over a server, a store and a clock that outlive it. */
export type Life = { readonly session: Session; readonly client: ClueClient; readonly told: readonly SessionStatus[] };

export type World = {
  readonly clue: ClueServer;
  readonly store: OneValue;
  readonly clock: Clock;
  readonly lines: string[];
  readonly log: Log;
  readonly transport: Transport;
  /** Starts the bot's CLUe edge; called again it is a restart. */
  start(credentials?: Credentials, baseUrl?: string): Promise<Life>;
};

/** A real server, an empty store and a clock at nine; all is closed when the test ends. */
export async function aWorld(test: TestContext, options: TransportOptions = {}, prefix = ''): Promise<World> {
  const clue = await startClue(prefix);
  const clock = clockAt(NINE);
  const transport = createTransport({ now: () => clock.now, firstPauseMs: 1, ...options });
  const store = oneValue();
  const lines: string[] = [];
  const log = listeningLog(lines);
  test.after(async () => {
    await transport.close();
    await clue.close();
  });
  return {
    clue,
    store,
    clock,
    lines,
    log,
    transport,
    async start(credentials = LOGIN, baseUrl = clue.baseUrl) {
      const told: SessionStatus[] = [];
      const now = (): Instant => clock.now;
      const onChange = (status: SessionStatus): void => void told.push(status);
      const session = await openSession({ credentials, baseUrl, transport, store, now, log, onChange });
      return { session, told, client: createClueClient({ baseUrl, session, transport, log }) };
    },
  };
}
