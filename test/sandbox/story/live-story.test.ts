import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { seededRandom } from '../../../src/sandbox/clue/seeded-random.ts';
import { startClue } from '../../../src/sandbox/clue/start-clue.ts';
import { createDemoBuildings } from '../../../src/sandbox/story/demo-buildings.ts';
import { liveStory } from '../../../src/sandbox/story/live-story.ts';
import { SCENES } from '../../../src/sandbox/story/scenes.ts';
import { manualClock } from '../clue/manual-clock.ts';

const HOUR_MS = 3_600_000;

async function aDay(t: TestContext, seed: number) {
  const clock = manualClock();
  const clue = await startClue({ now: clock.now, random: seededRandom(1) });
  t.after(clue.stop);
  const { now, schedule } = clock;
  const buildings = createDemoBuildings(clue, { now, schedule, random: seededRandom(2) });
  const told: { readonly scene: string; readonly at: number; readonly placeId: number; readonly doorId: number }[] = [];
  const story = liveStory(buildings, {
    schedule,
    seed,
    onScene: ({ scene, placeId, door }) => told.push({ scene, placeId, doorId: door.doorId, at: clock.now() }),
  });
  return { clock, clue, buildings, story, told, rowsOf: (place: number) => clue.place(place).rows() };
}

describe('the live story', () => {
  it('tells a scene every 20 to 60 seconds, each kind of them, at every door', async (t) => {
    const { clock, told } = await aDay(t, 1);
    const begun = clock.now();
    clock.advance(4 * HOUR_MS);
    const moments = [begun, ...told.map((scene) => scene.at)];
    const gaps = moments.slice(1).map((at, nth) => at - (moments[nth] ?? 0));
    assert.ok(gaps.every((gap) => gap >= 20_000 && gap <= 60_000));
    assert.deepEqual(new Set(told.map((scene) => scene.scene)), new Set(SCENES.map((scene) => scene.name)));
    assert.deepEqual(
      new Set(told.map((scene) => `${scene.placeId}/${scene.doorId}`)),
      new Set(['178/181', '178/182', '179/191', '179/192']),
    );
  });

  it('is the same for the same seed, and another for another', async (t) => {
    const days = await Promise.all([aDay(t, 5), aDay(t, 5), aDay(t, 6)]);
    const [first, same, other] = days.map(({ clock, rowsOf }) => {
      clock.advance(HOUR_MS);
      return JSON.stringify([rowsOf(178), rowsOf(179)]);
    });
    assert.equal(first, same);
    assert.notEqual(first, other);
  });

  it('has people of many languages, failures at both doors of the shop, and a third party only in the office', async (t) => {
    const { clock, rowsOf } = await aDay(t, 3);
    clock.advance(2 * HOUR_MS);
    for (const doorId of [181, 182]) {
      const failures = rowsOf(178).filter((row) => row.doorId === doorId && row.eventType === 'DEV_FACE_AUTH_FAIL');
      assert.ok(failures.length > 0);
    }
    assert.ok(rowsOf(178).every((row) => !row.eventType.startsWith('VENDOR_')));
    assert.ok(rowsOf(179).some((row) => row.eventType === 'VENDOR_AUTH_SUCCESS'));
    const names = new Set([...rowsOf(178), ...rowsOf(179)].map((row) => row.userName));
    for (const name of ['田中 花子', '김민수', 'EBISU', 'Jack', 'Ola Nordmann']) assert.ok(names.has(name));
  });

  it('lets whoever was refused come again a moment later', async (t) => {
    const { clock, rowsOf } = await aDay(t, 3);
    clock.advance(2 * HOUR_MS);
    const rows = rowsOf(178);
    const failure = rows.find((row) => row.eventType === 'DEV_FACE_AUTH_FAIL');
    assert.ok(failure !== undefined);
    const after = rows.filter((row) => row.doorId === failure.doorId && row.eventAt > failure.eventAt);
    assert.equal(after[0]?.eventType, 'DEV_FACE_AUTH_SUCCESS');
    assert.equal((after[0]?.eventAt ?? 0) - failure.eventAt, 6_500);
  });

  it('stops at once, and leaves nothing due', async (t) => {
    const { buildings, clock, rowsOf, story } = await aDay(t, 1);
    clock.advance(HOUR_MS);
    story.stop();
    buildings.shop.stop();
    buildings.office.stop();
    assert.equal(clock.due(), 0);
    const soFar = rowsOf(178).length + rowsOf(179).length;
    clock.advance(HOUR_MS);
    assert.equal(rowsOf(178).length + rowsOf(179).length, soFar);
  });
});
