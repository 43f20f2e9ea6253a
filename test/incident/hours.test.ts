import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '../../src/door/ids.ts';
import { openZone, type Weekday } from '../../src/door/zone.ts';
import { type Hours, isWithin } from '../../src/incident/hours.ts';
import { readDays, readHours } from '../../src/slack/commands/wishes/clock.ts';

/** Hours as they are typed, in a zone, at a moment in UTC. */
const within = (hours: Hours, zone: string, utc: string): boolean =>
  isWithin(hours, instant(Date.parse(utc)), openZone(zone));
function hours(text: string, days?: string): Hours {
  const chosen = days === undefined ? undefined : readDays(days);
  return { ...(readHours(text) ?? assert.fail(text)), ...(chosen !== undefined && { days: chosen }) };
}

describe('hours', () => {
  it('begin with their first minute and end before their last', () => {
    const day = hours('09:00-18:00');
    assert.ok(!within(day, 'Asia/Tokyo', '2026-11-20T23:59:59.999Z'));
    assert.ok(within(day, 'Asia/Tokyo', '2026-11-20T00:00:00Z'));
    assert.ok(within(day, 'Asia/Tokyo', '2026-11-20T08:59:59.999Z'));
    assert.ok(!within(day, 'Asia/Tokyo', '2026-11-20T09:00:00Z'));
  });

  it('are those of the clock on the wall: one moment is night in Tokyo and day in Los Angeles', () => {
    const night = hours('22:00-07:00');
    assert.ok(within(night, 'Asia/Tokyo', '2026-11-20T18:00:00Z'));
    assert.ok(!within(night, 'America/Los_Angeles', '2026-11-20T18:00:00Z'));
    assert.ok(within(night, 'Asia/Kathmandu', '2026-11-20T16:15:00Z'), '22:00, a quarter off the hour');
    assert.ok(!within(night, 'Asia/Kathmandu', '2026-11-20T16:14:59Z'));
  });

  it('of a night belong to the day on which they begin', () => {
    const friday = hours('22:00-07:00', 'fri');
    const at = (utc: string): boolean => within(friday, 'Asia/Tokyo', utc);
    assert.ok(!at('2026-11-19T20:00:00Z'), 'Friday 05:00 is Thursday’s night');
    assert.ok(at('2026-11-20T13:00:00Z'), 'Friday 22:00');
    assert.ok(at('2026-11-20T20:00:00Z'), 'Saturday 05:00');
    assert.ok(!at('2026-11-20T22:00:00Z'), 'Saturday 07:00');
    assert.ok(!at('2026-11-21T13:00:00Z'), 'Saturday 22:00');
    const sunday = hours('22:00-07:00', 'sun');
    assert.ok(within(sunday, 'Asia/Tokyo', '2026-11-22T20:00:00Z'), 'Monday 05:00 is Sunday’s night');
  });

  it('outside of others are the rest of the week', () => {
    const closed: Hours = { ...hours('09:00-18:00', 'mon-fri'), outside: true };
    for (let hour = 0; hour < 7 * 24; hour += 1) {
      const utc = new Date(Date.parse('2026-11-16T00:30:00Z') + hour * 3_600_000).toISOString();
      const { outside: _outside, ...open } = closed;
      assert.notEqual(within(closed, 'Europe/Berlin', utc), within(open, 'Europe/Berlin', utc), utc);
    }
    assert.ok(within(closed, 'Europe/Berlin', '2026-11-21T11:00:00Z'), 'Saturday noon');
  });

  it('last an hour more or less in a night of summer time, and have no gap', () => {
    const night = hours('22:00-07:00');
    const count = (from: string): number =>
      Array.from({ length: 24 * 60 }, (_, minute) => new Date(Date.parse(from) + minute * 60_000).toISOString()).filter(
        (utc) => within(night, 'Europe/Berlin', utc),
      ).length;
    assert.equal(count('2026-10-23T10:00:00Z'), 9 * 60);
    assert.equal(count('2026-10-24T10:00:00Z'), 10 * 60, 'the hour from 2 comes twice');
    assert.equal(count('2026-03-28T11:00:00Z'), 8 * 60, 'the hour from 2 never comes');
    assert.ok(within(night, 'Europe/Berlin', '2026-10-25T05:59:59Z'), '06:59 in winter time');
    assert.ok(!within(night, 'Europe/Berlin', '2026-10-25T06:00:00Z'));
  });

  it('within the hour that comes twice are told twice, and within the one that never comes not at all', () => {
    const early = hours('02:00-03:00');
    const at = (utc: string): boolean => within(early, 'Europe/Berlin', utc);
    assert.ok(at('2026-10-25T00:30:00Z') && at('2026-10-25T01:30:00Z'));
    assert.ok(!at('2026-10-25T02:00:00Z'));
    assert.ok(!at('2026-03-29T00:59:59Z') && !at('2026-03-29T01:00:00Z'), 'from 01:59 to 03:00');
  });

  it('on all days but some leave those out whole', () => {
    const weekend: Hours = { from: 0, to: 1_440, days: [6, 7] satisfies Weekday[], outside: true };
    assert.ok(within(weekend, 'Asia/Seoul', '2026-11-20T14:59:59Z'), 'Friday 23:59');
    assert.ok(!within(weekend, 'Asia/Seoul', '2026-11-20T15:00:00Z'), 'Saturday 00:00');
    assert.ok(within(weekend, 'Asia/Seoul', '2026-11-22T15:00:00Z'), 'Monday 00:00');
  });
});
