import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Instant, instant } from '../../src/door/ids.ts';
import { openZone } from '../../src/door/zone.ts';
import { type Hours, isWithin } from '../../src/incident/hours.ts';

const tokyo = openZone('Asia/Tokyo');
const berlin = openZone('Europe/Berlin');
const moment = (iso: string): Instant => instant(Date.parse(iso));
const iso = (at: Instant): string => new Date(at).toISOString();
const clock = (text: string): number => {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
};

describe('a zone', () => {
  it('shows what the clock on its wall shows', () => {
    assert.deepEqual(tokyo.wall(moment('2026-11-20T15:30:00Z')), { day: '2026-11-21', minute: 30, weekday: 6 });
    assert.deepEqual(berlin.wall(moment('2026-11-22T22:59:59Z')), { day: '2026-11-22', minute: 1_439, weekday: 7 });
  });

  it('finds the next time its clock shows a minute', () => {
    assert.equal(iso(tokyo.next(clock('09:00'), moment('2026-11-20T00:30:00Z'))), '2026-11-21T00:00:00.000Z');
    assert.equal(iso(tokyo.next(clock('09:00'), moment('2026-11-19T23:59:59Z'))), '2026-11-20T00:00:00.000Z');
    assert.equal(iso(tokyo.next(0, moment('2026-11-20T14:59:00Z'))), '2026-11-20T15:00:00.000Z');
  });

  it('finds it on a weekday', () => {
    // 2026-11-20 is a Friday.
    assert.equal(iso(tokyo.next(clock('09:00'), moment('2026-11-20T00:30:00Z'), [1])), '2026-11-23T00:00:00.000Z');
    assert.equal(iso(tokyo.next(clock('09:00'), moment('2026-11-23T00:00:00Z'), [1])), '2026-11-30T00:00:00.000Z');
  });

  it('takes the moment after the gap for a minute that summer time skips, and the first of one that comes twice', () => {
    assert.equal(iso(berlin.next(clock('02:30'), moment('2027-03-27T12:00:00Z'))), '2027-03-28T01:00:00.000Z');
    assert.equal(iso(berlin.next(clock('02:30'), moment('2026-10-24T12:00:00Z'))), '2026-10-25T00:30:00.000Z');
    assert.equal(iso(berlin.next(clock('09:00'), moment('2026-10-25T00:00:00Z'))), '2026-10-25T08:00:00.000Z');
    assert.equal(iso(berlin.next(clock('09:00'), moment('2027-03-28T00:00:00Z'))), '2027-03-28T07:00:00.000Z');
  });
});

describe('hours', () => {
  const night: Hours = { from: clock('22:00'), to: clock('07:00') };
  const inTokyo = (hours: Hours, text: string): boolean => isWithin(hours, moment(`${text}+09:00`), tokyo);

  it('go across midnight', () => {
    assert.ok(inTokyo(night, '2026-11-20T22:00:00'));
    assert.ok(inTokyo(night, '2026-11-21T06:59:59'));
    assert.ok(!inTokyo(night, '2026-11-21T07:00:00'));
    assert.ok(!inTokyo(night, '2026-11-20T21:59:59'));
  });

  it('of a Friday night go on into Saturday morning, and no Saturday night is meant', () => {
    const friday: Hours = { ...night, days: [5] };
    assert.ok(inTokyo(friday, '2026-11-21T03:00:00'));
    assert.ok(!inTokyo(friday, '2026-11-20T03:00:00'));
    assert.ok(!inTokyo(friday, '2026-11-21T23:00:00'));
  });

  it('outside of them are all others', () => {
    const office: Hours = { from: clock('09:00'), to: clock('18:00'), days: [1, 2, 3, 4, 5], outside: true };
    assert.ok(inTokyo(office, '2026-11-20T18:00:00'));
    assert.ok(!inTokyo(office, '2026-11-20T17:59:00'));
    assert.ok(inTokyo(office, '2026-11-21T12:00:00'), 'a Saturday');
  });

  it('keep to the clock on the wall when summer time begins and ends', () => {
    const inBerlin = (text: string): boolean => isWithin(night, moment(text), berlin);
    assert.ok(inBerlin('2027-03-28T04:59:00Z'), '06:59 summer time');
    assert.ok(!inBerlin('2027-03-28T05:00:00Z'), '07:00 summer time');
    assert.ok(inBerlin('2026-10-25T05:59:00Z'), '06:59 winter time');
    assert.ok(!inBerlin('2026-10-25T06:00:00Z'), '07:00 winter time');
  });

  it('of a whole day are the whole day', () => {
    assert.ok(inTokyo({ from: 0, to: 1_440 }, '2026-11-20T23:59:59'));
    assert.ok(inTokyo({ from: 0, to: 1_440 }, '2026-11-20T00:00:00'));
  });
});
