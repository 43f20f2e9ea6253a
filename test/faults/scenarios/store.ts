import { rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import type { Scenario } from '../scenario.ts';
import type { Scene } from '../scene.ts';

/** A store that others lock, or delete, under the running bot. */
export const store: readonly Scenario[] = [
  {
    name: 'store-locked-20-s',
    injected: 'the store locked by another process for 20 s, and kill -9 half a second after',
    play: async (scene) => {
      const { bot, story } = scene;
      bot.start();
      await scene.reads(2);
      await steps(scene, 4);
      await scene.settle();
      const other = new DatabaseSync(fileOf(scene));
      other.exec('PRAGMA busy_timeout = 5000; BEGIN EXCLUSIVE');
      await steps(scene, 40);
      story.end();
      await scene.settle();
      other.exec('COMMIT');
      other.close();
      // What was kept in memory meanwhile is written as soon as the bot finds the store free: it tries four times a second.
      await scene.wait(500);
      await bot.kill();
      story.fail(story.newDoor(), 2);
      bot.start();
      await scene.settle();
    },
  },
  {
    name: 'store-locked-killed',
    injected: 'the store locked by another process for 15 s, and kill -9 before it is free',
    play: async (scene) => {
      const { bot, story } = scene;
      bot.start();
      await scene.reads(2);
      await steps(scene, 4);
      await scene.settle();
      const other = new DatabaseSync(fileOf(scene));
      other.exec('PRAGMA busy_timeout = 5000; BEGIN EXCLUSIVE');
      await steps(scene, 20);
      await scene.settle();
      await bot.kill();
      other.exec('COMMIT');
      other.close();
      // What is told and becomes severe while no bot is there rings by a new card: rather twice than silent.
      story.fail(story.newDoor(), 2);
      bot.start();
      await scene.reads(2);
      await steps(scene, 4);
      story.end();
      await scene.settle();
    },
  },
  {
    name: 'store-deleted',
    injected: 'the store’s file deleted under the bot, and kill -9 some seconds later',
    play: async (scene) => {
      const { bot, story } = scene;
      bot.start();
      await scene.reads(2);
      await steps(scene, 6);
      for (const end of ['', '-wal', '-shm']) await rm(`${fileOf(scene)}${end}`, { force: true });
      await steps(scene, 10);
      await scene.settle();
      await bot.kill();
      await steps(scene, 3);
      bot.start();
      story.end();
      await scene.settle();
    },
  },
];

const fileOf = ({ stage }: Scene): string => (stage.env.STORE_URL ?? '').replace('sqlite://', '');

async function steps({ story, wait }: Scene, times: number): Promise<void> {
  for (let step = 0; step < times; step += 1) {
    story.step();
    await wait(500);
  }
}
