import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { App } from '../src/app.ts';
import { openRooms } from '../src/rooms.ts';
import { PARTS } from '../src/slack/messages/wishes/form.ts';
import { ALERTS, HANA, type Stage, stage } from './support/bot.ts';

const rooms = openRooms();
after(() => rooms.close());

const OLIVER = 'U0OLIVER';
const HOUR = 3_600_000;

/** A stage with the bot, whose answers Hana reads in Japanese, and a past of so many failures, an hour apart. */
async function aStage(failures: number): Promise<Stage & { readonly bot: App }> {
  const one = rooms.add(await stage({ hears: 'usual', languages: 'own', clue: { maxPageSize: 20 } }), (it) => it.end());
  const now = Date.now();
  for (let index = failures; index > 0; index -= 1) {
    one.clue.place(178).append({
      eventAt: now - index * HOUR,
      eventType: 'DEV_FACE_AUTH_FAIL',
      doorId: 181,
      deviceId: 902,
    });
  }
  return { ...one, bot: await one.startBot() };
}

describe('a rehearsal through the whole bot', { concurrency: true }, () => {
  it('shows how far it has come, in no more answers than Slack takes, while the polls go on', async () => {
    const one = await aStage(240);
    // The polls are slow, too, for as long as this stands.
    const heal = one.clue.faults.add({ kind: 'slow', ms: 600 });
    const run = await one.slack.type({ user: HANA, channel: ALERTS, text: '/clue rehearse failures after:1 last 30d' });
    const isReading = (): boolean =>
      run.answers.some((answer) => JSON.stringify(answer).includes('記録を読んでいます: '));
    await one.slack.waitFor(isReading, { timeoutMs: 10_000, what: 'how far it has come' });
    for (let second = 0; second < 5; second += 1) {
      one.clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId: 181, deviceId: 902 });
    }
    await one.untilCards('an alert told meanwhile', (texts) => texts.some((text) => text.includes('5 authentication')));
    const isDone = (): boolean => run.visible.some((message) => message.text.startsWith('🎭'));
    assert.equal(isDone(), false);
    await one.slack.waitFor(isDone, { timeoutMs: 20_000, what: 'the answer' });
    heal();
    assert.ok(run.answers.length >= 3 && run.answers.length <= 5, `${run.answers.length} answers`);
    assert.match(run.visible.map((message) => message.text).join('\n'), /直近 30 日間でメッセージ 240 件/);
  });

  it('its button has the channel hear what was shown, also after a restart', async () => {
    const one = await aStage(3);
    const run = await one.slack.type({ user: HANA, channel: ALERTS, text: '/clue rehearse failures after:1 last 7d' });
    const isDone = (): boolean => run.visible.some((message) => message.text.startsWith('🎭'));
    await one.slack.waitFor(isDone, { timeoutMs: 10_000, what: 'the answer' });
    await one.bot.stop();
    await one.startBot();
    const ts = run.visible.find((message) => message.text.startsWith('🎭'))?.ts ?? '';
    const pressed = await one.slack.press({ user: HANA, channel: ALERTS, ts, actionId: 'subscribe-as-shown' });
    await pressed.answered();
    assert.match(pressed.visible.map(({ text }) => text).join('\n'), /このチャンネルの購読を追加しました/);
    one.clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId: 181, deviceId: 902 });
    // The usual wish hears of four failures and more.
    await one.untilCards('a card for one failure', (texts) => texts.some((text) => text.includes('1 authentication')));
  });

  it('runs what is picked in the form, says how far it has come, and has the channel hear it', async () => {
    const one = await aStage(120);
    const shown = (): string => JSON.stringify(one.slack.modals(OLIVER).at(-1)?.shown ?? {});
    const run = await one.slack.type({ user: OLIVER, channel: ALERTS, text: '/clue subscribe' });
    await run.answered();
    for (const [part, value] of [
      [PARTS.kinds, JSON.stringify(['failures'])],
      [PARTS.after, '1'],
    ] as const) {
      const before = shown();
      await one.slack.press({ user: OLIVER, on: 'modal', actionId: part, value });
      await one.slack.waitFor(() => shown() !== before, { what: 'the new sentence' });
    }
    assert.match(shown(), /Every failure\./);
    const heal = one.clue.faults.add({ kind: 'slow', ms: 700 });
    await one.slack.press({ user: OLIVER, on: 'modal', actionId: 'rehearse-picked' });
    await one.slack.waitFor(() => shown().includes('Reading the log: '), { timeoutMs: 10_000, what: 'how far it is' });
    heal();
    await one.slack.waitFor(() => shown().includes('120 messages in the last 7 days'), {
      timeoutMs: 10_000,
      what: 'what it would have told',
    });
    assert.equal(one.slack.modals(OLIVER).length, 2);
    assert.match(shown(), /with `after:2` /);
    await one.slack.submit({ user: OLIVER });
    await one.slack.waitFor(() => shown().includes('This channel hears from now on: Every failure'), {
      what: 'that it is done',
    });
    one.clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId: 181, deviceId: 902 });
    await one.untilCards('a card for one failure', (texts) => texts.some((text) => text.includes('1 authentication')));
  });

  it('says in the form what is wrong with what is picked', async () => {
    const one = await aStage(1);
    await (await one.slack.type({ user: OLIVER, channel: ALERTS, text: '/clue subscribe' })).answered();
    await one.slack.press({ user: OLIVER, on: 'modal', actionId: PARTS.hours, value: 'within' });
    await one.slack.press({ user: OLIVER, on: 'modal', actionId: 'rehearse-picked' });
    const shown = (): string => JSON.stringify(one.slack.modals(OLIVER).at(-1)?.shown ?? {});
    await one.slack.waitFor(() => shown().includes('⚠️'), { what: 'what is wrong' });
    assert.equal(one.slack.modals(OLIVER).at(-1)?.shown.submit, undefined);
  });
});
