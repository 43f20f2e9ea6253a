import type { SandboxSlack } from '../../src/sandbox/slack/start.ts';
import type { Expected } from './story.ts';
import { isOfADoor, isPointer, lineSaysRight, linesOf, saysLetIn, saysRight, type Told, toldBy } from './told.ts';

export type Judgement = {
  readonly owed: number;
  readonly seen: number;
  /** How many of those seen a gathering tells. */
  readonly gathered: number;
  readonly replies: number;
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  readonly worstDelayMs: number;
  /** How long a message stood beside its twin, in milliseconds. */
  readonly twinMs: number;
};

export type Judge = { readonly judge: (expected: readonly Expected[]) => Judgement; readonly end: () => void };

export type JudgeOptions = {
  readonly slack: SandboxSlack;
  readonly channels: readonly string[];
  readonly now: () => number;
  /** How a door's id in CLUe reads where the bot speaks of it. */
  readonly doorWord: (door: number) => string;
};

/** Watches what stands in the channels from now on, and compares it with a story's truth. */
export function openJudge({ slack, channels, now, doorWord }: JudgeOptions): Judge {
  const firstToldAt = new Map<string, number>();
  const firstPosts = new Map<string, Told>();
  const twinsSince = new Map<string, number>();
  let twinMs = 0;

  const standing = (channel: string): readonly Told[] =>
    slack.messages(channel).flatMap((message) => {
      const told = toldBy(message);
      return told === undefined ? [] : [told];
    });

  const noteTold = (channel: string, told: Told): void => {
    const first = (what: string): void => {
      if (!firstToldAt.has(`${channel} ${what}`)) firstToldAt.set(`${channel} ${what}`, now());
    };
    if (told.kind !== 'gathering') first(`${told.kind} ${told.door}`);
    for (const [door, line] of linesOf(told.message)) {
      if (line.failures > 0) first(`failures ${door}`);
      if (line.unlocked > 0) first(`unlocks ${door}`);
    }
  };
  const noteTwins = (channel: string): void => {
    const counts = countBy(standing(channel).map((told) => told.key));
    for (const [key, amount] of counts) {
      if (amount > 1 && !twinsSince.has(`${channel} ${key}`)) twinsSince.set(`${channel} ${key}`, now());
    }
    for (const [key, since] of twinsSince) {
      if (!key.startsWith(`${channel} `) || (counts.get(key.slice(channel.length + 1)) ?? 0) > 1) continue;
      twinMs = Math.max(twinMs, now() - since);
      twinsSince.delete(key);
    }
  };
  const end = slack.on((news) => {
    if (news.kind !== 'posted' && news.kind !== 'changed' && news.kind !== 'deleted') return;
    const { channel } = news.message;
    const told = toldBy(news.message);
    if (told !== undefined && news.kind !== 'deleted') noteTold(channel, told);
    const post = `${channel} ${told?.key}`;
    if (told !== undefined && news.kind === 'posted' && !firstPosts.has(post)) firstPosts.set(post, told);
    noteTwins(channel);
  });

  const judgeChannel = (channel: string, expected: readonly Expected[]) => {
    const told = standing(channel);
    const gatherings = told.filter((one) => one.kind === 'gathering').map((one) => linesOf(one.message));
    const lost: string[] = [];
    const twice = [...countBy(told.map((one) => one.key))].flatMap(([key, times]) =>
      times > 1 ? [`${channel}: ${times} messages for ${key}`] : [],
    );
    const owed = new Set(expected.map((one) => `${one.kind} ${doorWord(one.door)}`));
    for (const card of told.filter((one) => isOfADoor(one) && !owed.has(`${one.kind} ${one.door}`))) {
      twice.push(`${channel}: told though it never happened: ${card.message.text}`);
    }
    let gathered = 0;
    for (const one of expected) {
      const door = doorWord(one.door);
      const what = `${channel}: ${one.kind} at door ${door}`;
      const cards = told.filter(
        (at) => at.kind === one.kind && at.door === door && at.part === 'card' && !isPointer(at),
      );
      const lines = gatherings.flatMap((lines) => lines.get(door) ?? []);
      const right = cards.filter((card) => saysRight(card, one));
      const byLine = lines.filter((line) => lineSaysRight(line, one));
      if (cards.length > 1) twice.push(`${what}: ${cards.map((card) => card.message.text).join(' | ')}`);
      if (byLine.length > 1) twice.push(`${what}: told by ${byLine.length} gatherings`);
      if (right.length === 0 && byLine.length > 0) gathered += 1;
      if (right.length + byLine.length === 0) {
        const instead = cards.map((card) => card.message.text).join(' | ') || JSON.stringify(lines);
        lost.push(`${what}: expected ${JSON.stringify(one)}, found ${instead}`);
      }
      const [card] = right;
      if (card !== undefined && isOwedReply(channel, card, one) && repliesTo(told, card).length === 0)
        lost.push(`${what}: no reply says that ${one.person} was let in`);
    }
    const replies = told.filter((one) => one.part === 'let-in').length;
    return { lost, twice, gathered, replies };
  };

  const isOwedReply = (channel: string, card: Told, { kind, count, person }: Expected): boolean => {
    if (kind !== 'failures' || person === undefined || count < 4) return false;
    const first = firstPosts.get(`${channel} ${card.key}`);
    // Until Slack says that the company alone reads the channel, a first post names nobody; the name follows by an edit.
    return first !== undefined && ![person, 'somebody'].some((who) => saysLetIn(first.message, who));
  };

  return {
    judge: (expected) => {
      const all = channels.map((channel) => judgeChannel(channel, expected));
      const lost = all.flatMap((one) => one.lost);
      const owed = expected.length * channels.length;
      const delays = channels.flatMap((channel) =>
        expected.flatMap((one) => {
          const at = firstToldAt.get(`${channel} ${one.kind} ${doorWord(one.door)}`);
          return at === undefined ? [] : [at - one.appendedAt];
        }),
      );
      return {
        owed,
        seen: owed - lost.length,
        gathered: all.reduce((sum, one) => sum + one.gathered, 0),
        replies: all.reduce((sum, one) => sum + one.replies, 0),
        lost,
        twice: all.flatMap((one) => one.twice),
        worstDelayMs: delays.reduce((a, b) => Math.max(a, b), 0),
        twinMs: [...twinsSince.values()].reduce((most, since) => Math.max(most, now() - since), twinMs),
      };
    },
    end,
  };
}

const repliesTo = (told: readonly Told[], card: Told): readonly Told[] =>
  told.filter((one) => one.part === 'let-in' && one.message.thread_ts === card.message.ts);

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
