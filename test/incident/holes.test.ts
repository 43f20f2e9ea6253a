import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, instant } from '../../src/door/ids.ts';
import { newPlace } from '../../src/incident/place.ts';
import { placeValue } from '../../src/store/values.ts';
import { entries, entry, missing, watching } from '../support/device-spec.ts';
import { at, SHIBUYA } from '../support/rows.ts';

describe('a hole in a device’s own count', () => {
  it('is told when it stayed two minutes, with its numbers and its doors, and once only', () => {
    watching()
      .reads(entries(100, 104), at('09:00:00'))
      .reads([...entries(107, 108), entry(109, { door: '182' })], at('09:00:05'))
      .misses(105, 106)
      .reads([], at('09:02:04'))
      .tells()
      .reads([], at('09:02:05'))
      .tells({
        id: `missing-rows/178/902/${at('09:00:05')}` as never,
        missing: 2,
        most: 2,
        first: 105,
        last: 106,
        doors: ['181', '182'] as never,
        over: false,
      })
      .reads([], at('09:02:10'))
      .reads(entries(110, 115), at('09:10:00'))
      .tells({ missing: 2, over: false });
  });

  it('that fills within two minutes is no news', () => {
    watching()
      .reads(entries(100, 104), at('09:00:00'))
      .reads(entries(107, 108), at('09:00:05'))
      .reads(entries(105, 106), at('09:01:59'))
      .reads([], at('09:05:00'))
      .misses()
      .tells();
  });

  it('shrinks and splits as its rows come, and closes with how many came', () => {
    watching()
      .reads(entries(100, 104), at('09:00:00'))
      .reads([entry(110)], at('09:00:05'))
      .reads([], at('09:03:00'))
      .tells({ missing: 5, first: 105, last: 109 })
      .reads([entry(107)], at('09:04:00'))
      .misses(105, 106, 108, 109)
      .tells({ missing: 4, most: 5, first: 105, last: 109 })
      .reads([entry(105), entry(109), entry(106), entry(108)], at('09:05:00'))
      .tells({ missing: 0, most: 5, over: true });
  });

  it('joins the card of its device while that is open; a later one has a card of its own', () => {
    watching()
      .reads([entry(100), entry(102)], at('09:00:00'))
      .reads([], at('09:02:00'))
      .reads([entry(105)], at('09:02:05'))
      .tells({ missing: 1 })
      .reads([], at('09:04:05'))
      .tells({ missing: 3, most: 3, first: 101, last: 104 })
      .reads([entry(101), ...entries(103, 104)], at('09:05:00'))
      .tells({ missing: 0, most: 3, over: true })
      .reads([entry(107)], at('09:06:00'))
      .reads([], at('09:08:00'))
      .tells({ missing: 0, most: 3, over: true }, { missing: 1, most: 1, over: false });
  });

  it('that never fills is given up after a day, and is missed no more', () => {
    watching()
      .reads([entry(100), entry(104)], at('09:00:00'))
      .reads([], at('09:02:00'))
      .reads([entry(102)], at('09:30:00'))
      .reads([], instant(at('09:00:00') + 86_399_999))
      .tells({ missing: 2, most: 3, over: false })
      .reads([], instant(at('09:00:00') + 86_400_000))
      .tells({ missing: 2, most: 3, over: true })
      .misses()
      .reads([entry(103, { id: '99000' })], instant(at('09:00:00') + 90_000_000))
      .tells({ missing: 2, most: 3, over: true });
  });

  it('that stayed while the bot was away for days is told before it is given up', () => {
    const back = instant(at('09:00:00') + 3 * 86_400_000);
    watching()
      .reads([entry(100), entry(102)], at('09:00:00'))
      .reads([], back)
      .tells({ missing: 1, over: false })
      .reads([], after(back, 5_000))
      .tells({ missing: 1, over: true });
  });

  it('is not noticed while the bot itself has not read everything', () => {
    watching()
      .reads(entries(100, 104), at('09:00:00'))
      .reads(entries(200, 210), at('09:00:05'), false)
      .reads(entries(150, 199), at('09:10:00'), false)
      .tells()
      .reads(entries(105, 148), at('09:20:00'))
      .misses(149)
      .reads([], at('09:21:59'))
      .tells()
      .reads([], at('09:22:00'))
      .tells({ missing: 1, first: 149 });
  });

  it('waits no longer when the clock is put back', () => {
    watching()
      .reads([entry(100), entry(102)], at('10:00:00'))
      .reads([], at('09:00:00'))
      .reads([], at('09:02:00'))
      .tells({ missing: 1 });
  });

  it('belongs to one device: others, and rows without a number or a device, fill nothing', () => {
    const { device, ...nobody } = entry(101);
    const { localLogId, ...unnumbered } = entry(101);
    watching()
      .reads([entry(100), entry(102), entry(700, { device: '903' }), entry(702, { device: '903' })], at('09:00:00'))
      .reads([nobody, unnumbered, entry(101, { device: '903' })], at('09:00:05'))
      .reads([], at('09:02:00'))
      .tells({ first: 101, last: 101 }, { first: 701, last: 701 });
  });
});

describe('a store from before devices were counted', () => {
  it('is read, and its devices are at first sight', () => {
    const { devices, ...old } = newPlace(SHIBUYA);
    assert.deepEqual(devices, []);
    assert.deepEqual(placeValue.parse(old), newPlace(SHIBUYA));
  });
});

describe('a device’s log', () => {
  it('is saved as it is', () => {
    const { logs } = watching()
      .reads([entry(100), entry(102)], at('09:00:00'))
      .reads([entry(30_000), entry(30_002)], at('09:02:00'))
      .reads([entry(30_004)], at('09:05:00'));
    const state = { ...newPlace(SHIBUYA), devices: logs };
    assert.deepEqual(placeValue.parse(JSON.parse(JSON.stringify(state))), state);
  });
});

describe('first sight', () => {
  it('misses nothing below the lowest number it sees', () => {
    watching()
      .reads([entry(103), entry(102), entry(104)], at('09:00:00'))
      .reads([entry(90, { id: '99000' })], at('09:00:05'))
      .misses();
  });

  it('gives up what was missed longer ago than a day', () => {
    const past = instant(at('08:00:00') - 2 * 86_400_000);
    const rows = [entry(100, { time: past }), entry(103, { time: after(past, 1_000) }), entry(106)];
    watching().reads(rows, at('09:00:00')).misses(104, 105);
  });
});

describe('a count that starts again', () => {
  const reset = (number: number, second: number) =>
    entry(number, { time: instant(at('10:00:00') + second * 1_000), id: String(20_000 + second) });

  it('is no hole: a reset device is counted anew, and its holes are found', () => {
    watching()
      .reads(entries(5_000, 5_010), at('09:30:00'))
      .reads([reset(1, 0), reset(2, 1), reset(5, 4)], at('10:00:10'))
      .misses(3, 4);
  });

  it('is seen at first sight too', () => {
    watching()
      .reads([...entries(5_000, 5_010), reset(1, 0), reset(2, 1)], at('10:00:10'))
      .misses();
  });

  it('gives up what was told as missing before', () => {
    watching()
      .reads([entry(5_000), entry(5_003)], at('09:30:00'))
      .reads([], at('09:32:00'))
      .tells({ missing: 2, over: false })
      .reads([reset(1, 0)], at('10:00:00'))
      .tells({ missing: 2, most: 2, over: true });
  });

  it('is not troubled by a late row of the count before', () => {
    watching()
      .reads(entries(5_000, 5_010), at('09:30:00'))
      .reads([reset(1, 0), reset(2, 1)], at('10:00:10'))
      .reads([entry(5_012, { id: '20500' })], at('10:01:00'))
      .reads([reset(3, 60)], at('10:02:00'))
      .misses();
  });

  it('is meant by a jump of more than 20,000', () => {
    watching()
      .reads(entries(100, 104), at('09:00:00'))
      .reads([entry(20_106)], at('09:30:00'))
      .misses()
      .reads([entry(20_108)], at('09:31:00'))
      .misses(20_107);
    assert.equal(missing(watching().reads([entry(104), entry(20_104)], at('09:00:00')).logs).length, 19_999);
  });

  it('is not meant by an entry that was uploaded twice, though its clock was put back since', () => {
    const ahead = instant(at('12:00:00'));
    watching()
      .reads([entry(100), entry(101, { time: ahead }), entry(102)], at('09:00:00'))
      .reads([entry(101, { time: ahead, id: '30000' })], at('09:00:05'))
      .reads([entry(103)], at('09:00:10'))
      .reads([entry(104, { time: at('12:01:00') })], at('12:01:05'))
      .misses();
  });
});

describe('a device that skips numbers as a matter of course', () => {
  const DAY = 86_400_000;
  /** Every fifth number is never uploaded. */
  const skipping = (from: number, to: number) => entries(from, to).filter((row) => (row.localLogId ?? 0) % 5 !== 0);

  it('is learned at first sight, where its past shows ten holes', () => {
    const past = instant(at('08:00:00') - 2 * DAY);
    const rows = skipping(101, 159).map((row) => ({ ...row, at: past }));
    watching()
      .reads([...rows, entry(161)], at('09:00:00'))
      .misses(160)
      .reads([], at('09:02:00'))
      .misses()
      .tells();
  });

  it('is learned after ten given-up holes, and raises nothing more until its count is whole again', () => {
    const start = at('09:00:00');
    const learned = watching()
      .reads(skipping(101, 151), start)
      .reads([], after(start, 120_000))
      .reads([], after(start, DAY))
      .tells({ missing: 10, most: 10, over: true })
      .reads(skipping(152, 301), after(start, DAY + 1_000))
      .reads([], after(start, DAY + 200_000))
      .misses()
      .tells({ over: true });
    learned
      .reads(entries(301, 2_400), after(start, 2 * DAY))
      .reads([entry(2_402)], after(start, 2 * DAY + 1_000))
      .reads([], after(start, 2 * DAY + 200_000))
      .tells({ missing: 1, first: 2_401, over: false });
  });
});
