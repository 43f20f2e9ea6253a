import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { type Actions, createActions } from './actions.ts';
import { createTyping, type Typed } from './commands.ts';
import { createChannelEvents } from './events.ts';
import { createFaults, type Faults } from './faults.ts';
import { createFiles, type File } from './files.ts';
import { createJournal, type Entry } from './journal.ts';
import type { Ephemeral, Message, View } from './message.ts';
import { createNewsDesk, type News, type NewsDesk } from './news.ts';
import { aChannel, aUser, BOT, type Channel, TEAM, type User } from './people.ts';
import { createRates, NO_RATES } from './rates.ts';
import { createResponseUrls } from './response-urls.ts';
import type { CommandRun } from './run.ts';
import { createSockets } from './sockets.ts';
import { createTimers } from './timers.ts';
import { createTriggers } from './triggers.ts';
import { createViews } from './views.ts';
import { createWebApi } from './web-api/desk.ts';
import type { Office } from './web-api/method.ts';
import { readBody } from './web-api/read-call.ts';
import { createWorkspace } from './workspace.ts';

/** The scopes of the bot token where nothing else is said: what the bot's manifest asks for. */
export const DEFAULT_SCOPES: readonly string[] = [
  'chat:write',
  'commands',
  'users:read',
  'channels:history',
  'groups:history',
  'channels:read',
  'groups:read',
  'im:write',
  'files:write',
  'usergroups:read',
  'im:history',
];

export type SlackOptions = {
  /** 0, a free one, when left out. */
  readonly port?: number;
  /** The workspace's clock in milliseconds since 1970: the time of messages, rates, trigger_ids and response_urls. */
  readonly now?: () => number;
  /** Slack's rates (`real`, the default) or none. */
  readonly rates?: 'real' | 'off';
  readonly scopes?: readonly string[];
  /** The slash commands of the app; anything else is "not a valid command". */
  readonly commands?: readonly string[];
  /** The message shortcuts of the app, by their callback_id. */
  readonly shortcuts?: readonly string[];
  /** How long Slack waits for an ack, in milliseconds: 3,000. */
  readonly ackWithinMs?: number;
};

export type SandboxSlack = Actions & {
  /** `http://127.0.0.1:PORT/api/`, for SLACK_API_URL. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly teamId: string;

  readonly users: () => readonly User[];
  readonly channels: () => readonly Channel[];
  /** What stands in the channel, oldest first, replies among it. */
  readonly messages: (channel: string) => readonly Message[];
  readonly ephemerals: (of?: { readonly user?: string; readonly channel?: string }) => readonly Ephemeral[];
  readonly home: (user: string) => View | undefined;
  /** The modals before a person, the visible one last. */
  readonly modals: (user: string) => readonly View[];

  readonly addUser: (user: Partial<User> & { readonly id: string }) => User;
  readonly addChannel: (channel: Partial<Channel> & { readonly id: string }) => Channel;
  /** A user group with these people in it. */
  readonly setUsergroup: (id: string, members: readonly string[]) => void;
  /** The files that are shared in a channel or a talk, oldest first. */
  readonly files: (channel: string) => readonly File[];
  /** The direct message between the bot and a person; made when there is none. */
  readonly directMessage: (user: string) => Channel;
  /** The bot, or the person, comes into the channel. */
  readonly invite: (channel: string, user?: string) => void;
  /** The bot, or the person, is taken out of the channel. */
  readonly remove: (channel: string, user?: string) => void;
  /** Another company comes into the channel, or leaves it. The bot hears of it where it is in the channel and has a socket. */
  readonly share: (channel: string, shared?: boolean) => void;
  /** Another company is asked into the channel, of which Slack tells nobody; the channel stands as it does until they come. */
  readonly offerToShare: (channel: string, offered?: boolean) => void;
  readonly archive: (channel: string, archived?: boolean) => void;
  readonly renameChannel: (channel: string, name: string) => void;
  /** Somebody deletes a message by hand. */
  readonly deleteMessage: (channel: string, ts: string) => void;

  /** A person types: a slash command goes to the bot, anything else stands in the channel as theirs. */
  readonly type: (typed: Typed) => Promise<CommandRun>;

  readonly on: (listener: (news: News) => void) => () => void;
  /** Looks at once and after each piece of news, until `look` finds something. */
  readonly waitFor: NewsDesk['waitFor'];
  readonly faults: Pick<Faults, 'set' | 'clear' | 'standing'>;
  /** Slack is away: every connection is torn down, and new ones are too, until it is back. The port stays. */
  readonly away: (away: boolean) => void;
  /** Asks one connection (by its place, oldest first) or all of them to reconnect; answers how many. */
  readonly refreshSockets: (which?: number) => number;
  readonly openSockets: () => number;
  readonly journal: () => readonly Entry[];
  /** How many calls were answered with 429. */
  readonly refusals: number;
  readonly stop: () => Promise<void>;
};

/** Starts a Slack workspace on this machine, as strict as Slack: Web API, Socket Mode and response_urls on one port. */
export async function startSlack(options: SlackOptions = {}): Promise<SandboxSlack> {
  const {
    now = Date.now,
    rates = 'real',
    scopes = DEFAULT_SCOPES,
    commands = ['/clue'],
    shortcuts = ['what-happened-then'],
    ackWithinMs = 3_000,
  } = options;
  const tokens = { bot: `xoxb-${secret()}`, app: `xapp-1-${BOT.appId}-${secret()}` };
  const timers = createTimers();
  const news = createNewsDesk();
  const { tell } = news;
  const workspace = createWorkspace({ now, tell });
  const views = createViews(tell);
  const triggers = createTriggers(now);
  const faults = createFaults();
  const journal = createJournal();
  const server = createServer();
  const port = await listening(server, options.port ?? 0);
  const base = `http://127.0.0.1:${port}`;
  const urls = createResponseUrls({ base, now, faults, journal, timers, tell });
  const sockets = createSockets({ server, port, timers, tell, ackWithinMs });
  const files = createFiles(base);
  const office: Office = { workspace, views, triggers, files, scopes: new Set(scopes), socketUrl: sockets.issueUrl };
  const limits = rates === 'real' ? createRates(now) : NO_RATES;
  const webApi = createWebApi({ office, tokens, faults, rates: limits, journal, timers, tell, now });

  let isAway = false;
  const wires = new Set<Socket>();
  server.on('connection', (wire) => {
    if (isAway) return wire.destroy();
    wires.add(wire);
    wire.on('close', () => wires.delete(wire));
    return wire;
  });
  const cutAll = (): void => {
    sockets.terminate();
    for (const wire of wires) wire.destroy();
  };
  server.on('request', async (request, response) => {
    const url = new URL(request.url ?? '/', base);
    // A caller that goes away while it still sends has nothing to be answered.
    const body = await readBody(request).catch(() => undefined);
    if (body === undefined) response.destroy();
    else if (url.pathname.startsWith('/api/')) webApi(request, response, url, body);
    else if (url.pathname.startsWith('/upload/'))
      response.writeHead(files.take(request.method ?? '', url.pathname, Buffer.from(body))).end();
    else if (/^\/(commands|actions)\//.test(url.pathname)) urls.answer(url.pathname, body, response);
    else response.writeHead(404).end();
  });

  const events = createChannelEvents({ workspace, sockets });
  const doing = { workspace, sockets, urls, triggers, news, views };
  const membership = (channel: string, user: string | undefined, isIn: boolean): void => {
    const members = (workspace.channel(channel)?.members ?? []).filter((member) => member !== user);
    if (user === undefined) workspace.patchChannel(channel, { is_member: isIn });
    else workspace.patchChannel(channel, { members: isIn ? [...members, user] : members });
    if (isIn) events.joined(channel, user ?? BOT.userId);
  };
  return {
    ...createActions(doing, shortcuts),
    apiUrl: `${base}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    botUserId: BOT.userId,
    botId: BOT.botId,
    teamId: TEAM.id,
    users: workspace.users,
    channels: workspace.channels,
    messages: (channel) => workspace.all(channel).filter((message) => message.subtype !== 'tombstone'),
    ephemerals: ({ user, channel } = {}) =>
      workspace.whispers().filter((one) => one.user === (user ?? one.user) && one.channel === (channel ?? one.channel)),
    home: views.home,
    modals: views.modals,
    addUser: (given) => {
      const user = aUser(given);
      workspace.setUser(user);
      return user;
    },
    addChannel: (given) => workspace.addChannel(aChannel(given)),
    setUsergroup: workspace.setUsergroup,
    files: files.shared,
    directMessage: workspace.directMessage,
    invite: (channel, user) => membership(channel, user, true),
    remove: (channel, user) => membership(channel, user, false),
    share: (channel, shared = true) => {
      workspace.patchChannel(channel, { is_ext_shared: shared, is_pending_ext_shared: false });
      if (shared) events.shared(channel);
      else events.unshared(channel);
    },
    offerToShare: (channel, offered = true) => void workspace.patchChannel(channel, { is_pending_ext_shared: offered }),
    archive: (channel, archived = true) => void workspace.patchChannel(channel, { is_archived: archived }),
    renameChannel: (channel, name) => void workspace.patchChannel(channel, { name }),
    deleteMessage: (channel, ts) => {
      const message = workspace.find(channel, ts);
      if (message === undefined) throw new Error(`There is no message ${ts} in ${channel}.`);
      workspace.erase(message);
    },
    type: createTyping(doing, commands),
    on: news.on,
    waitFor: news.waitFor,
    faults,
    away: (away) => {
      isAway = away;
      if (away) cutAll();
    },
    refreshSockets: sockets.refresh,
    openSockets: sockets.open,
    journal: journal.entries,
    get refusals() {
      return journal.refusals();
    },
    stop: async () => {
      news.close();
      timers.clear();
      await sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      cutAll();
      await closed;
    },
  };
}

const secret = (): string => randomBytes(18).toString('base64url');

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.off('error', reject);
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('The Slack sandbox got no port to listen on.'));
    });
  });
}
