import type { Scenario } from '../scenario.ts';
import type { Scene } from '../scene.ts';

const HOUR_MS = 3_600_000;

/** A bot that is suspended, and a clock that leaps. */
export const clocks: readonly Scenario[] = [
  {
    name: 'sigstop-20-s',
    injected: 'the bot stopped (SIGSTOP) for 20 s',
    play: async (scene) => {
      const { bot, story } = scene;
      bot.start();
      await scene.reads(2);
      await stepsFor(scene, 3);
      const pid = bot.pid();
      scene.claim(pid !== undefined, 'the bot has no process');
      if (pid !== undefined) process.kill(pid, 'SIGSTOP');
      await stepsFor(scene, 20);
      if (pid !== undefined) process.kill(pid, 'SIGCONT');
      await stepsFor(scene, 3);
      story.end();
      await scene.settle();
      scene.claim(bot.pid() === pid, 'the bot did not live through it');
    },
  },
  leaping('clock-forward', 'the bot’s clock set an hour forward', [HOUR_MS]),
  leaping('clock-back', 'the bot’s clock set an hour back', [-HOUR_MS]),
  leaping('clock-forward-and-back', 'the bot’s clock set an hour forward and back, twice', [
    HOUR_MS,
    -HOUR_MS,
    HOUR_MS,
    -HOUR_MS,
  ]),
];

function leaping(name: string, injected: string, leapsMs: readonly number[]): Scenario {
  return {
    name,
    injected,
    play: async (scene) => {
      const { clock, story } = scene;
      await scene.startBot();
      await stepsFor(scene, 3);
      for (const leapMs of leapsMs) {
        clock.shiftBot(leapMs);
        await stepsFor(scene, 4);
      }
      story.end();
      await scene.settle();
      const { worstDelayMs } = scene.verdict();
      scene.claim(worstDelayMs < 5_000, `an alert waited ${(worstDelayMs / 1_000).toFixed(1)} s for a clock`);
    },
  };
}

async function stepsFor({ story, wait }: Scene, seconds: number): Promise<void> {
  for (let step = 0; step < seconds * 2; step += 1) {
    story.step();
    await wait(500);
  }
}
