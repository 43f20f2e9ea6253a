import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { DoorEvent } from '../../src/door/event.ts';
import { after, type Instant, instant } from '../../src/door/ids.ts';
import { busiestHours, type Habit, heard, silentAgainst } from '../../src/incident/habit.ts';
import { type HouseMessage, type HouseState, NEW_HOUSE, updateHouse } from '../../src/incident/house.ts';
import { channelId } from '../../src/incident/incident.ts';
import type { PlaceState } from '../../src/incident/place.ts';
import { troublesOf } from '../../src/incident/place-troubles.ts';
import { placeValue } from '../../src/store/values.ts';
import { aPlace, given } from '../support/place-spec.ts';
import { relayOn } from '../support/rows.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const HEARS = [{ channel: channelId('C0OPS'), id: 'ops', topics: ['blind'] }] as const;

/** A time of day, days after Monday 2 November 2026, when the watching began. */
const on = (day: number, time: string): Instant => instant(Date.parse(`2026-11-02T${time}Z`) + day * DAY);

/** What a shop's door writes: every ten minutes from 09:00 to 18:50, each day. */
function openingHours(day: number, from = '09:00:00', to = '18:50:00'): readonly Instant[] {
  const first = on(day, from);
  return Array.from({ length: Math.floor((on(day, to) - first) / 600_000) + 1 }, (_, index) =>
    after(first, index * 600_000),
  );
}

/** The habit of a door that kept its hours for so many days. */
function habitOf(days: number, hours = openingHours): Habit {
  let habit = heard(undefined, [], on(0, '00:00:00'));
  for (let day = 0; day < days; day += 1) for (const at of hours(day)) habit = heard(habit, [at], at);
  return habit;
}

/** A place whose door kept its hours for four weeks; it was last heard on Sunday at 18:50. */
function fourWeeks(doors: readonly string[] = ['181']): PlaceState {
  let spec = given(aPlace([], on(0, '00:00:00')));
  for (let day = 0; day < 28; day += 1) {
    for (const at of openingHours(day))
      spec = spec.when(
        doors.map((door) => relayOn(at, { door })),
        after(at, 1_000),
      );
  }
  return spec.state;
}
const shop = fourWeeks();
const twoDoors = fourWeeks(['181', '182']);

/** A place and a house that hears of it after each good reading. */
function listening(state: PlaceState, house: HouseState = NEW_HOUSE) {
  return {
    state,
    house,
    reads: (rows: readonly DoorEvent[], now: Instant, complete = true) => {
      const next = given(state).when(rows, now, complete).state;
      const tell = (one: HouseState, message: HouseMessage): HouseState => updateHouse(one, message, now).state;
      const told = troublesOf(next, HEARS).reduce(tell, house);
      assert.equal(troublesOf(next, HEARS).reduce(tell, told), told, 'saying it again changes nothing');
      return listening(next, told);
    },
    tells: (...cards: readonly object[]) => {
      const said = house.incidents.map(({ facts, closedAt }) => ({ facts, over: closedAt !== undefined }));
      assert.partialDeepStrictEqual(said, cards);
      assert.equal(said.length, cards.length, JSON.stringify(said));
      return listening(state, house);
    },
  };
}
const silent = (over: boolean, ...doors: readonly string[]) => ({
  facts: { kind: 'silent', doors: doors.map((door) => ({ door })) },
  over,
});

describe('a habit', () => {
  it('is broken by silence in hours that were busy in each of the last weeks', () => {
    const habit = heard(habitOf(28), [on(28, '09:00:00')], on(28, '09:00:00'));
    assert.equal(silentAgainst(habit, on(28, '10:59:59')), undefined);
    // From 10:00 until an hour ago: six rows in each week.
    assert.equal(silentAgainst(habit, on(28, '11:59:59')), undefined);
    assert.equal(silentAgainst(habit, on(28, '12:00:00')), 6);
    assert.equal(silentAgainst(habit, on(28, '15:00:00')), 24);
  });

  it('is not broken by a night, nor by a morning that summer time moved by an hour', () => {
    const habit = habitOf(28);
    for (const time of ['00:00:00', '06:00:00', '09:00:00', '10:00:00', '10:59:59']) {
      assert.equal(silentAgainst(habit, on(28, time)), undefined, time);
    }
    assert.equal(silentAgainst(habit, on(28, '11:00:00')), 6);
  });

  it('needs three whole weeks, and each of them busy', () => {
    assert.equal(silentAgainst(habitOf(21), on(21, '14:00:00')), undefined);
    assert.equal(silentAgainst(habitOf(22), on(22, '14:00:00')), 24);
    const withHoliday = habitOf(28, (day) => (day === 14 ? [] : openingHours(day)));
    assert.equal(silentAgainst(withHoliday, on(28, '14:00:00')), undefined);
    assert.equal(silentAgainst(withHoliday, on(29, '14:00:00')), 24);
  });

  it('is not learned from few rows', () => {
    const quiet = habitOf(28, (day) => openingHours(day, '09:00:00', '09:40:00'));
    assert.equal(silentAgainst(quiet, on(28, '23:00:00')), undefined, 'five rows a day are no habit of a day');
    assert.equal(silentAgainst(quiet, on(29, '23:00:00')), 10, 'but two days without one are');
  });

  it('counts a late row in its hour, and no row of the future or of long ago', () => {
    const habit = habitOf(28);
    const { from, counts } = heard(
      habit,
      [on(27, '03:30:00'), on(27, '03:40:00'), on(40, '09:00:00'), on(-9, '09:00:00')],
      on(27, '23:00:00'),
    );
    const added = [...counts].flatMap((digit, index) =>
      digit === (habit.counts[index] ?? '0') ? [] : [[index, digit]],
    );
    assert.equal(from, habit.from);
    assert.deepEqual(added, [[27 * 24 + 3, '2']]);
  });

  it('is not judged by the hours of a clock that is wrong', () => {
    let habit = heard(undefined, [], on(0, '00:00:00'));
    for (let day = 0; day < 28; day += 1) {
      for (const at of openingHours(day)) habit = heard(habit, [after(at, -3 * HOUR)], at);
    }
    for (let hour = 0; hour < 48; hour += 1)
      assert.equal(silentAgainst(habit, after(on(28, '00:00:00'), hour * HOUR)), undefined);
  });

  it('is learned anew when the bot’s own clock was years ahead', () => {
    const ahead = heard(habitOf(3), [on(3_000, '09:00:00')], on(3_000, '09:00:00'));
    const habit = heard(ahead, [on(3, '09:00:00')], on(3, '09:00:00'));
    assert.equal(habit.from, Math.floor(on(3, '09:00:00') / HOUR));
    assert.equal(habit.counts, '1');
  });

  it('takes less than a kilobyte, however long and busy', () => {
    let habit = habitOf(60);
    habit = heard(
      habit,
      Array.from({ length: 5_000 }, () => on(60, '09:00:00')),
      on(60, '09:00:00'),
    );
    assert.equal(habit.counts.length, 840);
    assert.equal(habit.counts.at(-1), 'z');
    assert.ok(JSON.stringify(habit).length < 1_000);
  });

  it('counts the same rows alike, in whatever order and parts they come', () => {
    const times = fc.array(fc.integer({ min: 0, max: 6 * WEEK }), { maxLength: 60 });
    fc.assert(
      fc.property(times, fc.nat(), (offsets, seed) => {
        const now = after(on(0, '00:00:00'), 5 * WEEK - 1);
        const rows = offsets.map((ms) => after(on(0, '00:00:00'), ms));
        const first = heard(undefined, [], on(0, '00:00:00'));
        const cut = rows.length === 0 ? 0 : seed % rows.length;
        const parts = [rows.slice(cut).reverse(), rows.slice(0, cut)];
        const inParts = parts.reduce((habit, part) => heard(habit, part, now), first);
        assert.deepEqual(inParts.counts, heard(first, rows, now).counts);
      }),
    );
  });
});

describe('a door that is silent against its habit', () => {
  it('is told once, and is over with its next row', () => {
    const noon = listening(shop)
      .reads([relayOn(on(28, '09:00:00'))], on(28, '09:00:01'))
      .reads([], on(28, '11:59:59'))
      .tells()
      // The last row came a second past nine, so the hour from ten on is not whole.
      .reads([], on(28, '13:00:00'))
      .tells({
        facts: {
          kind: 'silent',
          since: on(28, '09:00:00'),
          doors: [{ door: '181', lastAt: on(28, '09:00:00'), usual: 6 }],
        },
        over: false,
      });
    const later = noon.reads([], on(28, '15:00:00'));
    assert.equal(later.house, noon.house, 'not told again by the hour');
    assert.equal(later.state, noon.state, 'not saved again');
    later.reads([relayOn(on(28, '15:20:00'))], on(28, '15:20:01')).tells({ ...silent(true, '181'), over: true });
  });

  it('shares one card with the others of its place, and leaves it when it speaks', () => {
    listening(twoDoors)
      .reads([], on(28, '13:00:00'))
      .tells(silent(false, '181', '182'))
      .reads([relayOn(on(28, '13:10:00'), { door: '182' })], on(28, '13:10:01'))
      .tells(silent(false, '181'))
      .reads([relayOn(on(28, '13:20:00'), { door: '181' })], on(28, '13:20:01'))
      .tells(silent(true, '181', '182'));
  });

  it('makes one card of a holiday, though somebody comes in now and then', () => {
    const evening = listening(shop)
      .reads([], on(28, '11:00:00'))
      .tells(silent(false, '181'))
      .reads([relayOn(on(28, '11:30:00'))], on(28, '11:30:01'))
      .tells(silent(true, '181'))
      .reads([], on(28, '15:00:00'))
      .tells(silent(false, '181'))
      .reads([relayOn(on(28, '15:30:00'))], on(28, '15:30:01'))
      .tells(silent(true, '181'));
    // What stays silent a day after it was first told is told anew.
    evening.reads([], on(29, '13:00:00')).tells(silent(true, '181'), silent(false, '181'));
  });

  it('is not sought while the bot has not read everything', () => {
    listening(shop)
      .reads([], on(28, '15:00:00'), false)
      .tells()
      .reads([], on(28, '15:00:05'))
      .tells(silent(false, '181'));
  });

  it('that uploads late what it kept is heard, not silent since then', () => {
    listening(shop)
      .reads([], on(28, '13:00:00'))
      .tells(silent(false, '181'))
      .reads([relayOn(on(28, '09:30:00'))], on(28, '13:10:00'))
      .tells(silent(true, '181'))
      .reads([], on(28, '13:10:05'))
      .tells(silent(true, '181'));
  });

  it('is listened for no longer after four weeks, and not told again', () => {
    listening(shop)
      .reads([], on(28, '13:00:00'))
      .reads([], on(55, '18:00:00'))
      .tells(silent(false, '181'))
      .reads([], on(55, '19:00:00'))
      .tells({ facts: { kind: 'silent', unheard: true, doors: [{ door: '181' }] }, over: true })
      .reads([], on(57, '13:00:00'))
      .tells({ facts: { unheard: true }, over: true });
  });

  it('goes on over a restart: the place is saved with it', () => {
    const { state, house } = listening(shop).reads([], on(28, '13:00:00'));
    const restored = placeValue.parse(JSON.parse(JSON.stringify(state)));
    assert.deepEqual(restored, state);
    listening(restored, house)
      .reads([relayOn(on(28, '13:30:00'))], on(28, '13:30:01'))
      .tells(silent(true, '181'));
  });

  it('costs next to nothing to look for, at each poll of two hundred places', () => {
    const before = performance.now();
    for (let place = 0; place < 200; place += 1)
      for (let door = 0; door < 10; door += 1) silentAgainst(shop.doors[0]?.habit as Habit, on(35, '10:00:00'));
    assert.ok(performance.now() - before < 250);
  });
});

describe('a door’s busiest hours', () => {
  const hourAt = (at: Instant): number => new Date(at).getUTCHours();
  const rush = (day: number): readonly Instant[] => [
    ...openingHours(day),
    ...Array.from({ length: 20 }, (_, minute) => after(on(day, '12:00:00'), minute * 60_000)),
    ...Array.from({ length: 10 }, (_, minute) => after(on(day, '09:00:00'), minute * 60_000)),
  ];

  it('are those that bring the most rows, the busiest first', () => {
    assert.deepEqual(busiestHours(habitOf(14, rush), hourAt), [12, 9]);
  });

  it('are not known of a door that said little, or nothing', () => {
    assert.deepEqual(busiestHours(undefined, hourAt), []);
    assert.deepEqual(busiestHours(heard(undefined, [on(0, '09:00:00')], on(0, '09:00:00')), hourAt), []);
  });

  it('are none where every hour is like any other', () => {
    const always = (day: number): readonly Instant[] => openingHours(day, '00:00:00', '23:50:00');
    assert.deepEqual(busiestHours(habitOf(14, always), hourAt), []);
  });
});
