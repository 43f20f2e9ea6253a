import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { instant } from '../../src/door/ids.ts';
import { entry, missing, watching } from '../support/device-spec.ts';
import { at } from '../support/rows.ts';

describe('numbered rows in any order', () => {
  const NUMBERS = Array.from({ length: 60 }, (_, index) => 100 + index);
  const ticksOf = (least: number) => fc.array(fc.integer({ min: least, max: 5 }), { minLength: 60, maxLength: 60 });

  /** The rows of these numbers, read in six ticks of which some are incomplete; the first brings the lowest. */
  function readInTicks(numbers: readonly number[], ticks: readonly number[], incomplete: readonly boolean[]) {
    let watch = watching();
    for (let tick = 0; tick <= 5; tick += 1) {
      const visible = numbers.filter((number) => (number === NUMBERS[0] ? 0 : ticks[number - 100]) === tick);
      const doubled = visible.filter((number) => number % 7 === 0).map((number) => entry(number, { id: `9${number}` }));
      const rows = [...visible.map((number) => entry(number)).reverse(), ...doubled];
      watch = watch.reads(rows, instant(at('09:00:00') + tick * 5_000), tick === 5 || !incomplete[tick]);
    }
    return watch;
  }

  it('end without a hole when all of them came, however they were split', () => {
    fc.assert(
      fc.property(ticksOf(0), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (ticks, incomplete) => {
        readInTicks(NUMBERS, ticks, incomplete).misses().reads([], at('10:00:00')).tells();
      }),
      { numRuns: 300 },
    );
  });

  it('miss exactly what did not come', () => {
    const subset = fc.subarray(NUMBERS.slice(1, -1));
    fc.assert(
      fc.property(subset, ticksOf(0), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (gone, ticks, parts) => {
        const came = NUMBERS.filter((number) => !gone.includes(number));
        const watch = readInTicks(came, ticks, parts)
          .misses(...gone)
          .reads([], at('10:00:00'));
        const [first] = gone;
        if (first === undefined) return;
        watch.tells({ missing: gone.length, first, last: gone.at(-1) ?? first });
        const late = gone.map((number) => entry(number, { id: `8${number}` }));
        watch.reads(late, at('11:00:00')).misses().tells({ missing: 0, most: gone.length, over: true });
      }),
      { numRuns: 300 },
    );
  });

  it('take no time to speak of, ten thousand of them shuffled and a tenth missing', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      entry(index + 1, { id: String(50_000 + ((index * 7_919) % 10_007)) }),
    );
    const came = rows.filter((row) => (row.localLogId ?? 0) % 10 !== 5);
    const before = performance.now();
    const { logs } = watching()
      .reads([entry(0)], at('08:00:00'))
      .reads(came, at('11:00:00'));
    assert.ok(performance.now() - before < 250, 'the event loop never stands still for longer');
    assert.equal(missing(logs).length, 1_000);
  });
});
