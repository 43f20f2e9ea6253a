import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotProcess, botProcess } from './bot-process.ts';
import { type SandboxClue, startClue } from './clue/start-clue.ts';
import { type SandboxSlack, startSlack } from './slack/start.ts';
import { createDemoBuildings } from './story/demo-buildings.ts';
import { playGuide } from './story/guide.ts';
import { liveStory } from './story/live-story.ts';

export type DemoOptions = {
  /** Hears each line that the bot logs. */
  readonly onBotLine: (line: string) => void;
  readonly timeZone: string;
};

export type Demo = {
  readonly slack: SandboxSlack;
  readonly clue: SandboxClue;
  readonly bot: BotProcess;
  readonly stop: () => Promise<void>;
};

/**
 * A CLUe, a Slack and the bot between them, started by its environment as anybody would start it. The story
 * begins when the bot has seen the place: the guide's 36 rows first, then people coming and going for as long
 * as it runs.
 */
export async function startDemo({ onBotLine, timeZone }: DemoOptions): Promise<Demo> {
  const rooms = new AsyncDisposableStack();
  const slack = rooms.adopt(await startSlack(), (it) => it.stop());
  const clue = rooms.adopt(await startClue(), (it) => it.stop());
  const folder = rooms.adopt(await mkdtemp(join(tmpdir(), 'clue-bot-demo-')), (it) =>
    rm(it, { recursive: true, force: true }),
  );

  const guide = rooms.adopt(playGuide(clue), (it) => it.stop());
  const buildings = createDemoBuildings(clue);
  rooms.defer(() => {
    buildings.shop.stop();
    buildings.office.stop();
  });
  void guide.told.then((end) => {
    if (end === 'told') rooms.adopt(liveStory(buildings), (it) => it.stop());
  });

  const bot = rooms.adopt(
    botProcess({
      onLine: onBotLine,
      env: {
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
        CLUE_API_URL: clue.url,
        CLUE_COUNTRY_CODE: clue.account.countryCode,
        CLUE_PHONE: clue.account.phone,
        CLUE_PASSWORD: clue.account.password,
        CLUE_PLACES: '178:Shibuya store,179:Ebisu office',
        ALERT_CHANNEL: 'C0ALERTS',
        OPS_CHANNEL: 'C0OPS',
        POLL_CRON: '*/2 * * * * *',
        STORE_URL: `sqlite://${join(folder, 'clue-bot.sqlite')}`,
        STORE_KEY: randomBytes(32).toString('base64'),
        TIME_ZONE: timeZone,
      },
    }),
    async (it) => {
      await it.stop();
    },
  );
  bot.start();
  return { slack, clue, bot, stop: () => rooms.disposeAsync() };
}
