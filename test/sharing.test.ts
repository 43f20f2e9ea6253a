import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { type Instant, instant } from '../src/door/ids.ts';
import { openRooms } from '../src/rooms.ts';
import type { Message } from '../src/sandbox/slack/message.ts';
import { enter, fail, OLIVER, read } from './support/answering.ts';
import { ALERTS, FAST, HANA, type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

const PRIVATE = 'G0NIGHT';
const HOUR_MS = 3_600_000;

/** A bot that has seen its place, with a private channel that it is not in, and a clock that can be put forward. */
async function aBot(options: Parameters<typeof stage>[0] = {}) {
  const one = rooms.add(await stage(options), (it) => it.end());
  one.slack.addChannel({ id: PRIVATE, name: 'night', is_private: true, is_member: false, members: [HANA, OLIVER] });
  let aheadMs = 0;
  const now = (): Instant => instant(Date.now() + aheadMs);
  const start = async () => {
    const app = await one.startBot({}, { pace: FAST, now, restingLookMs: 50 });
    await read(one);
    return app;
  };
  const later = (ms: number): void => {
    aheadMs += ms;
  };
  return { ...one, app: await start(), start, later };
}

const ask = async ({ slack }: Stage, text: string, channel: string): Promise<string> => {
  const run = await slack.type({ user: HANA, channel, text });
  return (await run.answered()).text;
};
const texts = (one: Stage, channel: string): string => JSON.stringify(one.cards(channel));
const unlock = ({ clue }: Stage, doorId = 181): void => {
  const row = { doorId, deviceId: doorId, doorName: 'testDoor' };
  clue.place(178).append({ ...row, userId: '1', userName: 'EBISU', eventType: 'DEV_FACE_AUTH_SUCCESS' });
  clue.place(178).append({ ...row, eventType: 'DEV_DOOR_RELAY_ON' });
};
const shows = (one: Stage, channel: string, what: RegExp): Promise<void> =>
  eventually(`${what} in ${channel}`, () => what.test(texts(one, channel)));
/** What is posted from now on, as it says when it is posted: later edits count for nothing. */
function postsFromNow({ slack }: Stage): () => readonly Message[] {
  const posts: Message[] = [];
  slack.on((news) => {
    if (news.kind === 'posted') posts.push(news.message);
  });
  return () => posts;
}
/** Once it stands, it says so for good: nothing that follows names anybody. */
async function namesNobody(one: Stage, channel: string, what: RegExp): Promise<void> {
  await shows(one, channel, what);
  await read(one);
  assert.doesNotMatch(texts(one, channel), /EBISU/);
}

describe('a private channel that the bot has not seen', { concurrency: true }, () => {
  it('counts as shared, and stays so where it is, when the bot is invited', async () => {
    const one = await aBot();
    const answer = await ask(one, '/clue subscribe unlocks', PRIVATE);
    assert.match(answer, /I am not in this channel yet/);
    assert.match(answer, /Slack did not say whether this channel is shared with another company/);
    one.slack.share(PRIVATE);
    one.slack.invite(PRIVATE);
    unlock(one);
    await namesNobody(one, PRIVATE, /unlocked/);
    assert.match(
      await ask(one, '/clue subscriptions', PRIVATE),
      /is shared with another company, so people are not named/,
    );
  });

  it('is told names when the bot is invited and Slack says that it is the company’s own', async () => {
    const one = await aBot();
    await ask(one, '/clue subscribe unlocks', PRIVATE);
    one.slack.invite(PRIVATE);
    unlock(one);
    await shows(one, PRIVATE, /EBISU/);
    assert.doesNotMatch(await ask(one, '/clue subscriptions', PRIVATE), /another company/);
  });

  it('is looked at again when the bot comes back, though it was the company’s own an hour ago', async () => {
    const one = await aBot();
    one.slack.invite(PRIVATE);
    await ask(one, '/clue subscribe unlocks', PRIVATE);
    one.slack.remove(PRIVATE);
    one.slack.share(PRIVATE);
    one.slack.faults.set({ method: 'conversations.info', kind: 'error', error: 'internal_error' });
    one.slack.invite(PRIVATE);
    await eventually('the look', () =>
      one.slack.journal().some((entry) => /conversations.info/.test(JSON.stringify(entry))),
    );
    await read(one);
    unlock(one);
    await namesNobody(one, PRIVATE, /unlocked/);
  });
});

describe('a channel that is shared later', { concurrency: true }, () => {
  it('loses the names from its cards at once, in edits, replies and new cards, and has them again when it is not', async () => {
    const one = await aBot();
    fail(one, 1);
    unlock(one, 190);
    await shows(one, ALERTS, /EBISU/);
    one.slack.share(ALERTS);
    await eventually('no names', () => !/EBISU/.test(texts(one, ALERTS)));
    fail(one, 5);
    await shows(one, ALERTS, /6 authentication failures/);
    enter(one);
    await namesNobody(one, ALERTS, /🚨/);
    assert.ok(
      one.cards().some((card) => card.thread_ts !== undefined && card.thread_ts !== card.ts),
      'a reply',
    );
    assert.match(await ask(one, '/clue subscriptions', ALERTS), /is shared with another company/);
    one.slack.share(ALERTS, false);
    await shows(one, ALERTS, /EBISU/);
  });

  it('loses the names from replies in threads too, and has them again when it is not', async () => {
    const one = await aBot();
    fail(one, 6);
    await shows(one, ALERTS, /6 authentication failures/);
    enter(one);
    const reply = () => one.cards().find((card) => card.thread_ts !== undefined && card.thread_ts !== card.ts)?.text;
    await eventually('a reply that names', () => /EBISU/.test(reply() ?? ''));
    one.slack.share(ALERTS);
    await eventually('no names', () => !/EBISU/.test(texts(one, ALERTS)));
    assert.match(reply() ?? '', /🚨/);
    one.slack.share(ALERTS, false);
    await eventually('names again', () => /EBISU/.test(reply() ?? ''));
  });

  it('while the bot was down is looked at when it starts', async () => {
    const one = await aBot();
    unlock(one);
    await shows(one, ALERTS, /EBISU/);
    await one.app.stop();
    one.slack.share(ALERTS);
    await one.start();
    await eventually('no names', () => !/EBISU/.test(texts(one, ALERTS)));
  });

  it('while the bot was down is not trusted to be as it was: no first post names anybody', async () => {
    const one = await aBot();
    unlock(one, 190);
    await shows(one, ALERTS, /EBISU/);
    await one.app.stop();
    one.slack.share(ALERTS);
    const posts = postsFromNow(one);
    unlock(one);
    // Nothing is heard of Slack meanwhile, but posts are taken.
    const fixed = one.slack.faults.set({ method: 'apps.connections.open', kind: 'error', error: 'internal_error' });
    const started = one.start();
    await eventually('a post', () => posts().length > 0);
    fixed();
    await started;
    await namesNobody(one, ALERTS, /unlocked/);
    assert.doesNotMatch(JSON.stringify(posts()), /EBISU/);
  });

  it('is found out within the hour where the event was lost, before anything is posted', async () => {
    const one = await aBot();
    await eventually('a look', () =>
      one.slack.journal().some((entry) => /conversations.info/.test(JSON.stringify(entry))),
    );
    await read(one);
    // The sandbox tells it to nobody: an offer that is not taken yet.
    one.slack.offerToShare(ALERTS);
    one.later(HOUR_MS + 1_000);
    unlock(one);
    await namesNobody(one, ALERTS, /unlocked/);
  });

  it('is told without names while Slack does not say, and with them as soon as it does', async () => {
    const one = await aBot();
    const fixed = one.slack.faults.set({ method: 'conversations.info', kind: 'error', error: 'internal_error' });
    one.later(HOUR_MS + 1_000);
    unlock(one);
    await namesNobody(one, ALERTS, /unlocked/);
    fixed();
    one.later(61_000);
    fail(one, 1, 190);
    await shows(one, ALERTS, /EBISU/);
  });
});
