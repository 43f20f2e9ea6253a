import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeId } from '../../src/door/ids.ts';
import { createPulse } from '../../src/health/pulse.ts';

const SHIBUYA = placeId('178');

function aPulse(goodForMs = 60_000) {
  const clock = { tick: 0, asked: 0 };
  const goodFor = (): number => {
    clock.asked += 1;
    return goodForMs;
  };
  return { clock, pulse: createPulse({ goodForMs: goodFor, steady: () => clock.tick }) };
}

describe('the pulse', () => {
  it('has not seen a place before its first good poll', () => {
    assert.deepEqual(aPulse().pulse.of(SHIBUYA), { isSeen: false });
  });

  it('takes a good poll for good as long as was said, and no longer', () => {
    const { clock, pulse } = aPulse();
    pulse.saw(SHIBUYA);
    clock.tick = 60_000;
    assert.deepEqual(pulse.of(SHIBUYA), { isSeen: true, seenAgoMs: 60_000 });
    clock.tick = 60_001;
    assert.equal(pulse.of(SHIBUYA).isSeen, false);
    pulse.saw(SHIBUYA);
    assert.deepEqual(pulse.of(SHIBUYA), { isSeen: true, seenAgoMs: 0 });
  });

  it('knows how long ago the beat was alive, counted from its own beginning', () => {
    const { clock, pulse } = aPulse();
    clock.tick = 5_000;
    assert.equal(pulse.beatAgoMs(), 5_000);
    pulse.beat();
    clock.tick = 5_400;
    assert.equal(pulse.beatAgoMs(), 400);
  });

  it('asks for the pattern once a second, however many places are polled', () => {
    const { clock, pulse } = aPulse();
    for (let i = 0; i < 200; i += 1) pulse.saw(placeId(String(i)));
    assert.equal(clock.asked, 1);
    clock.tick = 1_000;
    pulse.saw(SHIBUYA);
    assert.equal(clock.asked, 2);
  });
});
