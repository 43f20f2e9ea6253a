import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Store } from '../../src/store/open.ts';
import { FAST, type Stage, stage } from '../support/bot.ts';
import { eventually } from '../support/eventually.ts';

/** So many writes of the story fail, one a run, spread over all of them. */
const AT_MOST = 24;
/** Each run has a stage of its own and mostly waits for the next poll, so many play at once. */
const AT_ONCE = 14;

type Played = {
  /** Whose value was written, in order. */
  readonly writes: readonly string[];
  /** What stands in the channel at the end: which message of which incident, and what it says. */
  readonly told: readonly (readonly [key: string, text: string])[];
};

const told = (one: Stage): Played['told'] =>
  one.cards().map(({ metadata, text }) => {
    const { incident, part } = Object(metadata).event_payload;
    return [`${part} of ${incident}`, text];
  });

/** What the channel must be told in the end, each of them once. */
const STORY: readonly RegExp[] = [
  /^\S+ 6 authentication failures at .* · Then EBISU was let in/,
  /EBISU.* after 6 authentication failures/,
  /locked again.*EBISU|EBISU.*locked again/,
];

const isWhole = (messages: Played['told']): boolean =>
  STORY.every((words) => messages.some(([, text]) => words.test(text)));

/** A burst at a door grows and ends with somebody who is let in, each told before the next happens; one write fails. */
async function play(failing: number): Promise<Played> {
  const one = await stage();
  try {
    const writes: string[] = [];
    const store = (real: Store): Store => ({
      ...real,
      save: async (name, value) => {
        writes.push(name);
        if (writes.length === failing) throw new Error(`write ${failing} fails`);
        await real.save(name, value);
      },
    });
    const place = one.clue.place(178);
    const door = { doorId: 181, deviceId: 902 };
    // A first sight of the place tells nothing, so it is let pass. Where it could not be saved, the second reading is the
    // first sight; when the third is answered, that one is saved.
    let reads = 0;
    place.whenRead(() => {
      reads += 1;
    });
    await one.startBot({}, { pace: FAST, store });
    await eventually('three readings', () => reads >= 3);
    const fails = async (count: number, words: RegExp): Promise<void> => {
      for (let i = 0; i < count; i += 1) place.append({ ...door, eventType: 'DEV_FACE_AUTH_FAIL' });
      await one.untilCards(String(words), (texts) => texts.some((text) => words.test(text)), 20_000);
    };
    await fails(2, /2 authentication failures/);
    await fails(4, /6 authentication failures/);
    place.append({ ...door, eventType: 'DEV_FACE_AUTH_SUCCESS', userId: '7', userName: 'EBISU' });
    place.append({ ...door, eventType: 'DEV_DOOR_RELAY_ON' });
    place.append({ ...door, eventType: 'DEV_DOOR_RELAY_OFF' });
    await eventually(`the whole story, with write ${failing} failing`, () => isWhole(told(one)), 20_000);
    // What would be told twice would be told by the next poll.
    await setTimeout(1_200);
    return { writes: [...writes], told: told(one) };
  } finally {
    await one.end();
  }
}

/** Numbers from 1 to `last`, at most so many, the first and the last among them. */
function spread(last: number, atMost: number): readonly number[] {
  const step = Math.max((last - 1) / (atMost - 1), 1);
  return [...new Set(Array.from({ length: atMost }, (_, index) => Math.min(Math.round(1 + index * step), last)))];
}

describe('a write that fails once, at every write of a story in turn', () => {
  it('costs no card, doubles none, and leaves each with the right count', { timeout: 60_000 }, async () => {
    const { writes } = await play(0);
    assert.ok(writes.length >= 10, `a story of ${writes.length} writes: ${writes}`);
    const waiting = [...spread(writes.length, AT_MOST)];
    const runs: (Played & { readonly failing: number })[] = [];
    const playOn = async (): Promise<void> => {
      for (let failing = waiting.shift(); failing !== undefined; failing = waiting.shift()) {
        runs.push({ failing, ...(await play(failing)) });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, playOn));
    for (const run of runs) {
      const what = `write ${run.failing} (${run.writes[run.failing - 1]}) failed: ${JSON.stringify(run.told)}`;
      assert.ok(run.writes.length >= run.failing, what);
      assert.deepEqual(
        STORY.map((words) => run.told.filter(([, text]) => words.test(text)).length),
        [1, 1, 1],
        what,
      );
      assert.equal(new Set(run.told.map(([key]) => key)).size, 3, what);
      assert.equal(run.told.length, 3, what);
    }
  });
});
