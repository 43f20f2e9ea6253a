import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import { readConfig, secretsOf } from '../../src/config.ts';
import { type ChannelState, newChannel } from '../../src/incident/channel.ts';
import { LANGUAGES } from '../../src/incident/language.ts';
import { createLog } from '../../src/log.ts';
import type { Overrides } from '../../src/overrides.ts';
import { openRooms } from '../../src/rooms.ts';
import { type SandboxClue, startClue } from '../../src/sandbox/clue/start-clue.ts';
import type { Message } from '../../src/sandbox/slack/message.ts';
import { PEOPLE } from '../../src/sandbox/slack/people.ts';
import { type SandboxSlack, startSlack } from '../../src/sandbox/slack/start.ts';
import { PACE } from '../../src/slack/announcer.ts';
import { catalogueOf } from '../../src/slack/messages/words/catalogue.ts';
import { openStore } from '../../src/store/open.ts';

export const HANA = 'U0HANA';
export const ALERTS = 'C0ALERTS';
export const OPS = 'C0OPS';

/** A sandbox and, when started, the bot in it: the real app, over real sockets, on free ports. */
export type Stage = {
  readonly slack: SandboxSlack;
  readonly clue: SandboxClue;
  /** The environment that anybody would start the bot with. */
  readonly env: Readonly<Record<string, string>>;
  /** Everything the bot logged. */
  readonly logged: readonly string[];
  /** Every sentence the bot said on standard error. */
  readonly alarms: readonly string[];
  /** Starts the bot in this process, and waits until its commands can be answered. */
  readonly startBot: (env?: Readonly<Record<string, string>>, overrides?: Overrides) => Promise<App>;
  /** The bot, not started yet. */
  readonly openBot: (env?: Readonly<Record<string, string>>, overrides?: Overrides) => Promise<{ readonly app: App }>;
  /** Cards in a channel, oldest first. */
  readonly cards: (channel?: string) => readonly Message[];
  /** Waits until the cards of the alerts channel, as text, satisfy a condition. */
  readonly untilCards: (
    what: string,
    check: (texts: readonly string[]) => boolean,
    timeoutMs?: number,
  ) => Promise<void>;
  /** What a command answers a person with at last. */
  readonly ask: (text: string, user?: string) => Promise<string>;
  readonly end: () => Promise<void>;
};

export type StageOptions = {
  /** What the alert channels hear: every failure and every unlock, unless this says `usual`. */
  readonly hears?: 'everything' | 'usual';
  /** Everybody chose English in Slack, unless this says `own`: then Hana is answered in Japanese and Minjun in Korean. */
  readonly languages?: 'english' | 'own';
  readonly rates?: 'real' | 'off';
  readonly env?: Readonly<Record<string, string>>;
  readonly clue?: Parameters<typeof startClue>[0];
  /** The workspace's clock, in milliseconds since 1970. */
  readonly slackNow?: () => number;
};

/** The word of patience in every language. */
const ASKING = LANGUAGES.map((language) => catalogueOf(language).answers.asking);

/** A pace for tests against a Slack without rates; the order of things is the real one. */
export const FAST = { ...PACE, postEveryMs: 0, updateCardEveryMs: 0, updatesPerMinute: 1_000, searchAgainAfterMs: 50 };

export async function stage(options: StageOptions = {}): Promise<Stage> {
  const rooms = openRooms();
  const slack = rooms.add(
    await startSlack({ rates: options.rates ?? 'off', now: options.slackNow ?? Date.now }),
    (it) => it.stop(),
  );
  if (options.languages !== 'own') for (const one of Object.values(PEOPLE)) slack.addUser({ ...one, locale: 'en-US' });
  const clue = rooms.add(await startClue(options.clue), (it) => it.stop());
  const folder = rooms.add(await mkdtemp(join(tmpdir(), 'clue-bot-test-')), (it) =>
    rm(it, { recursive: true, force: true }),
  );
  const logged: string[] = [];
  const alarms: string[] = [];
  const env = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    CLUE_API_URL: clue.url,
    CLUE_COUNTRY_CODE: clue.account.countryCode,
    CLUE_PHONE: clue.account.phone,
    CLUE_PASSWORD: clue.account.password,
    CLUE_PLACES: '178:Shibuya store',
    ALERT_CHANNEL: ALERTS,
    OPS_CHANNEL: OPS,
    POLL_CRON: '* * * * * *',
    STORE_URL: `sqlite://${join(folder, 'bot.sqlite')}`,
    TIME_ZONE: 'Asia/Tokyo',
    // It is decided, so that the first start has nothing to tell the admins.
    DEFAULT_ROLE: 'operator',
    ...options.env,
  };
  if (options.hears !== 'usual') await subscribeToEverything(env);
  const cards = (channel = ALERTS): readonly Message[] =>
    slack.messages(channel).filter((message) => message.metadata !== undefined);

  const openBot: Stage['openBot'] = async (more = {}, overrides = { pace: FAST }) => {
    if (more.STORE_URL !== undefined && options.hears !== 'usual') await subscribeToEverything({ ...env, ...more });
    const read = readConfig({ ...env, ...more });
    if (!read.ok) throw new Error(read.faults.join('\n'));
    const log = createLog({
      level: 'debug',
      secrets: secretsOf(read.config),
      destination: { write: (line: string) => logged.push(line) },
      alarms: { write: (sentence: string) => alarms.push(sentence) },
    });
    return { app: rooms.add(createApp(read.config, log, overrides), (it) => it.stop()) };
  };

  return {
    slack,
    clue,
    env,
    logged,
    alarms,
    cards,
    startBot: async (more, overrides) => {
      const { app } = await openBot(more, overrides);
      await app.start();
      await app.ready();
      return app;
    },
    openBot,
    untilCards: async (what, check, timeoutMs = 10_000) => {
      await slack.waitFor(() => check(cards().map((card) => card.text)), { timeoutMs, what });
    },
    ask: async (text, user = HANA) => {
      const run = await slack.type({ user, channel: ALERTS, text });
      const first = await run.answered();
      const isPatience = run.visible.some((message) => ASKING.some((words) => message.text.includes(words)));
      if (isPatience) await run.answered({ timeoutMs: 20_000 });
      return run.visible.map((message) => message.text).join('\n') || JSON.stringify(first);
    },
    end: () => rooms.close(),
  };
}

/** Leaves a store behind in which the alert channels have asked for every failure and every unlock. */
async function subscribeToEverything(env: Readonly<Record<string, string>>): Promise<void> {
  const read = readConfig(env);
  if (!read.ok || read.config.store.url === 'memory:') return;
  const store = await openStore(read.config.store);
  for (const channel of read.config.alertChannels) {
    const topics = ['failures', 'let-in-after-failures', 'unlocks'] as const;
    const state: ChannelState = { ...newChannel(channel), subscriptions: [{ channel, id: 'all', topics, after: 1 }] };
    if ((await store.load(`channel/${channel}`)) === undefined) await store.save(`channel/${channel}`, state);
  }
  await store.close();
}
