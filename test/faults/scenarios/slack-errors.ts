import type { Fault } from '../../../src/sandbox/slack/faults.ts';
import type { Scenario } from '../scenario.ts';
import type { Scene } from '../scene.ts';

const POSTS = 'chat.postMessage';

/** Calls that Slack refuses, breaks or puts off, while a busy story goes on. */
export const slackErrors: readonly Scenario[] = [
  spoiled('slack-500', 'HTTP 500 to 6 calls of any kind', { kind: 'http-500', times: 6 }),
  spoiled('slack-503', 'HTTP 503 to 6 calls of any kind', { kind: 'http-503', times: 6 }),
  spoiled('slack-reset', 'the connection reset under 6 calls of any kind', { kind: 'reset', times: 6 }),
  spoiled('slack-hang', 'no answer for 15 s to 3 calls, then a reset', { kind: 'hang', ms: 15_000, times: 3 }),
  spoiled('slack-internal-error', '`internal_error` to 6 calls', {
    kind: 'error',
    error: 'internal_error',
    times: 6,
  }),
  spoiled('429-after-1', '429 with Retry-After 1 to 10 calls', { kind: 'rate-limited', retryAfterS: 1, times: 10 }),
  spoiled('429-after-30', '429 with Retry-After 30 to a post in each channel', {
    kind: 'rate-limited',
    retryAfterS: 30,
    method: POSTS,
    times: 3,
  }),
  {
    name: 'slack-outage',
    injected: 'HTTP 503 to everything for 20 s',
    play: async (scene) => {
      const { slack, story } = scene;
      await scene.startBot();
      await aFewSteps(scene, 4);
      const end = slack.faults.set({ kind: 'http-503' });
      const from = slack.journal().length;
      for (let second = 0; second < 20; second += 1) {
        story.step();
        await scene.wait(1_000);
      }
      const refused = slack
        .journal()
        .slice(from)
        .filter(({ method, ok }) => method === POSTS && !ok).length;
      end();
      await toldWithin(scene, 12_000);
      scene.claim(refused <= 8, `${refused} refused posts, at most 8 are allowed`);
      scene.measure(`${refused} refused posts`);
      story.end();
      await scene.settleTwins();
    },
  },
  {
    name: 'slack-cut-off',
    injected: 'every connection to Slack torn down for 20 s',
    play: async (scene) => {
      const { slack, story } = scene;
      await scene.startBot();
      await aFewSteps(scene, 4);
      slack.away(true);
      for (let second = 0; second < 20; second += 1) {
        story.step();
        await scene.wait(1_000);
      }
      slack.away(false);
      await toldWithin(scene, 12_000);
      story.end();
      await scene.settleTwins();
    },
  },
  {
    name: 'slack-away-at-start',
    injected: 'Slack away when the bot starts, and for 8 s',
    play: async (scene) => {
      const { slack, story } = scene;
      slack.away(true);
      const app = await scene.startBot({ waitForSlack: false });
      await aFewSteps(scene, 8);
      await scene.wait(6_000);
      slack.away(false);
      await app.ready();
      await aFewSteps(scene, 3);
      story.end();
      await scene.settle();
    },
  },
  {
    name: 'slack-away-20-min',
    injected: 'Slack away for 20 minutes (by a clock of their own)',
    play: async (scene) => {
      const { clock, slack, story } = scene;
      await scene.startBot();
      await aFewSteps(scene, 4);
      slack.away(true);
      for (let minutes = 0; minutes < 20; minutes += 4) {
        for (let doors = 0; doors < 2; doors += 1) story.fail(story.newDoor(), 3);
        await scene.reads(2);
        clock.skip(240_000);
      }
      slack.away(false);
      story.end();
      await scene.settle();
      await scene.settleTwins();
    },
  },
];

function spoiled(name: string, injected: string, fault: Fault): Scenario {
  return {
    name,
    injected,
    play: async (scene) => {
      const { slack, story } = scene;
      await scene.startBot();
      await aFewSteps(scene, 3);
      slack.faults.set(fault);
      await aFewSteps(scene, 12);
      story.end();
      await scene.settle(60_000);
      scene.claim(slack.faults.standing().length === 0, 'the fault met fewer calls than it should');
      await scene.settleTwins();
    },
  };
}

async function aFewSteps({ story, wait }: Scene, times: number): Promise<void> {
  for (let step = 0; step < times; step += 1) {
    story.step();
    await wait(250);
  }
}

/** Claims that everything owed is told so soon, and notes how soon. */
async function toldWithin(scene: Scene, mostMs: number): Promise<void> {
  const from = performance.now();
  await scene.settle(mostMs + 10_000);
  const tookMs = performance.now() - from;
  scene.claim(
    tookMs <= mostMs,
    `all told ${(tookMs / 1_000).toFixed(1)} s after Slack was back, not within ${mostMs / 1_000} s`,
  );
  scene.measure(`all told ${(tookMs / 1_000).toFixed(1)} s after Slack was back`);
}
