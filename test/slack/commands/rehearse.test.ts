import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after } from '../../../src/door/ids.ts';
import { subscribeAsShown } from '../../../src/slack/actions/subscribe-as-shown.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { authenticated, authFailed, EBISU, relayOff, relayOn } from '../../support/rows.ts';
import { aChannel, aLog, clue, MEMBER, NOW, ports, SHIBUYA } from './desk.ts';

const HOUR = 3_600_000;

/** An attack of five failures that ended in an entry, three hours ago, and a burst of two an hour before it. */
const ROWS = [
  ...[0, 5, 10, 15, 20].map((second) => authFailed(after(NOW, -3 * HOUR + second * 1_000))),
  authenticated(EBISU, after(NOW, -3 * HOUR + 25_000)),
  relayOn(after(NOW, -3 * HOUR + 25_100)),
  relayOff(after(NOW, -3 * HOUR + 28_000)),
  authFailed(after(NOW, -4 * HOUR)),
  authFailed(after(NOW, -4 * HOUR + 10_000)),
];

const buttonOf = ({ blocks }: Message): string => {
  const actions = blocks.find((block) => block.type === 'actions');
  const [button] = actions?.elements ?? [];
  return button?.type === 'button' ? (button.value ?? '') : assert.fail('no button');
};

describe('/clue rehearse', () => {
  it('says how much a wish would have told, the loudest of it, and what other wishes would have brought', async () => {
    const { text } = await clue('rehearse failures last 1d', { log: aLog(ROWS) });
    const [head, wish, ...lines] = text.split('\n');
    assert.equal(head, '🎭 1 message in the last 1 day, at most 1 a day');
    assert.equal(wish, 'for `failures`');
    assert.ok(
      lines.some((line) => line.startsWith('• 5 authentication failures, then 1 let in · testDoor')),
      text,
    );
    assert.ok(
      lines.some((line) => line.includes('with `after:2` 2 messages · with `after:3` 1 message')),
      text,
    );
  });

  it('reads page after page, never two at once, and tells how far it has come', async () => {
    const log = aLog(ROWS, { cap: 2 });
    let underWay = 0;
    const heard: string[] = [];
    const counted = {
      page: async (...asked: Parameters<typeof log.page>) => {
        underWay += 1;
        assert.equal(underWay, 1);
        const page = await log.page(...asked);
        underWay -= 1;
        return page;
      },
    };
    await clue('rehearse last 30d', { log: counted, progress: (message) => heard.push(message.text) });
    assert.equal(log.asked.length, 5);
    assert.ok(heard.includes('⏳ Reading the log: 4 of 10 rows …'), heard.join('\n'));
    assert.ok(heard.at(-1)?.startsWith('⏳ Rehearsing 10 rows: 100 %'), heard.at(-1));
  });

  it('points at the word that it does not understand, and asks CLUe nothing', async () => {
    const log = aLog(ROWS);
    for (const [typed, word] of [
      ['rehearse fialures', 'fialures'],
      ['rehearse failures last 31d', 'last'],
      ['rehearse last', 'last'],
      ['rehearse after:0', 'after:0'],
      ['rehearse hours:25:00-07:00', 'hours:25:00-07:00'],
      ['rehearse door:cellar', 'door:cellar'],
    ] as const) {
      const { text } = await clue(typed, { log });
      assert.ok(text.startsWith(`🤔 I do not understand \`${word}\``), text);
    }
    assert.deepEqual(log.asked, []);
  });

  it('says so where CLUe cannot be read', async () => {
    const log = aLog(ROWS, { problems: { 178: { kind: 'timeout', afterMs: 10_000 } } });
    const { text } = await clue('rehearse', { log });
    assert.match(text, /CLUe/);
    assert.doesNotMatch(text, /message/);
  });

  it('a second one while the first is under way waits politely', async () => {
    const all = ports({ log: aLog(ROWS) });
    const request = {
      subscription: { channel: aChannel().state().channel, id: 'x', topics: [] },
      places: [SHIBUYA.id],
    };
    const asked = { ...request, from: after(NOW, -HOUR), to: NOW, onProgress: () => {} };
    const [first, second] = await Promise.all([all.rehearsals.run(asked), all.rehearsals.run(asked)]);
    assert.deepEqual([first.ok, second.ok], [true, false]);
    assert.equal((await all.rehearsals.run(asked)).ok, true);
  });
});

describe('the button under a rehearsal', () => {
  it('has the channel hear what was shown, once, also pressed by two at once', async () => {
    const channel = aChannel();
    const all = ports({ channel });
    const value = buttonOf(await clue('rehearse failures door:testDoor after:2 hours:22:00-07:00 last 1d'));
    const press = () => subscribeAsShown({ value, asker: MEMBER }, all);
    const answers = await Promise.all([press(), press()]);
    assert.match(
      answers[0].text,
      /^✅ This channel hears from now on: `failures door:testDoor after:2 hours:22:00-07:00`/,
    );
    await press();
    const [subscription, ...others] = channel.state().subscriptions;
    assert.deepEqual(others, []);
    assert.partialDeepStrictEqual(subscription, {
      channel: 'C0ALERTS',
      topics: ['failures'],
      doors: [{ place: '178', door: '181' }],
      after: 2,
      hours: { from: 1_320, to: 420 },
    });
  });

  it('answers politely to guests and to what it never wrote', async () => {
    const channel = aChannel();
    const all = ports({ channel });
    await subscribeAsShown({ value: '["C0ALERTS","failures"]', asker: { kind: 'guest' } }, all);
    await subscribeAsShown({ value: 'nonsense', asker: MEMBER }, all);
    const gone = await subscribeAsShown({ value: '["C0ALERTS","door:cellar"]', asker: MEMBER }, all);
    assert.match(gone.text, /door:cellar/);
    assert.deepEqual(channel.state().subscriptions, []);
  });
});
