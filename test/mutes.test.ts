import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openRooms } from '../src/rooms.ts';
import {
  aBurst,
  actionIds,
  burstCard,
  fail,
  inChannel,
  isSaid,
  MINJUN,
  muteFor,
  OLIVER,
  press,
  read,
  whispers,
} from './support/answering.ts';
import type { Stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

describe('“Mute…”', { concurrency: true }, () => {
  const opened = async (one: Stage, user = OLIVER): Promise<void> => {
    await press(one, user, 'mute-incident');
    await eventually('the modal', () => one.slack.modals(user).length === 1);
  };

  it('hides what is asked, says so in the channel, and confesses at once when somebody ends it', async () => {
    const one = await aBurst(rooms);
    await opened(one);
    await one.slack.submit({ user: OLIVER, values: muteFor('30m', 'topic') });
    await eventually(
      'the line',
      () => inChannel(one, /^🔇 <@U0OLIVER> muted authentication failures everywhere/) !== undefined,
    );
    fail(one, 6, 182);
    await read(one);
    await read(one);
    await read(one);
    assert.equal(inChannel(one, /6 authentication failures/), undefined);
    const line = inChannel(one, /^🔇/);
    const runs = await Promise.all([OLIVER, MINJUN].map((user) => press(one, user, 'end-mute', line)));
    for (const run of runs) assert.equal(run.failure, undefined);
    await eventually(
      'the end on the line',
      () => inChannel(one, /^🔇.*\n🔔 <@U0(OLIVER|MINJUN)> ended it early/) !== undefined,
    );
    await eventually(
      'the summary',
      () => inChannel(one, /^🔔 The mute of authentication failures everywhere is over: it hid 1 alert/) !== undefined,
    );
    await eventually('word to the second', () => whispers(one, OLIVER).length + whispers(one, MINJUN).length === 1);
    assert.deepEqual(actionIds(inChannel(one, /^🔇/)), []);
  });

  it('confesses that it hid nothing, by itself, at its end', async () => {
    const one = await aBurst(rooms);
    await opened(one);
    await one.slack.submit({ user: OLIVER, values: muteFor('2h', 'door') });
    await eventually('the line', () => inChannel(one, /^🔇 <@U0OLIVER> muted everything at testDoor/) !== undefined);
    one.later(2 * 3_600_000 + 1_000);
    await eventually(
      'the summary',
      () => inChannel(one, /^🔔 The mute of everything at testDoor is over, and hid nothing/) !== undefined,
    );
    await press(one, MINJUN, 'end-mute', inChannel(one, /^🔇/));
    await eventually('a polite answer', () => whispers(one, MINJUN).length === 1);
  });

  it('says at its field what is wrong with a moment', async () => {
    const one = await aBurst(rooms);
    await opened(one);
    const until = (atS: number | null, how = 'picked') =>
      one.slack.submit({
        user: OLIVER,
        values: { ...muteFor(how), until: { until: { selected_date_time: atS } } },
      });
    const nowS = Math.floor(Date.now() / 1_000);
    assert.match((await until(nowS - 60)).errors?.until ?? '', /past/);
    assert.match((await until(nowS + 8 * 86_400)).errors?.until ?? '', /7 days/);
    assert.match((await until(null)).errors?.until ?? '', /pick a date/);
    assert.match((await until(nowS + 60, '30m')).errors?.until ?? '', /Until the time below/);
    assert.equal((await until(nowS + 3_600)).errors, undefined);
    await eventually('the line', () => inChannel(one, /^🔇/) !== undefined);
    assert.equal(one.slack.modals(OLIVER).length, 0);
  });

  it('asks for another press where Slack waited too long for the modal', async () => {
    const one = await aBurst(rooms);
    one.slack.faults.set({ method: 'views.open', kind: 'error', error: 'expired_trigger_id', times: 1 });
    await press(one, OLIVER, 'mute-incident');
    await eventually('word of it', () => whispers(one, OLIVER).some((text) => /press the button again/.test(text)));
    assert.equal(one.slack.modals(OLIVER).length, 0);
    await opened(one);
  });

  it('tells whoever muted when the channel could not be told', async () => {
    const one = await aBurst(rooms);
    await opened(one);
    one.slack.faults.set({ method: 'chat.postMessage', kind: 'error', error: 'restricted_action', times: 3 });
    await one.slack.submit({ user: OLIVER, values: muteFor('30m') });
    await eventually('word of it', () => whispers(one, OLIVER).some((text) => /please tell the others/.test(text)));
    assert.equal(inChannel(one, /^🔇/), undefined);
  });

  it('works under a card that is long forgotten', async () => {
    const one = await aBurst(rooms);
    const card = burstCard(one);
    one.later(120_000);
    await isSaid(one, /Nobody was let in afterwards/);
    one.later(26 * 3_600_000);
    await read(one);
    await read(one);
    await press(one, OLIVER, 'mute-incident', card);
    await eventually('the modal', () => one.slack.modals(OLIVER).length === 1);
    await one.slack.submit({ user: OLIVER, values: muteFor('30m', 'topic') });
    await eventually(
      'the line',
      () => inChannel(one, /^🔇 <@U0OLIVER> muted authentication failures everywhere/) !== undefined,
    );
  });
});
