import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant, type PlaceId, placeId } from '../../src/door/ids.ts';
import type { Problem } from '../../src/door/problem.ts';
import { type ScheduleOptions, startSchedule } from '../../src/watch/schedule.ts';
import { eventually } from '../support/eventually.ts';

const now = () => instant(Date.now());
/** A pattern that does not come round while a test runs: every place is polled once, at the start. */
const ONCE = '0 0 0 1 1 *';

function scheduled(options: Partial<ScheduleOptions> & Pick<ScheduleOptions, 'poll'>) {
  const said: string[] = [];
  const say = (message: string): void => void said.push(message);
  const log = { info: say, warn: say, error: say };
  const schedule = startSchedule({ places: [placeId('178')], pattern: ONCE, log, now, ...options });
  return { schedule, said };
}

describe('the schedule', { concurrency: true }, () => {
  it('polls every place at the start, at most four at once', async () => {
    let atOnce = 0;
    let most = 0;
    const polled = new Set<PlaceId>();
    const gates: (() => void)[] = [];
    const places = Array.from({ length: 10 }, (_, index) => placeId(String(index)));
    const { schedule } = scheduled({
      places,
      poll: async (place) => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        polled.add(place);
        await new Promise<void>((open) => gates.push(open));
        atOnce -= 1;
        return undefined;
      },
    });
    await eventually('four polls under way', () => gates.length === 4);
    while (polled.size < 10 || atOnce > 0) {
      for (const open of gates.splice(0)) open();
      await new Promise(setImmediate);
    }
    await schedule.stop();
    assert.equal(most, 4);
  });

  it('knows how long it is until its pattern has come round so many times', async () => {
    const { schedule } = scheduled({ pattern: '0 0 * * * *', poll: async () => undefined });
    const [once, thrice] = [schedule.untilRunMs(1), schedule.untilRunMs(3)];
    await schedule.stop();
    assert.ok(once > -100 && once <= 3_600_000, `${once} ms`);
    assert.ok(Math.abs(thrice - once - 7_200_000) < 100, `${thrice} ms, which is two hours more than ${once}`);
  });

  it('lets it be heard that it lives, also where its pattern does not come round for long', async () => {
    let looks = 0;
    const onLook = (): void => {
      looks += 1;
    };
    const { schedule } = scheduled({ poll: async () => undefined, onLook });
    await eventually('two looks', () => looks >= 2);
    await schedule.stop();
  });

  it('gives up a poll that never ends, says so, and polls again', async () => {
    let polls = 0;
    const { schedule, said } = scheduled({
      pattern: '* * * * * *',
      deadlineMs: 50,
      poll: () => {
        polls += 1;
        return new Promise(() => {});
      },
    });
    await eventually('two polls', () => polls >= 2);
    await schedule.stop();
    assert.ok(said.includes('a poll failed'));
  });

  it('never polls a place twice at once', async () => {
    let atOnce = 0;
    let most = 0;
    let polls = 0;
    const { schedule } = scheduled({
      pattern: '* * * * * *',
      poll: async (_, signal) => {
        polls += 1;
        atOnce += 1;
        most = Math.max(most, atOnce);
        await new Promise((resolve) => {
          const timer = setTimeout(resolve, 1_300);
          signal.addEventListener('abort', () => {
            clearTimeout(timer);
            resolve(undefined);
          });
        });
        atOnce -= 1;
        return undefined;
      },
    });
    await eventually('a second poll', () => polls >= 2);
    await schedule.stop();
    assert.equal(most, 1);
  });

  it('waits as long as a 429 asks', async () => {
    let polls = 0;
    const { schedule } = scheduled({
      pattern: '* * * * * *',
      poll: async (): Promise<Problem> => {
        polls += 1;
        return { kind: 'rate-limited', retryAfterMs: 60_000 };
      },
    });
    let ticks = 0;
    const probe = scheduled({
      pattern: '* * * * * *',
      poll: async () => {
        ticks += 1;
        return undefined;
      },
    });
    await eventually('two ticks of another schedule', () => ticks >= 3);
    await Promise.all([schedule.stop(), probe.schedule.stop()]);
    assert.equal(polls, 1);
  });

  it('says once that a place cannot be seen, and once that it can again', async () => {
    const problem: Problem = { kind: 'unreachable', detail: 'away' };
    const answers: (Problem | undefined)[] = [problem, problem, undefined];
    let polls = 0;
    const { schedule, said } = scheduled({ pattern: '* * * * * *', poll: async () => answers[polls++] });
    await eventually('three polls', () => polls >= 3);
    await schedule.stop();
    assert.deepEqual(said, ['the place cannot be seen', 'the place is seen again']);
  });

  it('spreads many places over the period', async () => {
    const at = new Map<PlaceId, number[]>();
    const places = Array.from({ length: 4 }, (_, index) => placeId(String(index)));
    const { schedule } = scheduled({
      places,
      pattern: '*/2 * * * * *',
      poll: async (place) => {
        at.set(place, [...(at.get(place) ?? []), Date.now()]);
        return undefined;
      },
    });
    await eventually('a second round', () => [...at.values()].filter((times) => times.length >= 2).length === 4);
    await schedule.stop();
    const second = places.map((place) => at.get(place)?.[1] ?? 0);
    for (let index = 1; index < 4; index += 1) {
      const gap = (second[index] ?? 0) - (second[index - 1] ?? 0);
      assert.ok(gap > 250 && gap < 1_000, `${gap} ms between two places, of a period of 2,000`);
    }
  });
});
