import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { after, instant } from '../../src/door/ids.ts';
import type { DoorFacts } from '../../src/incident/door-facts.ts';
import { KINDS } from '../../src/incident/kinds/index.ts';
import { updatePlace } from '../../src/incident/place.ts';
import { indexSpans, type Span } from '../../src/incident/spans.ts';
import { aPlace, HEARS_ALL, UTC } from '../support/place-spec.ts';
import { at, relayOff, relayOn } from '../support/rows.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom(0, 1, 5, 20, Number.MAX_SAFE_INTEGER - 100))
  .map(([from, length]): Span => ({ from: instant(from), to: instant(from + length) }));

describe('an index of spans', () => {
  it('finds what overlaps or touches, in the order given, as looking at each would', () => {
    fc.assert(
      fc.property(fc.array(span), span, (spans, asked) => {
        const near = indexSpans(spans, (one) => one).near(asked);
        assert.deepEqual(
          near,
          spans.filter((one) => one.from <= asked.to && asked.from <= one.to),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('a door with many incidents', () => {
  /** How often a tick asks where an incident lies, at a door that wrote so many spells while nobody looked. */
  const looksAt = (spells: number): number => {
    let looks = 0;
    const counting = KINDS.map((kind) => ({
      ...kind,
      extent: (facts: DoorFacts) => {
        looks += 1;
        return kind.extent(facts);
      },
    }));
    const from = at('09:00:00');
    const events = Array.from({ length: spells }, (_, index) => {
      const time = after(from, index * 5_000);
      return [relayOn(time), relayOff(after(time, 3_000))];
    }).flat();
    const hears = { complete: false, olderRowsExist: false, subscriptions: HEARS_ALL };
    const now = after(from, spells * 5_000);
    const { state } = updatePlace(aPlace(), { kind: 'rows-seen', events, ...hears }, now, KINDS, UTC);
    updatePlace(state, { kind: 'rows-seen', events: [relayOn(now)], ...hears }, now, counting, UTC);
    return looks;
  };

  it('costs a tick twice the work when they are twice as many, and not four times', () => {
    const ratio = looksAt(2_000) / looksAt(1_000);
    assert.ok(ratio < 2.5, `${ratio} times the looks`);
  });
});
