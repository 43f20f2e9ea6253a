import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DoorEvent } from '../../src/door/event.ts';
import { after, type Instant, instant } from '../../src/door/ids.ts';
import { silentAgainst } from '../../src/incident/habit.ts';
import { beganAt } from '../../src/incident/incident.ts';
import { KINDS } from '../../src/incident/kinds/index.ts';
import { newPlace, type PlaceState, updatePlace } from '../../src/incident/place.ts';
import { type ChannelBot, channelBot, type Rung } from '../support/channel-bot.ts';
import { UTC } from '../support/place-spec.ts';
import { SHIBUYA } from '../support/rows.ts';
import { BACK, inOrder, ordinaryWeek, plantedIn } from './week.ts';

const WEEK_MS = 7 * 86_400_000;
const POLL_MS = 5_000;
/** A Monday. */
const FIRST_WEEK = instant(Date.parse('2026-10-19T00:00:00Z'));
const THE_WEEK = after(FIRST_WEEK, 4 * WEEK_MS);

/** From then on the back door’s device says nothing. */
const DEVICE_DIES = after(THE_WEEK, 6 * 86_400_000 + 12 * 3_600_000);

/** The next poll at or after a moment. */
const pollAt = (at: number): Instant => instant(Math.ceil(at / POLL_MS) * POLL_MS);

/** Four ordinary weeks, read in parts: nobody hears of them, and the doors learn. */
function learned(): PlaceState {
  const none = { complete: true, olderRowsExist: false, subscriptions: [] };
  let state = updatePlace(newPlace(SHIBUYA), { kind: 'rows-seen', events: [], ...none }, FIRST_WEEK, KINDS, UTC).state;
  for (let week = 0; week < 4; week += 1) {
    const rows = inOrder(ordinaryWeek(after(FIRST_WEEK, week * WEEK_MS), week + 1));
    for (const [part, events] of Map.groupBy(rows, (row) => Math.floor(row.at / 7_200_000))) {
      const now = instant((part + 1) * 7_200_000);
      state = updatePlace(state, { kind: 'rows-seen', events: events.toReversed(), ...none }, now, KINDS, UTC).state;
    }
  }
  return state;
}

/** Polls every five seconds where something happens or time may tell something, and jumps over the quiet between. */
function live(
  bot: ChannelBot,
  rows: readonly DoorEvent[],
  until: Instant,
  looked: (before: PlaceState, now: Instant) => void,
): void {
  const byPoll = new Map<Instant, DoorEvent[]>();
  for (const row of rows) {
    const poll = pollAt(row.at);
    const its = byPoll.get(poll);
    if (its === undefined) byPoll.set(poll, [row]);
    else its.push(row);
  }
  const polls = [...byPoll.keys()].sort((a, b) => a - b);
  let next = 0;
  let lastRowAt = THE_WEEK;
  let now = THE_WEEK;
  while (now < until) {
    const upcoming = polls[next] ?? until;
    const isBusy = bot.place().incidents.some((one) => one.closedAt === undefined) || now - lastRowAt < 12_000;
    const midnight = instant(Math.ceil((now + 1) / 86_400_000) * 86_400_000);
    const jump = [upcoming, after(midnight, 120_000), after(midnight, POLL_MS)].filter((one) => one > now);
    now = isBusy ? after(now, POLL_MS) : jump.reduce((a, b) => (a < b ? a : b), until);
    const events = byPoll.get(now) ?? [];
    if (events.length > 0) {
      next += 1;
      lastRowAt = now;
    }
    const before = bot.place();
    bot.tick(events, now);
    looked(before, now);
  }
}

describe('a week of a busy shop, at the defaults', () => {
  const ordinary = ordinaryWeek(THE_WEEK, 99);
  const planted = plantedIn(THE_WEEK);
  const bot = channelBot(learned());
  const alive = ordinary.filter((row) => row.door !== BACK || row.at < DEVICE_DIES);
  const rows = inOrder([...alive, ...planted.flatMap((one) => one.rows)]);
  const habitOf = (place: PlaceState) => place.doors.find(({ door }) => door === BACK)?.habit;
  let lookedAt: Instant = THE_WEEK;
  const silences: { readonly toldAt: Instant; readonly wasSo: boolean }[] = [];
  live(bot, rows, after(THE_WEEK, WEEK_MS), (before, now) => {
    const lookedBefore = lookedAt;
    lookedAt = now;
    if (bot.place().silence === before.silence) return;
    const habit = habitOf(before);
    // Whether it was so at the poll before already, and was not told.
    silences.push({ toldAt: now, wasSo: habit !== undefined && silentAgainst(habit, lookedBefore) !== undefined });
  });
  const rung = bot.rung();
  const perDay = Array.from({ length: 7 }, (_, day) => {
    const from = after(THE_WEEK, day * 86_400_000);
    return rung.filter(({ at }) => at >= from && at < after(from, 86_400_000)).length;
  });

  it('is at most twenty messages a day', (t) => {
    const everyFailure = rows.filter((row) => row.kind === 'auth-failed').length;
    t.diagnostic(`messages per day: ${perDay.join(', ')}; ${rung.length} in the week`);
    t.diagnostic(`every failure a message: ${everyFailure} in the week`);
    const kinds = Map.groupBy(rung, ({ facts, part }) => `${facts.kind}/${part}`);
    t.diagnostic([...kinds].map(([kind, its]) => `${kind} ${its.length}`).join(', '));
    assert.ok(perDay.every((count) => count <= 20));
    // Beside what was planted, and a line of the day, next to nothing rings.
    assert.ok(rung.length <= 30, `${rung.length} messages`);
    assert.ok(everyFailure > 300, 'the week is as noisy as it says');
  });

  it('tells of the back door’s device that died on Sunday noon, once, as soon as that is so', (t) => {
    const [told, ...others] = silences;
    assert.ok(told !== undefined && others.length === 0, `told ${silences.length} times`);
    t.diagnostic(`dead for ${Math.round((told.toldAt - DEVICE_DIES) / 60_000)} minutes when it was told`);
    assert.ok(!told.wasSo && told.toldAt > DEVICE_DIES && told.toldAt - DEVICE_DIES < 4 * 3_600_000);
    assert.deepEqual(
      bot.place().silence?.doors.map(({ door, ended }) => [door, ended]),
      [[BACK, undefined]],
    );
  });

  for (const { kind, name, rows: its, dueAt, reply } of planted) {
    it(`tells of ${name}, in time and by a message of its own`, () => {
      const [first] = its;
      const isIt = ({ facts, part }: Rung): boolean =>
        part === 'card' && facts.kind === kind && Math.abs(beganAt(facts) - (first?.at ?? 0)) < 1_000;
      const card = rung.find(isIt);
      assert.ok(card !== undefined, 'it was told');
      assert.ok(card.at >= dueAt && card.at - dueAt <= POLL_MS, `told ${card.at - dueAt} ms after it was so`);
      assert.ok(bot.place().incidents.every((one) => one.id !== card.incident || one.mergedInto === undefined));
      if (reply === undefined) return;
      const again = rung.find((one) => one.incident === card.incident && one.part === reply.part);
      assert.ok(again !== undefined, 'it rang again');
      assert.ok(again.at >= reply.dueAt && again.at - reply.dueAt <= POLL_MS, `${again.at - reply.dueAt} ms`);
    });
  }
});
