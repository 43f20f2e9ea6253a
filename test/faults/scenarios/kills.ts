import { between } from '../../../src/sandbox/clue/seeded-random.ts';
import type { Pace } from '../../../src/slack/announcer.ts';
import type { Scenario } from '../scenario.ts';
import type { Scene } from '../scene.ts';

const KILLS_A_PART = 50;
/** After so many kills many doors burst at once, where the part asks for it. */
const SURGES = [10, 32];
/** Calls to Slack at whose arrival the bot may be killed. */
const SOON_CALLS = 6;

/** Two hundred moments in four parts, so that two stages can share the machine. */
export const kills: readonly Scenario[] = [
  killing('kill-9-a', {}),
  killing('kill-9-b', { postEveryMs: 150 }),
  killing('kill-9-c', { postEveryMs: 300, updateCardEveryMs: 500 }),
  // So many doors at once, now and then, that gatherings tell of them.
  killing('kill-9-d', { postEveryMs: 300, crowdedAfterMs: 2_000 }, 14),
];

function killing(name: string, pace: Partial<Pace>, surgeDoors = 0): Scenario {
  return {
    name,
    injected: `kill -9 at ${KILLS_A_PART} random moments of a busy story in three channels`,
    scene: { pace },
    play: async (scene) => {
      const { bot, story, random } = scene;
      bot.start();
      await scene.reads(2);
      for (let kill = 0; kill < KILLS_A_PART; kill += 1) {
        for (let steps = between(random, 1, 3); steps > 0; steps -= 1) story.step();
        if (SURGES.includes(kill)) for (let door = 0; door < surgeDoors; door += 1) story.fail(story.newDoor(), 2);
        await aRandomMoment(scene);
        await bot.kill();
        if (random() < 0.3) story.step();
        bot.start();
      }
      story.end();
      await scene.settle(60_000);
    },
  };
}

/** Half of the moments are any time, and so often during the start; half are when a call has just reached Slack. */
async function aRandomMoment({ random, slack, wait }: Scene): Promise<void> {
  if (random() < 0.5) return await wait(between(random, 0, 2_500));
  let left = between(random, 1, SOON_CALLS);
  let end = (): void => {};
  const called = new Promise<void>((resolve) => {
    end = slack.on((news) => {
      if (news.kind === 'called' || news.kind === 'posted') left -= 1;
      if (left <= 0) resolve();
    });
  });
  await Promise.race([called, wait(4_000)]);
  end();
  await wait(between(random, 0, 15));
}
