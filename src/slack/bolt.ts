import { App, type BlockAction, type ButtonAction, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type ChannelId, channelId } from '../incident/incident.ts';
import { answerPerson, type Progress } from './answer.ts';
import { sortFailure } from './call-outcome.ts';
import { type Connection, keepConnected } from './connection.ts';
import { type Identity, whoAmI } from './identity.ts';
import type { Message } from './messages/message.ts';
import { SUBSCRIBE_AS_SHOWN } from './messages/rehearsal-button.ts';
import { SHOW_ROWS } from './messages/rows-button.ts';
import { pause } from './pause.ts';

export interface SlackLog {
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

/** A slash command as a person typed it. */
export type TypedCommand = {
  readonly text: string;
  readonly userId: string;
  readonly channel: ChannelId;
  /** Says to the person how far the answer has come. */
  readonly progress: Progress;
};

/** A button under a card, and who pressed it. */
export type PressedButton = { readonly value: string; readonly userId: string };

export type SlackOptions = {
  readonly botToken: string;
  readonly appToken: string;
  /** The Web API's base, with a trailing slash. */
  readonly apiUrl: string;
  readonly log: SlackLog;
  /** Bolt's own logger, by name. */
  readonly boltLog: (name: string) => Logger;
  readonly command: (typed: TypedCommand) => Promise<Message>;
  readonly showRows: (pressed: PressedButton) => Promise<Message>;
  /** The button under a rehearsal. */
  readonly subscribeAsShown: (pressed: PressedButton) => Promise<Message>;
  /** How long after the first socket stands the second one is opened, in milliseconds. */
  readonly secondSocketAfterMs?: number;
  /** Said while an answer takes long, and when finding it broke. */
  readonly asking: Message;
  readonly failed: Message;
};

export type Slack = {
  /** For answers to people: separate from the alerts' client, so that neither holds the other up. */
  readonly people: WebClient;
  readonly isConnected: () => boolean;
  /** Asks Slack, socket or not, whether it takes the bot's token. Settles within some ten seconds, and never rejects. */
  readonly takesMessages: () => Promise<boolean>;
  readonly identity: Promise<Identity>;
  /** Resolves when commands can be answered; rejects with SlackRefusedError when Slack refuses a token. */
  readonly ready: Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Answers to people: a short patience, since a person waits. */
const PEOPLE_TIMEOUT_MS = 5_000;

/** A client for alerts: the announcer owns its retries, so this one has none. */
export function alertsClient(botToken: string, apiUrl: string, logger: Logger): WebClient {
  return new WebClient(botToken, {
    slackApiUrl: apiUrl,
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
  });
}

/** Slack refreshes a socket some hours after it was opened: two that are opened apart are not refreshed together. */
const SECOND_SOCKET_AFTER_MS = 600_000;

/**
 * Bolt over Socket Mode. Starts to connect at once, and goes on for as long as it takes. Two sockets cover each
 * other: Slack sends a command to any one that stands, so a refresh of one costs nobody an answer.
 */
export function openSlack(options: SlackOptions): Slack {
  const { botToken, appToken, apiUrl, log, secondSocketAfterMs = SECOND_SOCKET_AFTER_MS } = options;
  // What the SDK warns of, a call that failed, is said in our own words by whoever made the call.
  const boltLog = (name: string): Logger => {
    const logger = options.boltLog(name);
    return { ...logger, warn: logger.debug };
  };
  const people = new WebClient(botToken, {
    slackApiUrl: apiUrl,
    logger: boltLog('slack-people'),
    retryConfig: { retries: 1, minTimeout: 200, maxTimeout: 500 },
    rejectRateLimitedCalls: true,
    timeout: PEOPLE_TIMEOUT_MS,
  });
  const stopping = new AbortController();
  const identity = whoAmI(people, log, stopping.signal);
  const connections: Connection[] = [];
  const newReceiver = (): SocketModeReceiver =>
    new SocketModeReceiver({
      appToken,
      logger: boltLog('slack-socket'),
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, timeout: 10_000 } },
    });

  const open = async (): Promise<void> => {
    const { botUserId, botId } = await identity;
    if (stopping.signal.aborted) return;
    const receiver = newReceiver();
    const app = new App({
      receiver,
      token: botToken,
      botId,
      botUserId,
      tokenVerificationEnabled: false,
      logger: boltLog('bolt'),
      logLevel: LogLevel.INFO,
      convoStore: false,
      clientOptions: {
        slackApiUrl: apiUrl,
        fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(10_000) }),
      },
    });
    app.command('/clue', async ({ ack, respond, command }) => {
      const text = asTyped(command.text);
      const run = (progress: Progress): Promise<Message> =>
        options.command({ text, userId: command.user_id, channel: channelId(command.channel_id), progress });
      await answerPerson({ ack, respond, run, asking: options.asking, failed: options.failed, log });
    });
    const buttons = [
      [SHOW_ROWS, options.showRows],
      [SUBSCRIBE_AS_SHOWN, options.subscribeAsShown],
    ] as const;
    for (const [action_id, press] of buttons) {
      app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id }, async (pressed) => {
        const { ack, respond, body, action } = pressed;
        const run = (): Promise<Message> => press({ value: action.value ?? '', userId: body.user.id });
        await answerPerson({ ack, respond, run, asking: options.asking, failed: options.failed, log, replaces: false });
      });
    }
    app.error(async (error) => log.error('Bolt could not handle an event', { error: error.message }));
    const first = keepConnected({ receiver, log });
    connections.push(first);
    await first.connected;
    void pause(secondSocketAfterMs, stopping.signal).then(() => {
      if (stopping.signal.aborted) return;
      const second = newReceiver();
      second.init(app);
      connections.push(keepConnected({ receiver: second, log }));
    });
  };

  const opening = open();
  // Whoever waits for `ready` hears of a failure; nobody has to wait.
  opening.catch(() => undefined);
  return {
    people,
    identity,
    takesMessages: () =>
      people.auth.test().then(
        () => true,
        (error: unknown) => sortFailure(error).kind === 'rate-limited',
      ),
    isConnected: () => connections.some((one) => one.isConnected()),
    ready: opening,
    stop: async () => {
      stopping.abort(new Error('stopping'));
      // A call under way may hang for ten seconds; once it is over, nothing follows from it.
      await Promise.race([identity.catch(() => undefined), pause(1_000)]);
      await Promise.all(connections.map((one) => one.stop()));
    },
  };
}

/** Slack hands on what people type with three characters escaped; these are the characters they typed. */
function asTyped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
