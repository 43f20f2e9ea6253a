import { between } from '../../../src/sandbox/clue/seeded-random.ts';
import { PACE } from '../../../src/slack/announcer.ts';
import type { Scenario } from '../scenario.ts';
import type { Scene } from '../scene.ts';

const STORM_DOORS = 20;
const STORM_FAILURES = 1_000;
const STORM_MS = 10_000;
const TICK_MS = 100;

/** A thousand failures at twenty doors in ten seconds. */
export async function aStorm({ random, story, wait }: Scene): Promise<void> {
  const doors = Array.from({ length: STORM_DOORS }, () => story.newDoor());
  const ticks = STORM_MS / TICK_MS;
  for (let tick = 0; tick < ticks; tick += 1) {
    for (let row = 0; row < STORM_FAILURES / ticks; row += 1) {
      // Every door has its share, whatever the dice say.
      const door = tick === 0 ? doors[row * 2] : tick === 1 ? doors[row * 2 + 1] : undefined;
      story.fail(door ?? doors[between(random, 0, STORM_DOORS - 1)] ?? 0);
    }
    await wait(TICK_MS);
  }
}

/** A building in uproar, at Slack's own rates. */
export const storm: readonly Scenario[] = [
  {
    name: 'storm',
    injected: '1,000 failures at 20 doors in 10 s, at Slack’s own rates',
    scene: { rates: 'real', pace: PACE },
    alone: true,
    play: async (scene) => {
      const { clock, slack } = scene;
      await scene.startBot();
      await aStorm(scene);
      await scene.settle(45_000);
      const { worstDelayMs } = scene.verdict();
      scene.claim(worstDelayMs <= 30_000, `a door was named only after ${(worstDelayMs / 1_000).toFixed(1)} s`);
      clock.skip(70_000);
      await scene.reads(5);
      await scene.settle(45_000);
      scene.claim(slack.refusals === 0, `${slack.refusals} calls met a 429`);
      scene.measure(`${slack.refusals} calls met a 429`);
    },
  },
  {
    name: 'storm-at-130-doors',
    injected: 'two failures at each of 130 doors at once',
    scene: { pace: { postEveryMs: 100, crowdedAfterMs: 1_000 } },
    play: async (scene) => {
      const { story } = scene;
      await scene.startBot();
      for (let door = 0; door < 130; door += 1) story.fail(story.newDoor(), 2);
      await scene.settle();
    },
  },
];
