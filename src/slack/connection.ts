import type { SocketModeReceiver } from '@slack/bolt';
import { sortFailure } from './call-outcome.ts';
import { isFinal, SlackRefusedError } from './identity.ts';
import { pause } from './pause.ts';

export interface ConnectionLog {
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
}

export type ConnectionOptions = {
  /** Made with `autoReconnectEnabled: false`: this file is the one owner of reconnecting. */
  readonly receiver: SocketModeReceiver;
  readonly log: ConnectionLog;
  /** A connection that does not stand after so long is given up and begun anew, in milliseconds. */
  readonly deadlineMs?: number;
  readonly firstWaitMs?: number;
  readonly longestWaitMs?: number;
};

export type Connection = {
  readonly isConnected: () => boolean;
  /** Resolves when the socket stands for the first time; rejects with SlackRefusedError when Slack refuses the app token. */
  readonly connected: Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A socket that stood for less than this was not closed by a refresh, in milliseconds. */
const HASTE_MS = 10_000;

/**
 * Keeps a Socket Mode connection alive for as long as the bot runs. The SDK's own reconnecting waits five
 * seconds after every refresh and lets some failures escape as unhandled rejections; here a closed socket
 * is opened again at once, and a Slack that is away is asked again after one second, two, four, five.
 */
export function keepConnected(options: ConnectionOptions): Connection {
  const { receiver, log, deadlineMs = 30_000, firstWaitMs = 1_000, longestWaitMs = 5_000 } = options;
  const { client } = receiver;
  const stopping = new AbortController();
  const first = Promise.withResolvers<void>();
  let isConnected = false;
  let isSaid = false;

  const once = async (): Promise<void> => {
    const closed = Promise.withResolvers<void>();
    const onClosed = (): void => closed.resolve();
    client.once('disconnected', onClosed);
    const timer = setTimeout(() => void client.disconnect(), deadlineMs);
    try {
      await receiver.start();
      isConnected = true;
      isSaid = false;
      first.resolve();
      log.info('connected to Slack');
      clearTimeout(timer);
      await closed.promise;
    } finally {
      clearTimeout(timer);
      client.off('disconnected', onClosed);
      isConnected = false;
    }
  };

  const run = async (): Promise<void> => {
    let waitMs = 0;
    while (!stopping.signal.aborted) {
      const began = performance.now();
      try {
        await once();
        // Slack closes a socket every few hours; one that it closes at once would be opened without end.
        waitMs = performance.now() - began < HASTE_MS ? Math.min(Math.max(waitMs * 2, firstWaitMs), longestWaitMs) : 0;
      } catch (error) {
        const failure = sortFailure(error);
        if (isFinal(failure)) first.reject(new SlackRefusedError('SLACK_APP_TOKEN', failure.word));
        waitMs = Math.min(Math.max(waitMs * 2, firstWaitMs), longestWaitMs);
        if (!isSaid && !stopping.signal.aborted) log.warn('Slack cannot be reached', { failure });
        isSaid = true;
      }
      await pause(waitMs, stopping.signal);
    }
  };

  // Whoever waits for `connected` hears of a refusal; nobody has to wait.
  first.promise.catch(() => undefined);
  const running = run();
  return {
    isConnected: () => isConnected,
    connected: first.promise,
    stop: async () => {
      stopping.abort();
      // Ends an open socket, and a beginning that still waits for its hello.
      await Promise.race([client.disconnect(), pause(2_000)]);
      await Promise.race([running, pause(2_000)]);
    },
  };
}
