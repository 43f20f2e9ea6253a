import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { instant } from '../src/door/ids.ts';
import { PEOPLE } from '../src/sandbox/slack/people.ts';
import { ALERTS, FAST, HANA, OPS, type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';
import { guideRows } from './support/rows.ts';

const stages: Stage[] = [];
const aStage = async (...options: Parameters<typeof stage>): Promise<Stage> => {
  const one = await stage(...options);
  stages.push(one);
  return one;
};
after(async () => {
  for (const one of stages) await one.end();
});

/** Puts the guide's rows into CLUe, moved so that the last one happened a second ago. */
function tellGuide({ clue }: Stage): void {
  const rows = [...guideRows()].reverse();
  const shift = Date.now() - 1_000 - (rows.at(-1)?.at ?? 0);
  for (const row of rows) {
    clue.place(178).append({
      eventAt: row.at + shift,
      eventType: row.code,
      doorId: 181,
      deviceId: 902,
      ...(row.doorName !== undefined && { doorName: row.doorName }),
      ...(row.person?.id !== undefined && { userId: row.person.id }),
      ...(row.person?.name !== undefined && { userName: row.person.name }),
    });
  }
}

/** Waits until the bot has read the place at least so many times. */
async function reads({ clue }: Stage, times = 1): Promise<void> {
  for (let seen = 0; seen < times; seen += 1) {
    await new Promise<void>((resolve) => {
      const stop = clue.place(178).whenRead(() => {
        stop();
        resolve();
      });
    });
  }
}

describe('the guide’s sample, through the whole bot', () => {
  it('is one message for the burst, one for the lone failure, and one per unlocked spell', async () => {
    const one = await aStage();
    await one.startBot();
    await reads(one);
    tellGuide(one);
    await one.untilCards('seven cards', (texts) => texts.length === 7);
    await one.untilCards('the burst told whole', (texts) =>
      texts.some((text) => text.includes('14') && text.includes('EBISU')),
    );
    const texts = one.cards().map((card) => card.text);
    assert.equal(texts.filter((text) => text.includes('failure')).length, 2);
    for (const length of ['3.0 s', '5.7 s', '8.9 s']) {
      assert.ok(
        texts.some((text) => text.includes(length)),
        `${length} in ${texts.join('\n')}`,
      );
    }
    assert.equal(one.slack.refusals, 0);
    assert.match(texts[0] ?? '', /1 authentication failure/, 'what happened first is told first');
    const answer = await one.ask('/clue who-entered 24h');
    assert.match(answer, /8 entries by 2 people/);
    assert.match(answer, /EBISU/);
    assert.equal((await one.ask('/clue recent 36')).match(/authentication failed/g)?.length, 15);
  });
});

describe('first sight', () => {
  it('of a place with a past tells nothing', async () => {
    const one = await aStage();
    tellGuide(one);
    await one.startBot();
    await reads(one, 2);
    assert.deepEqual(one.cards(), []);
  });
});

describe('a wrong password', () => {
  it('is one login until an admin asks, across a restart too, and is said in words', async () => {
    const one = await aStage();
    const wrong = { CLUE_PASSWORD: 'not-the-password' };
    const app = await one.startBot(wrong);
    await one.slack.waitFor(() => one.cards(OPS).length === 1, { what: 'the card about the refused login' });
    assert.match(one.cards(OPS)[0]?.text ?? '', /password/i);
    assert.equal(one.clue.logins, 1);
    await app.stop();
    const again = await one.startBot(wrong);
    assert.match(await one.ask('/clue recent'), /password/i);
    assert.equal(one.clue.logins, 1);
    assert.match(await one.ask('/clue login'), /password/i);
    assert.equal(one.clue.logins, 2);
    assert.match(await one.ask('/clue login'), /ten minutes|too soon|again (at|in|after)/i);
    assert.equal(one.clue.logins, 2);
    assert.equal(one.cards(OPS).length, 1);
    await again.stop();
    await one.startBot();
    await one.slack.waitFor(() => /again/.test(one.cards(OPS)[0]?.text ?? ''), {
      what: 'the card says that it is over',
    });
    assert.equal(one.cards(OPS).length, 1);
    assert.ok(!one.logged.join('').includes('not-the-password'));
  });
});

describe('who asks', () => {
  it('gets nothing but a polite sentence as a guest or as somebody of another company', async () => {
    const one = await aStage();
    tellGuide(one);
    await one.startBot();
    for (const user of [PEOPLE.guest.id, PEOPLE.stranger.id]) {
      for (const text of [
        '/clue',
        '/clue recent',
        '/clue who-entered',
        '/clue status',
        '/clue login',
        '/clue nonsense',
      ]) {
        const run = await one.slack.type({ user, channel: 'C0GENERAL', text });
        await run.answered();
        const said = run.visible.map((message) => message.text).join('\n');
        assert.match(said, /🙏/);
        assert.doesNotMatch(said, /EBISU|testDoor|181|Shibuya|recent/);
      }
    }
  });

  it('is told no, as somebody who is no admin, when asking for a login', async () => {
    const one = await aStage();
    await one.startBot();
    assert.match(await one.ask('/clue login', PEOPLE.member.id), /admin/i);
  });
});

describe('the button under a card', () => {
  it('shows its raw rows to whoever presses it, and leaves the card as it is', async () => {
    const one = await aStage();
    await one.startBot();
    await reads(one);
    for (let i = 0; i < 3; i += 1)
      one.clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId: 181, deviceId: 902 });
    await one.untilCards('the card', ([text]) => text?.includes('3 authentication failures') ?? false);
    const [card] = one.cards();
    assert.ok(card);
    const pressed = { user: PEOPLE.member.id, channel: ALERTS, ts: card.ts, actionId: 'show-rows' };
    const run = await one.slack.press(pressed);
    await run.answered();
    assert.match(run.visible[0]?.text ?? '', /^3 rows of door 181:/);
    assert.equal(one.slack.ephemerals({ user: PEOPLE.member.id }).length, 1);
    assert.equal(one.cards()[0]?.text, card.text);
  });
});

describe('a slow CLUe', () => {
  it('is acknowledged at once, asked for patience, and the answer takes that line’s place', async () => {
    const one = await aStage();
    tellGuide(one);
    // What the bot has seen it answers at once, so it is asked before its first look.
    one.clue.faults.add({ kind: 'slow', ms: 1_500 });
    await one.startBot();
    const run = await one.slack.type({ user: HANA, channel: ALERTS, text: '/clue recent' });
    // Slack itself gives up after three seconds; how fast it is, bench/ prints.
    assert.ok((run.ackMs ?? Number.NaN) < 1_500, `acknowledged after ${run.ackMs} ms, before CLUe answered`);
    assert.match(textOf(await run.answered()), /Asking CLUe/);
    await run.answered({ timeoutMs: 10_000 });
    assert.equal(run.visible.length, 1);
    assert.match(run.visible[0]?.text ?? '', /locked again/);
  });

  it('that is away is told in words, and the bot sees the doors again when it is back', async () => {
    const one = await aStage();
    tellGuide(one);
    await one.startBot();
    await reads(one);
    await eventually('an answer from memory', async () => /As of \d s ago/.test(await one.ask('/clue recent')));
    one.clue.away(true);
    await eventually('the outage', () => /place cannot be seen/.test(one.logged.join('')));
    assert.match(await one.ask('/clue recent'), /locked again.*⚠️ CLUe .*: as known \d+ s ago/s);
    one.clue.away(false);
    await eventually('an answer as of now', async () => /As of \d s ago/.test(await one.ask('/clue recent')));
    one.clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId: 181, deviceId: 902 });
    await one.untilCards('the failure', (texts) => texts.length === 1);
  });
});

describe('a bot that does not see its places', () => {
  it('says so in the ops channel after a minute, in one card, and says when it sees again', async () => {
    const one = await aStage();
    let aheadMs = 0;
    await one.startBot(
      { CLUE_PLACES: '178:Shibuya store,179:Office' },
      { pace: FAST, now: () => instant(Date.now() + aheadMs) },
    );
    await reads(one);
    one.clue.away(true);
    await eventually('both places are known to be unread', () =>
      /place cannot be seen.*place cannot be seen/s.test(one.logged.join('')),
    );
    aheadMs = 61_000;
    const opsCard = () => one.cards(OPS)[0]?.text ?? '';
    await eventually('the card', () => /does not see Office and Shibuya store/.test(opsCard()), 25_000);
    one.clue.away(false);
    await eventually('its end', () => /sees Office and Shibuya store again/.test(opsCard()), 20_000);
    assert.equal(one.cards(OPS).length, 1);
  });
});

describe('a Slack that is away when the bot starts', () => {
  it('keeps nobody from watching: what happened meanwhile is told once it is back', async () => {
    const one = await aStage();
    one.slack.away(true);
    const { app } = await one.openBot();
    await app.start();
    await reads(one);
    one.clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId: 181, deviceId: 902 });
    await reads(one, 2);
    one.slack.away(false);
    await app.ready();
    await one.untilCards('the failure', (texts) => texts.length === 1, 20_000);
    assert.match(await one.ask('/clue help'), /recent/);
  });
});

describe('a socket that Slack refreshes', () => {
  it('costs nobody an answer: the other socket takes what is typed meanwhile', async () => {
    const one = await aStage();
    await one.startBot({}, { pace: FAST, secondSocketAfterMs: 0 });
    await one.slack.waitFor(() => one.slack.openSockets() === 2, { what: 'two sockets' });
    for (let refresh = 0; refresh < 4; refresh += 1) {
      one.slack.refreshSockets(0);
      for (let i = 0; i < 8; i += 1) {
        const run = await one.slack.type({ user: HANA, channel: ALERTS, text: '/clue help' });
        assert.equal(run.failure, undefined);
        await run.answered();
        await setTimeout(50);
      }
      await one.slack.waitFor(() => one.slack.openSockets() === 2, { what: 'two sockets again', timeoutMs: 10_000 });
    }
  });
});

describe('a command that Slack handed over just before it says goodbye to the only socket', () => {
  it('is acknowledged and answered', async () => {
    const one = await aStage();
    await one.startBot();
    for (let refresh = 0; refresh < 3; refresh += 1) {
      const typed = one.slack.type({ user: HANA, channel: ALERTS, text: '/clue help' });
      one.slack.refreshSockets();
      const run = await typed;
      assert.equal(run.failure, undefined);
      await run.answered();
      await one.slack.waitFor(() => one.slack.openSockets() === 1, { what: 'a socket again', timeoutMs: 10_000 });
    }
  });
});

describe('wrong tokens', () => {
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']) {
    it(`end the start with one sentence about ${name}`, async () => {
      const one = await aStage();
      const wrong = `${name === 'SLACK_BOT_TOKEN' ? 'xoxb' : 'xapp'}-wrong-token`;
      const { app } = await one.openBot({ [name]: wrong });
      await app.start();
      await assert.rejects(app.ready(), new RegExp(`Slack refuses ${name}.*Copy it again`));
      assert.ok(!one.logged.join('').includes(wrong));
    });
  }
});

/** An answer's text, whatever else it is. */
const textOf = (answer: object): string => JSON.stringify(answer);
