import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { startBeat } from '../../src/watch/beat.ts';
import { eventually } from '../support/eventually.ts';

const SECOND_MS = 100;

/** A beat at every tenth of a second, by a clock that can be put forward and back. */
function beating() {
  let skewMs = 0;
  let beats = 0;
  let asked = 0;
  const now = (): number => Date.now() + skewMs;
  const stop = startBeat({
    now,
    waitMs: () => {
      asked += 1;
      return SECOND_MS - (now() % SECOND_MS);
    },
    beat: () => {
      beats += 1;
    },
    lookEveryMs: 50,
  });
  return {
    stop,
    beats: () => beats,
    asked: () => asked,
    put: (ms: number) => {
      skewMs += ms;
    },
  };
}

describe('a beat', { concurrency: true }, () => {
  it('comes at each moment of its pattern, and no more after it was stopped', async () => {
    const { stop, beats } = beating();
    await eventually('three beats', () => beats() >= 3);
    stop();
    const before = beats();
    await setTimeout(3 * SECOND_MS);
    assert.equal(beats(), before);
  });

  it('goes on at once when the clock is put back by an hour', async () => {
    const { stop, beats, put } = beating();
    await eventually('a beat', () => beats() >= 1);
    const before = beats();
    put(-3_600_000);
    await eventually('two more beats', () => beats() >= before + 2, 2_000);
    stop();
  });

  it('comes once for all it missed when the clock leaps a year ahead, or the machine slept', async () => {
    const { stop, beats, asked, put } = beating();
    await eventually('a beat', () => beats() >= 1);
    const [before, askedBefore] = [beats(), asked()];
    put(365 * 86_400_000);
    await setTimeout(5 * SECOND_MS);
    stop();
    assert.ok(beats() - before >= 2 && beats() - before <= 7, `${beats() - before} beats`);
    assert.ok(asked() - askedBefore < 30, 'nothing counts the missed moments one by one');
  });
});
