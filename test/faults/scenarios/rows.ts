import type { NewRow } from '../../../src/sandbox/clue/place.ts';
import { between, type Random } from '../../../src/sandbox/clue/seeded-random.ts';
import type { Scenario } from '../scenario.ts';

const BACKLOG_DOORS = 40;
const ROWS_A_DOOR = 250;
/** The backlog's first burst began so long ago, in milliseconds; the next ones follow each other. */
const BEHIND_MS = 1_500_000;
const BETWEEN_BURSTS_MS = 35_000;
const BETWEEN_ROWS_MS = 150;
/** Rows reach the server out of order within so many. */
const WINDOW_ROWS = 500;
const HIDDEN_ROWS = 300;
const HOUR_MS = 3_600_000;

/** Rows that come late, shuffled, twice, with other ids, or with a wrong time. */
export const rows: readonly Scenario[] = [
  {
    name: 'backlog',
    injected: '10,000 rows behind, shuffled, a tenth doubled, 300 visible late, live rows meanwhile',
    play: async (scene) => {
      const { clock, clue, random, story } = scene;
      const place = clue.place(178);
      await scene.startBot();
      clue.away(true);
      const backlog: NewRow[] = [];
      for (let burst = 0; burst < BACKLOG_DOORS; burst += 1) {
        const door = story.newDoor();
        const from = clock.now() - BEHIND_MS + burst * BETWEEN_BURSTS_MS;
        story.owe({ kind: 'failures', door, count: ROWS_A_DOOR, appendedAt: clock.now() });
        for (let row = 0; row < ROWS_A_DOOR; row += 1) backlog.push(failure(door, from + row * BETWEEN_ROWS_MS));
      }
      const shows: (() => void)[] = [];
      for (let from = 0; from < backlog.length; from += WINDOW_ROWS) {
        for (const given of shuffled(backlog.slice(from, from + WINDOW_ROWS), random)) {
          const row = place.append(given);
          if (random() < 0.1) place.append(given, { logId: row.logId, localLogId: row.localLogId });
          if (shows.length < HIDDEN_ROWS && random() < 0.03) shows.push(place.hide(row));
        }
      }
      clue.away(false);
      const live = [story.newDoor(), story.newDoor(), story.newDoor()];
      for (let time = 0; time < 20; time += 1) {
        for (const door of live) story.fail(door, 2);
        for (const show of shows.splice(0, HIDDEN_ROWS / 15)) show();
        await scene.wait(250);
      }
      await scene.settle(60_000);
      scene.claim(shows.length === 0, 'not every hidden row was shown');
    },
  },
  {
    name: 'hex-ids',
    injected: 'every id as 24 digits of hex text',
    scene: { clue: { ids: 'hex' } },
    play: async (scene) => {
      const { story } = scene;
      await scene.startBot();
      for (let step = 0; step < 30; step += 1) {
        story.step();
        await scene.wait(100);
      }
      story.end();
      await scene.settle();
    },
  },
  {
    name: 'wrong-device-clocks',
    injected: 'device clocks wrong by hours, months, and into the future',
    play: async (scene) => {
      const { clock, random, story } = scene;
      await scene.startBot();
      const skews = [5, 26, 24 * 90, 0, -5, -26, -24 * 90].map((hours) => ({
        door: story.newDoor(),
        agoMs: hours * HOUR_MS,
      }));
      for (let round = 0; round < 4; round += 1) {
        for (const { door, agoMs } of skews) story.fail(door, between(random, 1, 3), agoMs);
        await scene.reads(1);
      }
      await scene.settle();
      clock.skip(70_000);
      await scene.reads(2);
      await scene.settle();
    },
  },
  {
    name: 'late-rows',
    injected: 'half of each burst hidden, and shown 5 s to 8 minutes later',
    play: async (scene) => {
      const { clock, clue, story } = scene;
      const place = clue.place(178);
      await scene.startBot();
      const doors = [story.newDoor(), story.newDoor(), story.newDoor(), story.newDoor()];
      const shows: (() => void)[] = [];
      for (let time = 0; time < 6; time += 1) {
        for (const door of doors) {
          story.fail(door, 1);
          const row = place.rows().at(-1);
          if (time % 2 === 1 && row !== undefined) shows.push(place.hide(row));
        }
        await scene.reads(1);
      }
      for (const afterMs of [5_000, 60_000, 120_000, 300_000]) {
        clock.skip(afterMs);
        for (const show of shows.splice(0, 3)) show();
        // A row that stands no longer at the top is found by the deep reading that is owed once a minute.
        await scene.reads(3);
      }
      clock.skip(61_000);
      await scene.settle();
      scene.claim(shows.length === 0, 'not every hidden row was shown');
    },
  },
];

const failure = (doorId: number, eventAt: number): NewRow => ({
  eventType: 'DEV_FACE_AUTH_FAIL',
  deviceId: 902,
  doorId,
  eventAt,
});

function shuffled<Value>(values: readonly Value[], random: Random): readonly Value[] {
  const result = [...values];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = between(random, 0, last);
    const [a, b] = [result[last], result[other]];
    if (a !== undefined && b !== undefined) [result[last], result[other]] = [b, a];
  }
  return result;
}
