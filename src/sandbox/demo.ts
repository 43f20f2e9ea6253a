import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRooms } from '../rooms.ts';
import { type BotProcess, botProcess } from './bot-process.ts';
import { type SandboxClue, startClue } from './clue/start-clue.ts';
import { type SandboxSlack, startSlack } from './slack/start.ts';
import { createDemoBuildings, DEMO_PLACES, DEMO_TIME_ZONE, type DemoBuildings } from './story/demo-buildings.ts';
import { playGuide } from './story/guide.ts';
import { liveStory } from './story/live-story.ts';

export type DemoOptions = {
  /** Hears each line that the bot logs; nobody when left out. */
  readonly onBotLine?: (line: string) => void;
  /** What happens by itself: the guide and then an endless day (the default), or nothing at all. */
  readonly story?: 'guide-and-life' | 'none';
  /** Variables of the bot's environment that differ from the demo's: `{ POLL_CRON: '* * * * * *' }`. */
  readonly env?: Readonly<Record<string, string>>;
};

export type Demo = {
  readonly slack: SandboxSlack;
  readonly clue: SandboxClue;
  readonly buildings: DemoBuildings;
  readonly bot: BotProcess;
  /** Says that somebody plays at a door now: for a minute from here no new scene of the day begins by itself. */
  readonly play: () => void;
  readonly stop: () => Promise<void>;
};

/** How long the day stands still after somebody has played at a door, in milliseconds. */
const PLAY_LASTS_MS = 60_000;

/**
 * A CLUe, a Slack and the bot between them, started by its environment as anybody would start it. The story
 * begins when the bot has seen the place: the guide's 36 rows first, then people coming and going for as long
 * as it runs, save while somebody plays at the doors. It resolves while the bot is still starting.
 */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { onBotLine = () => {}, story = 'guide-and-life', env = {} } = options;
  const rooms = openRooms();
  const slack = rooms.add(await startSlack(), (it) => it.stop());
  const clue = rooms.add(await startClue(), (it) => it.stop());
  const folder = rooms.add(await mkdtemp(join(tmpdir(), 'clue-bot-demo-')), (it) =>
    rm(it, { recursive: true, force: true }),
  );

  const buildings = createDemoBuildings(clue);
  for (const building of Object.values(buildings)) rooms.add(building, (it) => it.stop());
  let playedAt = Number.NEGATIVE_INFINITY;
  if (story === 'guide-and-life') {
    nameDoors(buildings);
    const isPaused = (): boolean => performance.now() - playedAt < PLAY_LASTS_MS;
    const guide = rooms.add(playGuide(clue), (it) => it.stop());
    void guide.told.then((end) => {
      if (end === 'told') rooms.add(liveStory(buildings, { isPaused }), (it) => it.stop());
    });
  }

  const bot = rooms.add(
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
        CLUE_PLACES: Object.values(DEMO_PLACES)
          .map(({ placeId, name }) => `${placeId}:${name}`)
          .join(','),
        ALERT_CHANNEL: 'C0ALERTS',
        OPS_CHANNEL: 'C0OPS',
        POLL_CRON: '*/2 * * * * *',
        STORE_URL: `sqlite://${join(folder, 'clue-bot.sqlite')}`,
        STORE_KEY: randomBytes(32).toString('base64'),
        TIME_ZONE: DEMO_TIME_ZONE,
        ...env,
      },
    }),
    async (it) => {
      await it.stop();
    },
  );
  bot.start();
  return {
    slack,
    clue,
    buildings,
    bot,
    play: () => {
      playedAt = performance.now();
    },
    stop: () => rooms.close(),
  };
}

/** Somebody came in at every door two days ago: that row taught CLUe's readers the door's name, which failures lack. */
function nameDoors(buildings: DemoBuildings): void {
  const eventAt = Date.now() - 2 * 86_400_000;
  for (const { place, doors } of Object.values(buildings)) {
    for (const { doorId, doorName, deviceId } of doors) {
      const row = { eventAt, doorId, deviceId };
      place.append({ ...row, doorName, userId: '34567', userName: 'Jack', eventType: 'DEV_FACE_AUTH_SUCCESS' });
      place.append({ ...row, eventAt: eventAt + 50, eventType: 'DEV_DOOR_RELAY_ON' });
      place.append({ ...row, eventAt: eventAt + 3_050, eventType: 'DEV_DOOR_RELAY_OFF' });
    }
  }
}
