import {
  App,
  type BlockAction,
  type ButtonAction,
  type Logger,
  LogLevel,
  SocketModeReceiver,
  type ViewSubmitAction,
} from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type ChannelId, channelId } from '../incident/incident.ts';
import type { GuardedButtons, GuardedModals } from './actions/guard.ts';
import { answerPerson, type Progress } from './answer.ts';
import { sortFailure } from './call-outcome.ts';
import { type ChannelNews, hearChannels } from './channel-news.ts';
import { type Connection, keepConnected } from './connection.ts';
import { lingerAfterGoodbye } from './goodbye.ts';
import { type Identity, whoAmI } from './identity.ts';
import type { Message } from './messages/message.ts';
import { pause } from './pause.ts';
import { hearShortcuts, type PickMessage } from './shortcuts.ts';
import { writeTo } from './write-to.ts';

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
  /** Slack's leave to open a form before the person, for three seconds. */
  readonly trigger: string;
};

export type SlackOptions = {
  readonly botToken: string;
  readonly appToken: string;
  /** The Web API's base, with a trailing slash. */
  readonly apiUrl: string;
  readonly log: SlackLog;
  /** Bolt's own logger, by name. */
  readonly boltLog: (name: string) => Logger;
  readonly command: (typed: TypedCommand) => Promise<Message>;
  readonly buttons: GuardedButtons;
  readonly modals: GuardedModals;
  /** Somebody used the shortcut of a message. */
  readonly picked: PickMessage;
  /** Somebody opened the app's Home tab. It must not throw. */
  readonly homeOpened: (userId: string) => Promise<void>;
  /** Slack tells of a channel. It must not throw. */
  readonly channelHeard: (news: ChannelNews) => void;
  /** Hears more of what people do: buttons, forms. */
  readonly attach?: (app: App, people: WebClient) => void;
  /** How long after the first socket stands the second one is opened, in milliseconds. */
  readonly secondSocketAfterMs?: number;
  /** Said to somebody while their answer takes long, and when finding it broke. */
  readonly asking: (userId: string) => Message;
  readonly failed: (userId: string) => Message;
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
  const newReceiver = (): SocketModeReceiver => {
    const receiver = new SocketModeReceiver({
      appToken,
      logger: boltLog('slack-socket'),
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, timeout: 10_000 } },
    });
    lingerAfterGoodbye(receiver);
    return receiver;
  };

  const waitingWords = (userId: string) => ({
    asking: () => options.asking(userId),
    failed: () => options.failed(userId),
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
        options.command({
          text,
          progress,
          userId: command.user_id,
          channel: channelId(command.channel_id),
          trigger: command.trigger_id,
        });
      await answerPerson({ ack, respond, run, ...waitingWords(command.user_id), log });
    });
    const { buttons, modals } = options;
    app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: oneOf(buttons) }, async (pressed) => {
      const { ack, respond, body, action } = pressed;
      const button = buttons[action.action_id];
      const run = async (): Promise<Message | undefined> =>
        await button?.run({
          value: action.value ?? '',
          userId: body.user.id,
          triggerId: body.trigger_id,
          ...(body.channel !== undefined && { channel: channelId(body.channel.id) }),
          ...(body.message !== undefined && { ts: body.message.ts }),
        });
      if (body.view?.type === 'home') {
        // Slack lets nobody answer there: the tab itself shows what came of it, and the rest is written to them.
        await ack();
        const answer = await run().catch((error: unknown) => {
          log.error('a button came to nothing', { error: String(error) });
          return options.failed(body.user.id);
        });
        await options.homeOpened(body.user.id);
        if (answer === undefined) return;
        return await writeTo(people, body.user.id, answer).catch((error: unknown) =>
          log.warn('what a button on a Home tab came to could not be written', { error: String(error) }),
        );
      }
      const { asking, failed } = waitingWords(body.user.id);
      const patience = button?.isSlow === true ? { asking } : {};
      await answerPerson({ ack, respond, run, ...patience, failed, log, replaces: false });
    });
    app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: oneOf(modals) }, async ({ ack, body, view }) => {
      const { id, private_metadata: metadata, callback_id, state } = view;
      const judged = modals[callback_id]?.judge({ userId: body.user.id, filled: state.values, metadata, id });
      if (judged?.ok === false) return await ack({ response_action: 'errors', errors: { ...judged.errors } });
      await ack();
      await judged
        ?.run()
        .catch((error: unknown) =>
          log.error('what a modal said came to nothing', { callback_id, error: String(error) }),
        );
      if (judged?.isFromHome === true) await options.homeOpened(body.user.id);
    });
    hearShortcuts(app, { run: options.picked, asking: options.asking, failed: options.failed, log });
    app.event('app_home_opened', async ({ event }) => {
      if (event.tab === 'home') await options.homeOpened(event.user);
    });
    hearChannels(app, botUserId, options.channelHeard);
    options.attach?.(app, people);
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

/** What a table has a handler for; anything else is another part's, or an older version's. */
const oneOf = (table: Readonly<Record<string, unknown>>): RegExp => new RegExp(`^(?:${Object.keys(table).join('|')})$`);

/** Slack hands on what people type with three characters escaped; these are the characters they typed. */
function asTyped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
