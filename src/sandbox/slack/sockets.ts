import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { performance } from 'node:perf_hooks';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject, type JsonObject, parseJson, textOf } from './json.ts';
import type { News } from './news.ts';
import { BOT } from './people.ts';
import type { Timers } from './timers.ts';

export type Envelope = {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: JsonObject;
  readonly accepts_response_payload: boolean;
};

/** What became of an envelope. Slack asks for the ack within three seconds. */
export type Delivery =
  | { readonly kind: 'acked'; readonly ackMs: number; readonly payload: JsonObject | undefined }
  | { readonly kind: 'dispatch_failed' }
  | { readonly kind: 'operation_timeout' };

export type Sockets = {
  /** A new address; it lets one connection in, once. */
  readonly issueUrl: () => string;
  /** Sends an envelope to one open connection, each in its turn, and waits for the ack. */
  readonly deliver: (envelope: Envelope) => Promise<Delivery>;
  /** Asks one connection (by its place, oldest first) or all of them to reconnect, as Slack does every few hours; answers how many. */
  readonly refresh: (which?: number) => number;
  readonly open: () => number;
  /** Tears every connection down without a word. */
  readonly terminate: () => void;
  /** Says goodbye to every connection, and ends when all are gone. */
  readonly close: () => Promise<void>;
};

const MOST_CONNECTIONS = 10;
const PING_EVERY_MS = 10_000;
/** How long a connection that was asked to reconnect may still acknowledge. */
const GRACE_MS = 1_000;
/** How long a connection may take to say goodbye when the workspace stops. */
const GOODBYE_MS = 300;

/** The Socket Mode side: https://docs.slack.dev/apis/events-api/using-socket-mode */
export function createSockets(options: {
  readonly server: Server;
  readonly port: number;
  readonly timers: Timers;
  readonly tell: (news: News) => void;
  readonly ackWithinMs: number;
}): Sockets {
  const { server, timers, tell, ackWithinMs } = options;
  const gate = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, (payload: JsonObject | undefined) => void>();
  let connections: readonly WebSocket[] = [];
  let turn = 0;

  const leave = (socket: WebSocket): void => {
    if (!connections.includes(socket)) return;
    connections = connections.filter((one) => one !== socket);
    tell({ kind: 'sockets', open: connections.length });
  };
  const dismiss = (socket: WebSocket, reason: string): void => {
    leave(socket);
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }));
    const off = timers.after(GRACE_MS, () => socket.close(1000));
    socket.once('close', off);
  };
  const hear = (text: string): void => {
    const message = parseJson(text);
    if (!isObject(message)) return;
    const id = textOf(message.envelope_id) ?? '';
    waiting.get(id)?.(isObject(message.payload) ? message.payload : undefined);
    waiting.delete(id);
  };
  const enter = (socket: WebSocket): void => {
    let alive = true;
    const ping = setInterval(() => {
      if (!alive) socket.terminate();
      alive = false;
      socket.ping('Ping from the Slack sandbox');
    }, PING_EVERY_MS);
    socket.on('pong', () => {
      alive = true;
    });
    socket.on('message', (data) => hear(data.toString()));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(ping);
      leave(socket);
    });
    if (connections.length >= MOST_CONNECTIONS) {
      dismiss(socket, 'too_many_websockets');
      return;
    }
    connections = [...connections, socket];
    const debug_info = { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 };
    const connection_info = { app_id: BOT.appId };
    socket.send(JSON.stringify({ type: 'hello', num_connections: connections.length, connection_info, debug_info }));
    tell({ kind: 'sockets', open: connections.length });
  };
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    gate.handleUpgrade(request, socket, head, enter);
  });

  return {
    issueUrl: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `ws://127.0.0.1:${options.port}/link/?ticket=${ticket}&app_id=${BOT.appId}`;
    },
    deliver: (envelope) => {
      const ready = connections.filter((one) => one.readyState === one.OPEN);
      const socket = ready[turn++ % Math.max(1, ready.length)];
      if (socket === undefined) return Promise.resolve({ kind: 'dispatch_failed' });
      const id = randomUUID();
      const from = performance.now();
      return new Promise((resolve) => {
        const off = timers.after(ackWithinMs, () => {
          waiting.delete(id);
          resolve({ kind: 'operation_timeout' });
        });
        waiting.set(id, (payload) => {
          off();
          resolve({ kind: 'acked', ackMs: performance.now() - from, payload });
        });
        socket.send(JSON.stringify({ envelope_id: id, ...envelope }));
      });
    },
    refresh: (which) => {
      const asked = which === undefined ? connections : connections.slice(which, which + 1);
      for (const socket of asked) dismiss(socket, 'refresh_requested');
      return asked.length;
    },
    open: () => connections.length,
    terminate: () => {
      for (const socket of gate.clients) socket.terminate();
    },
    close: async () => {
      // A client that sees no close frame waits for it for half a minute, and its process with it.
      await Promise.all([...gate.clients].map(goodbye));
      gate.close();
    },
  };
}

function goodbye(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), GOODBYE_MS);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1001);
  });
}
