import type { Scenario } from '../scenario.ts';
import type { Scene } from '../scene.ts';

const LOST_IN_A_ROW = 20;
/** The bot gives up on a call to Slack after ten seconds. */
const AFTER_TIMEOUT_MS = 15_500;
const WITHIN_SEARCHES_MS = 10_300;

/** Posts that stand, or will stand, though their answer never came; and messages that people delete. */
export const lostPosts: readonly Scenario[] = [
  {
    name: 'lost-answer',
    injected: `the answer to a post lost ${LOST_IN_A_ROW} times in a row, kill -9 after every other one`,
    scene: { channels: 1 },
    play: async (scene) => {
      const { bot, slack, story } = scene;
      bot.start();
      await scene.reads(2);
      slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: LOST_IN_A_ROW });
      for (let lost = 0; lost < LOST_IN_A_ROW; lost += 1) {
        const door = story.newDoor();
        story.fail(door, 2);
        await scene.until(`a post of door ${door}`, () => stands(scene, door), 20_000);
        if (lost % 2 === 1) continue;
        await bot.kill();
        story.fail(door, 1);
        bot.start();
      }
      await scene.settle();
      scene.claim(slack.faults.standing().length === 0, 'not every answer that should be lost was asked for');
    },
  },
  {
    name: 'late-commit',
    injected: 'Slack takes the post only after the bot’s timeout, and after its searches',
    play: async (scene) => {
      const { slack, story } = scene;
      await scene.startBot();
      for (const channel of scene.channels)
        slack.faults.set({ method: 'chat.postMessage', channel, kind: 'late-commit', ms: AFTER_TIMEOUT_MS, times: 1 });
      for (let door = 0; door < 3; door += 1) story.fail(story.newDoor(), 2);
      await scene.wait(AFTER_TIMEOUT_MS + 3_000);
      scene.claim(scene.verdict().twice.length >= 1, 'no twin came to stand, so nothing was shown');
      await scene.settleTwins();
    },
  },
  {
    name: 'late-commit-found',
    injected: 'Slack takes the post after the bot’s timeout, between its two searches',
    scene: { pace: { searchAgainAfterMs: 3_000 } },
    play: async (scene) => {
      const { slack, story } = scene;
      await scene.startBot();
      for (const channel of scene.channels)
        slack.faults.set({
          method: 'chat.postMessage',
          channel,
          kind: 'late-commit',
          ms: WITHIN_SEARCHES_MS,
          times: 1,
        });
      story.fail(story.newDoor(), 2);
      await scene.wait(WITHIN_SEARCHES_MS + 4_000);
      scene.claim(scene.verdict().twice.length === 0, 'a post that stood before the second search was not found');
      await scene.settleTwins();
    },
  },
  {
    name: 'slow-answer',
    injected: 'Slack takes the post at once and answers after 30 s',
    play: async (scene) => {
      const { slack, story } = scene;
      await scene.startBot();
      for (const channel of scene.channels)
        slack.faults.set({ method: 'chat.postMessage', channel, kind: 'slow', ms: 30_000, times: 2 });
      const door = story.newDoor();
      story.fail(door, 2);
      story.fail(story.newDoor(), 1);
      await scene.wait(12_000);
      story.fail(door, 3);
      await scene.settleTwins();
    },
  },
  {
    name: 'deleted-card',
    injected: 'people delete the cards of an open and of a closed burst',
    play: async (scene) => {
      const { clock, slack, story } = scene;
      await scene.startBot();
      const open = story.newDoor();
      story.fail(open, 2);
      await scene.settle();
      deleteCards(scene, open);
      story.fail(open, 1);
      await scene.settle();
      clock.skip(70_000);
      await scene.until(
        'the burst is over',
        () => cardsOf(scene, open).every(({ text }) => text.startsWith('⚪')),
        20_000,
      );
      const before = cardsOf(scene, open).length;
      const next = story.newDoor();
      story.fail(next, 2);
      await scene.settle();
      clock.skip(70_000);
      await scene.until(
        'the next is over',
        () => cardsOf(scene, next).every(({ text }) => text.startsWith('⚪')),
        20_000,
      );
      deleteCards(scene, next);
      await scene.reads(3);
      scene.claim(before === scene.channels.length, 'a card deleted while its burst went on did not come back');
      scene.claim(cardsOf(scene, next).length === 0, 'a card deleted after its burst was over came back');
      // What people deleted is not owed any more; a last burst shows that the bot goes on.
      story.forget(next);
      story.fail(story.newDoor(), 1);
      await scene.settle();
      scene.measure(
        `${slack.journal().filter(({ error }) => error === 'message_not_found').length} edits met no message`,
      );
    },
  },
  {
    name: 'lost-reply',
    injected: 'the answer to a reply in a thread lost, and kill -9 after it',
    scene: { channels: 1 },
    play: async (scene) => {
      const { bot, slack, story } = scene;
      bot.start();
      await scene.reads(2);
      for (let time = 0; time < 6; time += 1) {
        const door = story.newDoor();
        story.fail(door, 5);
        await scene.settle();
        slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: 1 });
        story.enter(door, 'EBISU');
        await scene.until('the reply stands', () => repliesIn(scene).length === time + 1, 20_000);
        if (time % 2 === 0) await bot.kill();
        story.lock(door);
        bot.start();
        await scene.settle();
      }
      scene.claim(repliesIn(scene).length === 6, `${repliesIn(scene).length} replies, not 6`);
    },
  },
  {
    name: 'late-reply',
    injected: 'Slack takes a reply only after the bot’s timeout and its searches',
    play: async (scene) => {
      const { slack, story } = scene;
      await scene.startBot();
      const door = story.newDoor();
      story.fail(door, 5);
      await scene.settle();
      for (const channel of scene.channels)
        slack.faults.set({ method: 'chat.postMessage', channel, kind: 'late-commit', ms: AFTER_TIMEOUT_MS, times: 1 });
      story.enter(door, 'EBISU');
      await scene.wait(AFTER_TIMEOUT_MS + 3_000);
      scene.claim(repliesIn(scene).length > scene.channels.length, 'no twin came to stand, so nothing was shown');
      story.lock(door);
      await scene.settleTwins();
      scene.claim(repliesIn(scene).length === scene.channels.length, `${repliesIn(scene).length} replies, not 3`);
    },
  },
];

const cardsOf = ({ slack, channels }: Scene, door: number) =>
  channels.flatMap((channel) =>
    slack.messages(channel).filter(({ metadata, thread_ts: thread, ts }) => {
      const isReply = thread !== undefined && thread !== ts;
      return !isReply && String(metadata?.event_payload.incident).includes(`/${door}/`);
    }),
  );
const stands = (scene: Scene, door: number): boolean => cardsOf(scene, door).length > 0;
const repliesIn = ({ slack, channels }: Scene) =>
  channels.flatMap((channel) =>
    slack.messages(channel).filter(({ metadata }) => metadata?.event_payload.part === 'let-in'),
  );
const deleteCards = (scene: Scene, door: number): void => {
  for (const { channel, ts } of cardsOf(scene, door)) scene.slack.deleteMessage(channel, ts);
};
