import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '../../../../src/door/ids.ts';
import type { Message } from '../../../../src/slack/messages/message.ts';
import { at } from '../../../support/rows.ts';
import { aDesk, clue, NOW } from '../desk.ts';

const MINUTE = 60_000;

/** A channel in which things are typed, and what was said to everybody in it. */
function aChannel(timeZone = 'Asia/Tokyo') {
  const desk = aDesk();
  const said: string[] = [];
  const channels = { desk, say: ({ text }: Message) => void said.push(text) };
  return {
    said,
    plan: () => desk.state().digest,
    type: async (text: string, now = NOW): Promise<string> => (await clue(text, { channels, timeZone, now })).text,
  };
}

describe('/clue digest', () => {
  it('sets, shows and ends a digest, and says so to everybody', async () => {
    const channel = aChannel();
    assert.match(await channel.type('digest'), /gets no digest/);
    assert.match(await channel.type('digest daily 09:00'), /^🔔 Digest: daily at 09:00 Tokyo time, next /);
    assert.match(await channel.type('digest'), /^🔔 Digest: daily at 09:00/);
    assert.match(await channel.type('subscriptions'), /🔔 Digest: daily at 09:00/);
    assert.match(await channel.type('digest weekly mon 09:00'), /^🔔 Digest: weekly on Mon at 09:00/);
    assert.match(await channel.type('digest off'), /gets no digest/);
    assert.equal(channel.plan(), undefined);
    assert.equal(channel.said.length, 3);
    assert.match(channel.said[0] ?? '', /had a digest told here: daily at 09:00 Tokyo time\.$/);
  });

  it('is due by the clock of the doors’ zone', async () => {
    // 20 November 2026 is a Friday; it is 21:00 in Tokyo and 07:00 in New York.
    const now = at('12:00:00');
    for (const [zone, typed, dueAt] of [
      ['Asia/Tokyo', 'daily 09:00', '2026-11-21T00:00:00Z'],
      ['Asia/Tokyo', 'daily 22:00', '2026-11-20T13:00:00Z'],
      ['Asia/Tokyo', 'weekly fri 21:30', '2026-11-20T12:30:00Z'],
      ['Asia/Tokyo', 'weekly mon 9:00', '2026-11-23T00:00:00Z'],
      ['America/New_York', 'daily 09:00', '2026-11-20T14:00:00Z'],
    ] as const) {
      const channel = aChannel(zone);
      await channel.type(`digest ${typed}`, now);
      assert.equal(channel.plan()?.dueAt, Date.parse(dueAt), `${zone} ${typed}`);
    }
  });

  it('begins with the same time of the day or week before, over the end of summer time', async () => {
    const channel = aChannel('America/New_York');
    // Clocks go back on Sunday 1 November 2026 in New York.
    const saturday = instant(Date.parse('2026-10-31T14:00:00Z'));
    await channel.type('digest daily 09:00', saturday);
    const daily = channel.plan();
    assert.deepEqual(
      [daily?.from, daily?.dueAt],
      [Date.parse('2026-10-31T13:00:00Z'), Date.parse('2026-11-01T14:00:00Z')],
    );
    await channel.type('digest weekly mon 09:00', saturday);
    const weekly = channel.plan();
    assert.deepEqual(
      [weekly?.from, weekly?.dueAt],
      [Date.parse('2026-10-26T13:00:00Z'), Date.parse('2026-11-02T14:00:00Z')],
    );
  });

  it('understands less words and other languages, and points at what is no plan', async () => {
    const channel = aChannel();
    for (const [typed, plan] of [
      ['09:00', { minute: 540 }],
      ['9am', { minute: 540 }],
      ['毎日 9時', { minute: 540 }],
      ['monday 18:30', { minute: 1_110, weekday: 1 }],
      ['매주 월요일 09:00', { minute: 540, weekday: 1 }],
      ['DAILY 24:00', { minute: 0 }],
    ] as const) {
      await channel.type(`digest ${typed}`);
      assert.partialDeepStrictEqual(channel.plan(), plan, typed);
    }
    const before = channel.plan();
    for (const typed of [
      'hourly',
      'daily',
      'weekly 09:00',
      'daily mon 09:00',
      'daily 25:00',
      'daily 9:00 10:00',
      'off 9:00',
      'mon',
    ]) {
      assert.match(await channel.type(`digest ${typed}`), /^🤔 .* is no plan for a digest/, typed);
    }
    assert.deepEqual(channel.plan(), before);
    assert.ok((channel.plan()?.dueAt ?? 0) > NOW + MINUTE);
  });
});
