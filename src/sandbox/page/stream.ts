import type { ServerResponse } from 'node:http';

export type StreamOptions = {
  /** What a reader gets to see, as one line of text, made when it is sent. */
  readonly text: () => string;
  /** The shortest time between two sendings, in milliseconds; 100, ten a second. */
  readonly everyMs?: number;
  /** How often a silent connection is told that it still stands, in milliseconds; 15,000. */
  readonly heartbeatMs?: number;
};

/** Readers that are told of every change, as server-sent events. */
export type Stream = {
  /** Answers with the whole as it is now, and again after each change until the reader leaves. */
  readonly join: (response: ServerResponse, headers: Readonly<Record<string, string>>) => void;
  /** Something has changed; changes close to each other are told together. */
  readonly changed: () => void;
  readonly readers: () => number;
  /** Ends every reader's connection. */
  readonly stop: () => void;
};

export function createStream({ text, everyMs = 100, heartbeatMs = 15_000 }: StreamOptions): Stream {
  const readers = new Set<ServerResponse>();
  /** Readers whose connection is full: they get the newest state when it has room again, and none in between. */
  const behind = new Set<ServerResponse>();
  let sentAt = Number.NEGATIVE_INFINITY;
  let due: NodeJS.Timeout | undefined;

  const send = (reader: ServerResponse, event: string): void => {
    if (reader.writableNeedDrain) behind.add(reader);
    else reader.write(event);
  };
  const asEvent = (): string => `data: ${text()}\n\n`;
  const sendAll = (): void => {
    due = undefined;
    sentAt = performance.now();
    const event = asEvent();
    for (const reader of readers) send(reader, event);
  };
  const heartbeat = setInterval(() => {
    for (const reader of readers) if (!reader.writableNeedDrain) reader.write(': still here\n\n');
  }, heartbeatMs);
  heartbeat.unref();

  return {
    join(response, headers) {
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8' });
      readers.add(response);
      response.on('close', () => {
        readers.delete(response);
        behind.delete(response);
      });
      response.on('drain', () => {
        if (behind.delete(response)) send(response, asEvent());
      });
      // A server that was stopped and started again is found again within a second.
      response.write('retry: 1000\n\n');
      send(response, asEvent());
    },
    changed() {
      if (readers.size === 0 || due !== undefined) return;
      due = setTimeout(sendAll, Math.max(0, sentAt + everyMs - performance.now()));
    },
    readers: () => readers.size,
    stop() {
      clearTimeout(due);
      clearInterval(heartbeat);
      for (const reader of readers) reader.end();
    },
  };
}
