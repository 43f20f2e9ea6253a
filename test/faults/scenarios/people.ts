import { PEOPLE } from '../../../src/sandbox/slack/people.ts';
import { ALERTS, OPS } from '../../support/bot.ts';
import type { Scenario } from '../scenario.ts';
import type { Scene } from '../scene.ts';
import { toldBy } from '../told.ts';

/** What people do to the bot while it works: throw it out, invite it again, press its buttons. */
export const people: readonly Scenario[] = [
  {
    name: 'channel-refuses',
    injected: 'the bot removed from a channel, and invited again 8 s later',
    play: async (scene) => {
      const { channels, slack, story } = scene;
      const channel = channels[1] ?? ALERTS;
      await scene.startBot();
      await steps(scene, 3);
      slack.remove(channel);
      await steps(scene, 16);
      const refusals = () => slack.messages(OPS).filter((message) => toldBy(message)?.kind === 'channel-refused');
      scene.claim(refusals().length === 1, `${refusals().length} cards in the ops channel say so, not one`);
      slack.invite(channel);
      story.end();
      await scene.settle();
      scene.claim(refusals().length === 1, `${refusals().length} cards in the ops channel in the end, not one`);
    },
  },
  {
    name: 'button-in-a-slow-post',
    injected: 'a button pressed every 150 ms while every post and edit takes 2 s',
    play: async (scene) => {
      const { clue, slack, story } = scene;
      await scene.startBot();
      const door = story.newDoor();
      story.fail(door, 3);
      await scene.settle();
      const [card] = slack.messages(ALERTS);
      if (card === undefined) throw new Error('there is no card to press at');
      for (const method of ['chat.postMessage', 'chat.update']) slack.faults.set({ method, kind: 'slow', ms: 2_000 });
      let answered = 0;
      let worstMs = 0;
      const presses = 30;
      for (let press = 0; press < presses; press += 1) {
        if (press % 5 === 0) story.fail(door, 1);
        if (press % 10 === 0) story.fail(story.newDoor(), 2);
        const from = performance.now();
        const run = await slack.press({ user: PEOPLE.member.id, channel: ALERTS, ts: card.ts, actionId: 'show-rows' });
        await run.answered().then(
          () => {
            answered += 1;
          },
          () => undefined,
        );
        worstMs = Math.max(worstMs, performance.now() - from);
        await scene.wait(150);
      }
      slack.faults.clear();
      await scene.settle();
      scene.claim(answered === presses, `${answered} of ${presses} presses were answered`);
      scene.claim(clue.logins === 1, `${clue.logins} logins`);
      scene.measure(`${presses} presses answered, the slowest in ${worstMs.toFixed(0)} ms`);
    },
  },
  {
    name: 'test-alert',
    injected: '`/clue test-alert` five times while every post and edit takes 2 s',
    play: async (scene) => {
      const { slack, stage, story } = scene;
      await scene.startBot();
      for (const method of ['chat.postMessage', 'chat.update']) slack.faults.set({ method, kind: 'slow', ms: 2_000 });
      for (let time = 0; time < 5; time += 1) {
        story.fail(story.newDoor(), 2);
        const answer = await stage.ask('/clue test-alert');
        scene.claim(!/no command|unknown/i.test(answer), `answered: ${answer.slice(0, 200)}`);
        await scene.wait(500);
      }
      slack.faults.clear();
      await scene.settle();
    },
  },
];

async function steps({ story, wait }: Scene, times: number): Promise<void> {
  for (let step = 0; step < times; step += 1) {
    story.step();
    await wait(500);
  }
}
