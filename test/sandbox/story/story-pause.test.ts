import assert from 'node:assert/strict';
import { it } from 'node:test';
import { seededRandom } from '../../../src/sandbox/clue/seeded-random.ts';
import { startClue } from '../../../src/sandbox/clue/start-clue.ts';
import { createDemoBuildings } from '../../../src/sandbox/story/demo-buildings.ts';
import { liveStory } from '../../../src/sandbox/story/live-story.ts';
import { manualClock } from '../clue/manual-clock.ts';

it('the story gives way to somebody who plays, and goes on afterwards', async (t) => {
  const clock = manualClock();
  const { now, schedule } = clock;
  const clue = await startClue({ now });
  t.after(clue.stop);
  const buildings = createDemoBuildings(clue, { now, schedule, random: seededRandom(2) });
  let isPaused = true;
  let told = 0;
  const story = liveStory(buildings, {
    schedule,
    isPaused: () => isPaused,
    onScene: () => {
      told += 1;
    },
  });
  t.after(story.stop);
  clock.advance(600_000);
  assert.deepEqual([told, clue.place(178).rows(), clue.place(179).rows()], [0, [], []]);
  isPaused = false;
  clock.advance(60_000);
  assert.ok(told > 0, 'the next scene comes within a minute');
});
