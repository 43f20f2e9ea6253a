import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { ALERTS, FAST, type Stage, stage } from './support/bot.ts';

const stages: Stage[] = [];
after(async () => {
  for (const one of stages) await one.end();
});

/** Real proportions, a thousand times as fast: more than ten cards that wait are a crowd. */
const QUICK = { ...FAST, postEveryMs: 1, crowdedAfterMs: 10 };

const MINUTE = 60_000;
const DOORS = 20;
/** Failures that happen while the bot catches up. */
const LIVE = 5;

type Told = { readonly bursts: number; readonly failures: number; readonly spells: number; readonly rows: number };

/** What 20 doors wrote while nobody watched, hours ago: people let in, and failures. Three attacks succeeded. */
function missed({ clue }: Stage, until: number, happenings: number): Told {
  const place = clue.place(178);
  const told = { bursts: 0, failures: 0, spells: 0, rows: 0 };
  const write = (eventType: string, eventAt: number, doorId: number, person?: object): void => {
    place.append({ eventType, eventAt, doorId, deviceId: 900 + doorId, ...person });
    told.rows += 1;
  };
  const fail = (at: number, door: number, count: number): void => {
    for (let index = 0; index < count; index += 1) write('DEV_FACE_AUTH_FAIL', at + index * 500, door);
    told.bursts += 1;
    told.failures += count;
  };
  const letIn = (at: number, door: number): void => {
    write('DEV_FACE_AUTH_SUCCESS', at, door, { userId: '34567', userName: 'Jack', doorName: `Door ${door}` });
    write('DEV_DOOR_RELAY_ON', at + 50, door);
    write('DEV_DOOR_RELAY_OFF', at + 3_050, door);
    told.spells += 1;
  };
  for (let index = 0; index < happenings; index += 1) {
    const at = until - (happenings - index) * 5_000;
    const door = 181 + (index % DOORS);
    // Two minutes later, so that nobody seems to be let in after a failure.
    if (index % 7 === 0) fail(at + 40_000, door, 2);
    else letIn(at, door);
  }
  for (const door of [301, 302, 303]) {
    fail(until, door, 6);
    letIn(until + 10_000, door);
  }
  return told;
}

const kindsOf = (one: Stage): readonly string[] =>
  one.cards().map(({ metadata }) =>
    String(metadata?.event_payload?.incident ?? '')
      .split('/')
      .slice(0, 2)
      .join('/'),
  );

describe('a bot that comes back after hours', () => {
  it('catches up on ten thousand rows in one card, with what is severe and what is live in cards of their own', async () => {
    const one = await stage({ clue: { ids: 'hex' } });
    stages.push(one);
    const first = await one.startBot({}, { pace: QUICK });
    await one.slack.waitFor(() => one.clue.journal.some((entry) => entry.path.includes('/events/')), {
      what: 'a poll',
    });
    await new Promise<void>((resolve) => one.clue.place(178).whenRead(resolve));
    await first.stop();

    const told = missed(one, Date.now() - 120 * MINUTE, 3_500);
    assert.ok(told.rows > 9_500, `${told.rows} rows`);
    const stopLive = one.clue.place(178).whenRead(() => {
      if (live < LIVE) one.clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId: 250, deviceId: 1_150 });
      live += 1;
    });
    let live = 0;
    await one.startBot({}, { pace: QUICK });
    await one.untilCards(
      'five cards, the live one with all its failures',
      (texts) => texts.length >= 5 && texts.some((text) => /^\S* ?5 authentication failures/.test(text)),
      30_000,
    );
    stopLive();
    const gathered = told.bursts + told.spells - 3;
    await one.untilCards(
      'every alert counted',
      (texts) => texts.some((text) => text.includes(`${gathered.toLocaleString('en')} late alerts`)),
      30_000,
    );

    assert.deepEqual([...kindsOf(one)].sort(), [
      'failures/178',
      'failures/178',
      'failures/178',
      'failures/178',
      'gathering/rows-late',
    ]);
    const card = one.cards().find(({ metadata }) => String(metadata?.event_payload?.incident).startsWith('gathering/'));
    assert.match(card?.text ?? '', new RegExp(`${(told.failures - 18).toLocaleString('en')} authentication failures`));
    const status = await one.ask('/clue status');
    assert.match(status, new RegExp(`${(told.rows + LIVE).toLocaleString('en')} rows taken`));
    assert.equal(one.slack.refusals, 0);
    assert.equal(one.slack.messages(ALERTS).length, 5);
  });
});
