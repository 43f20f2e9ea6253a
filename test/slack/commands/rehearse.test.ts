import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after } from '../../../src/door/ids.ts';
import { subscribeAsShown } from '../../../src/slack/actions/subscribe-as-shown.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { authenticated, authFailed, EBISU, relayOff, relayOn } from '../../support/rows.ts';
import { ALERTS, aDesk, aLog, clue, MEMBER, NOW, ports, SHIBUYA } from './desk.ts';

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
    assert.match(wish ?? '', /^\*It means:\* Failures from 4 on/);
    assert.ok(
      lines.some(
        (line) => line.startsWith('• 🚨 *5 authentication failures') || line.includes('5 authentication failures'),
      ),
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

  it('understands what /clue subscribe understands, and points at the same words', async () => {
    const log = aLog(ROWS);
    for (const typed of [
      'fialures',
      'after:0',
      'hours:25:00-07:00',
      'door:cellar',
      'blind door:testDoor',
      'unlocks after:2',
      'notify:@anna',
      'person:nobody',
    ]) {
      const [answer, asSubscribed] = [
        await clue(`rehearse ${typed}`, { log }),
        await clue(`subscribe ${typed}`, { log }),
      ];
      assert.equal(answer.text.split('\n')[0], asSubscribed.text.split('\n')[0]);
      assert.match(answer.text, /^🤔/, typed);
    }
    const typo = await clue('rehearse fialures last 30d', { log });
    assert.match(typo.text, /Did you mean `\/clue rehearse failures last 30d`/);
    assert.deepEqual(log.asked, []);
  });

  it('takes the past where it stands, up to thirty days', async () => {
    for (const typed of ['last 30d', '30d', 'failures LAST 30d after:2', '30d door:testDoor']) {
      assert.match((await clue(`rehearse ${typed}`, { log: aLog(ROWS) })).text, /the last 30 days/, typed);
    }
    for (const [typed, word] of [
      ['failures last 31d', 'last 31d'],
      ['last', 'last'],
      ['0d', '0d'],
      ['last week', 'last week'],
    ] as const) {
      const { text } = await clue(`rehearse ${typed}`, { log: aLog(ROWS) });
      assert.ok(text.includes(`\`${word}\` is no stretch of the past`), text);
    }
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
      subscription: { channel: ALERTS, id: 'x', topics: [] },
      places: [SHIBUYA.id],
    };
    const asked = { ...request, from: after(NOW, -HOUR), to: NOW, onProgress: () => {} };
    const [first, second] = await Promise.all([all.rehearsals.run(asked), all.rehearsals.run(asked)]);
    assert.deepEqual([first.ok, second.ok], [true, false]);
    assert.equal((await all.rehearsals.run(asked)).ok, true);
  });
});

describe('the button under a rehearsal', () => {
  it('has the channel hear what was shown, once, also pressed by two at once and after the door got another name', async () => {
    const desk = aDesk();
    const said: string[] = [];
    const channels = { desk, say: ({ text }: Message) => void said.push(text) };
    const value = buttonOf(await clue('rehearse failures door:testDoor after:2 hours:22:00-07:00 last 1d'));
    const renamed = { ...SHIBUYA, doors: SHIBUYA.doors.map((door) => ({ ...door, name: 'Lobby' })) };
    const all = ports({ channels, places: [renamed] });
    const press = async (later = 0) =>
      (await subscribeAsShown({ value, asker: MEMBER }, all, after(NOW, later))).message;
    const answers = await Promise.all([press(), press(1_500)]);
    assert.match(answers[0].text, /^🔔 This channel hears from now on: .*Lobby/);
    assert.match((await press(60_000)).text, /^🔔 This channel hears that already/);
    const [subscription, ...others] = desk.state().subscriptions;
    assert.deepEqual(others, []);
    assert.partialDeepStrictEqual(subscription, {
      channel: 'C0ALERTS',
      topics: ['failures'],
      doors: [{ place: '178', door: '181' }],
      after: 2,
      hours: { from: 1_320, to: 420 },
    });
    assert.match(said[0] ?? '', /had this channel hear/);
  });

  it('means whoever asked, whoever presses it', async () => {
    const desk = aDesk();
    const value = buttonOf(await clue('rehearse failures notify:me names:initials last 1d'));
    const other = { ...MEMBER, userId: 'U0OTHER' };
    await subscribeAsShown({ value, asker: other }, ports({ channels: { desk } }), NOW);
    assert.partialDeepStrictEqual(desk.state().subscriptions[0], { names: 'initials', notify: [MEMBER.userId] });
  });

  it('answers politely to what it never wrote', async () => {
    const desk = aDesk();
    const all = ports({ channels: { desk } });
    const value = buttonOf(await clue('rehearse failures last 1d'));
    const parts: readonly unknown[] = JSON.parse(value);
    const wrong = [
      'nonsense',
      '[]',
      '["C0ALERTS","failures"]',
      JSON.stringify(parts.with(0, 7)),
      JSON.stringify(parts.with(1, ['no-such-kind'])),
      JSON.stringify(parts.with(1, [])),
      JSON.stringify(parts.with(2, [['178']])),
      JSON.stringify(parts.with(7, [0, 9_999, [], false])),
      JSON.stringify(parts.with(8, 0)),
      JSON.stringify(parts.with(9, 'nicknames')),
    ];
    for (const one of wrong) {
      const { text } = (await subscribeAsShown({ value: one, asker: MEMBER }, all, NOW)).message;
      assert.match(text, /button/i, one);
    }
    assert.deepEqual(desk.state().subscriptions, []);
  });
});
