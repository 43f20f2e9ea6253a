import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { App } from '../../src/app.ts';
import { instant } from '../../src/door/ids.ts';
import { openRooms } from '../../src/rooms.ts';
import { type BotProcess, botProcess } from '../../src/sandbox/bot-process.ts';
import { hexId } from '../../src/sandbox/clue/hex-ids.ts';
import { type Random, seededRandom } from '../../src/sandbox/clue/seeded-random.ts';
import type { SandboxClue } from '../../src/sandbox/clue/start-clue.ts';
import type { SandboxSlack } from '../../src/sandbox/slack/start.ts';
import { PACE, type Pace } from '../../src/slack/announcer.ts';
import { ALERTS, type Stage, type StageOptions, stage } from '../support/bot.ts';
import { eventually } from '../support/eventually.ts';
import { type Judgement, openJudge } from './judge.ts';
import { openStory, type Story } from './story.ts';
import type { Verdict } from './verdict.ts';

/** What differs from three channels, no rates, and a bot in this process that need not wait between two posts. */
export type SceneOptions = {
  readonly channels?: 1 | 3;
  readonly rates?: 'real';
  readonly pace?: Partial<Pace>;
  readonly clue?: NonNullable<StageOptions['clue']>;
  readonly env?: Readonly<Record<string, string>>;
};

/** The scene's clocks, in milliseconds since 1970. CLUe and Slack go by the one, the bot may go by a wrong one. */
export type SceneClock = {
  readonly now: () => number;
  /** Time passes for everybody. */
  readonly skip: (ms: number) => void;
  /** The bot's clock alone is put forward, or back. */
  readonly shiftBot: (ms: number) => void;
};

/** Everything that a scenario plays with. */
export type Scene = {
  readonly seed: number;
  readonly random: Random;
  readonly stage: Stage;
  readonly slack: SandboxSlack;
  readonly clue: SandboxClue;
  readonly clock: SceneClock;
  readonly story: Story;
  readonly channels: readonly string[];
  /** Starts the bot in this process, and waits until it saw the place and, unless told otherwise, until Slack hears it. */
  readonly startBot: (how?: { readonly waitForSlack?: false; readonly secondSocketAfterMs?: number }) => Promise<App>;
  /** The bot as a process of its own, not started yet. */
  readonly bot: BotProcess;
  /** What that process, or the bot in this one, logged. */
  readonly lines: () => readonly string[];
  /** Waits for so many more good answers of CLUe about the place. */
  readonly reads: (times?: number) => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
  readonly until: typeof eventually;
  /** Waits until everything owed is told, and nothing twice; what is not, the verdict will say. */
  readonly settle: (timeoutMs?: number) => Promise<void>;
  /** Lets the two minutes pass after which the bot looks for late twins, and settles again. */
  readonly settleTwins: () => Promise<void>;
  /** A promise beside lost and twice; one that does not hold is a failure. */
  readonly claim: (holds: boolean, words: string) => void;
  /** Something worth a place in the table. */
  readonly measure: (words: string) => void;
  readonly verdict: () => Verdict;
  readonly end: () => Promise<void>;
};

/** Quick, so that a matrix of minutes shows what would take hours; the order of things is the real one. */
const QUICK: Pace = {
  ...PACE,
  postEveryMs: 0,
  updateCardEveryMs: 0,
  updatesPerMinute: 10_000,
  searchAgainAfterMs: 200,
  refusedRetryMs: 1_000,
};
const MORE_CHANNELS = ['C0NIGHT', 'C0OWNER'];
const BOT_SCRIPT = fileURLToPath(new URL('./bot.ts', import.meta.url));

/** A CLUe, a Slack with its channels, a story without rows yet, and a bot that was not started. */
export async function openScene(seed: number, options: SceneOptions = {}): Promise<Scene> {
  const rooms = openRooms();
  const random = seededRandom(seed);
  let aheadMs = 0;
  let botAheadMs = 0;
  const now = (): number => Date.now() + aheadMs;
  const channels = options.channels === 1 ? [ALERTS] : [ALERTS, ...MORE_CHANNELS];
  const pace = { ...QUICK, ...options.pace };
  const one = await stage({
    ...(options.rates !== undefined && { rates: options.rates }),
    env: { ALERT_CHANNEL: channels.join(','), ...options.env },
    clue: { now, random: seededRandom(seed + 1), ...options.clue },
    slackNow: now,
  });
  rooms.add(one, (it) => it.end());
  const { slack, clue } = one;
  for (const channel of channels) if (channel !== ALERTS) slack.addChannel({ id: channel });

  const isHex = options.clue?.ids === 'hex';
  const story = openStory({ clue, now, random });
  const doorWord = (door: number): string => (isHex ? hexId(door) : String(door));
  const { judge, end } = openJudge({ slack, channels, now, doorWord });
  rooms.add(undefined, end);
  const lines: string[] = [];
  const env = { ...one.env, FAULTS_PACE: JSON.stringify(pace) };
  const bot = rooms.add(botProcess({ env, script: BOT_SCRIPT, onLine: (line) => void lines.push(line) }), (it) =>
    it.kill(),
  );
  const broken: string[] = [];
  const measured: string[] = [];

  const reads: Scene['reads'] = async (times = 1) => {
    let left = times;
    const stop = clue.place(178).whenRead(() => {
      left -= 1;
    });
    await eventually(`${times} readings of the place`, () => left <= 0, 60_000).finally(stop);
  };
  const untilJudged = async (isWell: (judgement: Judgement) => boolean, timeoutMs: number): Promise<void> => {
    const deadline = performance.now() + timeoutMs;
    while (!isWell(judge(story.expected())) && performance.now() < deadline) await setTimeout(50);
  };
  const settle: Scene['settle'] = (timeoutMs = 30_000) =>
    untilJudged(({ lost, twice }) => lost.length === 0 && twice.length === 0, timeoutMs);

  return {
    seed,
    random,
    stage: one,
    slack,
    clue,
    clock: {
      now,
      skip: (ms) => {
        aheadMs += ms;
      },
      shiftBot: (ms) => {
        botAheadMs += ms;
      },
    },
    story,
    channels,
    startBot: async ({ waitForSlack = true, ...more } = {}) => {
      const { app } = await one.openBot({}, { now: () => instant(now() + botAheadMs), pace, ...more });
      const read = reads();
      await app.start();
      await read;
      if (waitForSlack) await app.ready();
      return app;
    },
    bot,
    lines: () => [...lines, ...one.logged],
    reads,
    wait: (ms) => setTimeout(ms),
    until: eventually,
    settle,
    settleTwins: async () => {
      await untilJudged(({ lost }) => lost.length === 0, 30_000);
      aheadMs += 125_000;
      await reads(2);
      await setTimeout(1_500);
      await settle();
    },
    claim: (holds, words) => {
      if (!holds) broken.push(words);
    },
    measure: (words) => void measured.push(words),
    verdict: () => {
      const { gathered, replies, twinMs, ...judgement } = judge(story.expected());
      return {
        incidents: story.expected().length,
        ...judgement,
        broken,
        measured: [
          ...measured,
          ...(gathered > 0 ? [`${gathered} told by a gathering`] : []),
          ...(replies > 0 ? [`${replies} replies`] : []),
          ...(twinMs > 0 ? [`a twin stood for ${(twinMs / 1_000).toFixed(1)} s`] : []),
        ],
      };
    },
    end: () => rooms.close(),
  };
}
