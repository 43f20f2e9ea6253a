import { PACE } from '../../../src/slack/announcer.ts';
import { ALERTS, HANA } from '../../support/bot.ts';
import type { Scenario } from '../scenario.ts';
import type { Scene } from '../scene.ts';
import { aStorm } from './storm.ts';

const ASKED = ['/clue help', '/clue recent 10', '/clue status', '/clue who-entered 24h'];
const ACK_P95_MS = 200;
const ACK_MOST_MS = 1_000;
const ANSWER_P95_MS = 2_000;

/** People who ask while the bot is busy, refused, or between two sockets. */
export const commands: readonly Scenario[] = [
  {
    name: 'commands-in-a-storm',
    injected: 'a command every 300 ms during the storm',
    scene: { rates: 'real', pace: PACE },
    alone: true,
    play: async (scene) => {
      await startProcess(scene);
      const asking = askFor(scene, 12_000, 300);
      await aStorm(scene);
      claimSpeed(scene, await asking);
      await scene.settle(45_000);
    },
  },
  {
    name: 'commands-during-429',
    injected: 'a command every 300 ms while every alert meets a 429',
    scene: { channels: 1 },
    alone: true,
    play: async (scene) => {
      const { slack, story } = scene;
      await startProcess(scene);
      const ends = ['chat.postMessage', 'chat.update'].map((method) =>
        slack.faults.set({ method, kind: 'rate-limited', retryAfterS: 2 }),
      );
      const asking = askFor(scene, 9_000, 300);
      for (let step = 0; step < 18; step += 1) {
        story.step();
        await scene.wait(500);
      }
      claimSpeed(scene, await asking);
      for (const end of ends) end();
      story.end();
      await scene.settle();
    },
  },
  {
    name: 'socket-refresh',
    injected: 'a command every 250 ms while Slack refreshes one socket after the other',
    scene: { channels: 1 },
    play: async (scene) => {
      const { slack } = scene;
      await scene.startBot({ secondSocketAfterMs: 0 });
      await scene.until('two sockets', () => slack.openSockets() === 2);
      const asking = askFor(scene, 12_000, 250);
      for (let time = 0; time < 3; time += 1) {
        slack.refreshSockets(0);
        await scene.until('two sockets again', () => slack.openSockets() === 2, 15_000);
        await scene.wait(500);
      }
      const answers = await asking;
      scene.claim(answers.failed === 0, `${answers.failed} of ${answers.asked} commands were not answered`);
      scene.measure(`${answers.asked} commands, ${answers.failed} unanswered`);
    },
  },
  {
    name: 'both-sockets-at-once',
    injected: 'both sockets refreshed at once, a command every 100 ms',
    scene: { channels: 1 },
    alone: true,
    play: async (scene) => {
      const { slack } = scene;
      await scene.startBot({ secondSocketAfterMs: 0 });
      await scene.until('two sockets', () => slack.openSockets() === 2);
      const from = performance.now();
      slack.refreshSockets();
      let failed = 0;
      for (;;) {
        const run = await slack.type({ user: HANA, channel: ALERTS, text: '/clue help' });
        if (run.failure === undefined) break;
        failed += 1;
        if (performance.now() - from > 20_000) break;
        await scene.wait(100);
      }
      const gapMs = performance.now() - from;
      scene.claim(gapMs < 20_000, 'no command was answered for 20 s');
      scene.measure(`a gap of ${(gapMs / 1_000).toFixed(1)} s, ${failed} commands refused by Slack`);
    },
  },
];

type Answers = {
  readonly asked: number;
  readonly failed: number;
  readonly acksMs: readonly number[];
  readonly answersMs: readonly number[];
};

async function startProcess({ bot, reads, slack, until }: Scene): Promise<void> {
  bot.start();
  await reads(2);
  await until('a socket', () => slack.openSockets() > 0, 15_000);
  await reads(2);
}

/** Types commands at a pace, each without waiting for the one before, and hears them all out. */
async function askFor(scene: Scene, forMs: number, everyMs: number): Promise<Answers> {
  const acksMs: number[] = [];
  const answersMs: number[] = [];
  let failed = 0;
  const askOne = async (text: string): Promise<void> => {
    const from = performance.now();
    try {
      const run = await scene.slack.type({ user: HANA, channel: ALERTS, text });
      const isPatience = (): boolean => run.visible.some((message) => message.text.includes('Asking CLUe'));
      await run.answered({ timeoutMs: 10_000 });
      if (isPatience()) await run.answered({ timeoutMs: 20_000 });
      answersMs.push(performance.now() - from);
      if (run.ackMs !== undefined) acksMs.push(run.ackMs);
    } catch {
      failed += 1;
    }
  };
  const asked: Promise<void>[] = [];
  for (let time = 0; time < forMs; time += everyMs) {
    asked.push(askOne(ASKED[asked.length % ASKED.length] ?? '/clue help'));
    await scene.wait(everyMs);
  }
  await Promise.all(asked);
  return { asked: asked.length, failed, acksMs, answersMs };
}

function claimSpeed(scene: Scene, { asked, failed, acksMs, answersMs }: Answers): void {
  const most = Math.max(...acksMs);
  const [ack, answer] = [p95(acksMs), p95(answersMs)];
  scene.claim(failed === 0, `${failed} of ${asked} commands were not answered`);
  scene.claim(ack <= ACK_P95_MS, `acknowledged in ${ack.toFixed(0)} ms (p95)`);
  scene.claim(most <= ACK_MOST_MS, `acknowledged in ${most.toFixed(0)} ms at worst`);
  scene.claim(answer <= ANSWER_P95_MS, `answered in ${answer.toFixed(0)} ms (p95)`);
  scene.measure(
    `${asked} commands acknowledged in ${ack.toFixed(0)} ms (p95), ${most.toFixed(0)} ms (max), answered in ${answer.toFixed(0)} ms (p95)`,
  );
}

const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.max(Math.ceil(values.length * 0.95) - 1, 0)] ?? Number.NaN;
