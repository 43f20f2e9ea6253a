import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { openReading } from '../../src/reading/reading.ts';
import { runCommand } from '../../src/slack/commands/index.ts';
import { ALERTS, aLog, clue, MEMBER, ports, tableOf } from '../slack/commands/desk.ts';
import { assertWithinLimits } from '../slack/messages/limits.ts';
import { ASKED_AT, anyPlan, DAY, type Day, dayOf, type Plan } from './day.ts';
import { PLAIN, WITH_THIRD_PARTY } from './scenes.ts';

/** What `/clue who-entered` answers about a day, by the real command and the real reading of CLUe's pages. */
async function answerAbout({ rows, meanwhile, places, pageSize }: Day) {
  const log = aLog(rows, { cap: pageSize, arriving: meanwhile });
  return await clue(`who-entered ${DAY}`, { log, places, now: ASKED_AT });
}

/** The same from the bot's memory: half of the rows were there when it began to watch, the others came with the watcher's polls. */
async function rememberedAbout({ rows, places }: Day) {
  const known = rows.length >> 1;
  const log = aLog(rows.slice(0, known));
  const rest = rows.slice(known);
  const reading = openReading({ log, now: () => ASKED_AT });
  for (const { id } of places) reading.hear(id, { events: [], malformed: 0, complete: true, pages: 1 }, ASKED_AT);
  await setImmediate();
  for (let from = 0; from < rest.length; from += 5) {
    for (const { id } of places) {
      // Each poll sees a few rows of the one before again.
      const events = rest.slice(Math.max(from - 3, 0), from + 5).filter(({ place }) => place === id);
      reading.hear(id, { events, malformed: 0, complete: true, pages: 1 }, ASKED_AT);
    }
  }
  const before = log.asked.length;
  const input = { text: `who-entered ${DAY}`, asker: MEMBER, channel: ALERTS, trigger: '1.1' };
  const answer = await runCommand(input, { ...ports({ log, places, now: ASKED_AT }), rows: reading }, ASKED_AT);
  assert.equal(log.asked.length, before, 'CLUe was asked for what the memory holds');
  return answer;
}

/** The entries it lists, as the truth is written down. */
const listed = (answer: Awaited<ReturnType<typeof answerAbout>>): readonly string[] =>
  tableOf(answer)
    .map((cells) => cells.join(' '))
    .toSorted();

async function assertTrue(plan: Plan): Promise<void> {
  const day = dayOf(plan);
  const answer = await answerAbout(day);
  assert.deepEqual(listed(answer), day.truth);
  const { length } = day.truth;
  assert.match(answer.text, length === 0 ? /nobody entered/ : new RegExp(`\n${length} entr(?:y|ies) by `));
  assert.doesNotMatch(answer.text, /⚠️|left out|just now/);
  assertWithinLimits('who-entered', answer);
}

const plansOf = (seed: number, amount: number): readonly Plan[] => fc.sample(anyPlan, { seed, numRuns: amount });

describe('on days of which the truth is known, who-entered lists every entry and nothing else', () => {
  for (const seed of [178, 181, 902]) {
    it(`on a hundred and fifty days of seed ${seed}`, async () => {
      await fc.assert(fc.asyncProperty(anyPlan, assertTrue), { seed, numRuns: 150 });
    });
  }

  it('on days that nobody has seen before', async () => {
    await fc.assert(fc.asyncProperty(anyPlan, assertTrue), { numRuns: 50 });
  });

  it('from memory', async () => {
    for (const plan of plansOf(2026, 60)) {
      const day = dayOf(plan);
      assert.deepEqual(listed(await rememberedAbout(day)), day.truth);
    }
  });

  for (const [plays, door] of [
    [PLAIN, 0],
    [WITH_THIRD_PARTY, 1],
  ] as const) {
    for (const what of Object.keys(plays)) {
      it(`where there is only this: ${what}`, async () => {
        for (const [index, arrive] of (['in order', 'in any order', 'hours late'] as const).entries()) {
          const scenes = Array.from({ length: 12 }, (_, luck) => ({ what, luck: luck + index * 100 }));
          const doors = door === 0 ? [scenes, [], []] : [[], scenes, scenes];
          const rest = { beginsMs: 30_000_000, ids: 'hex', knowsThirdParty: false, pageSize: 20, luck: index } as const;
          await assertTrue({ doors, arrive, ...rest });
        }
      });
    }
  }
});

describe('the days themselves', () => {
  const days = plansOf(178, 150).map(dayOf);

  it('hold what a reader can be wrong about', () => {
    const entries = days.reduce((sum, { truth }) => sum + truth.length, 0);
    const asked = days.flatMap(({ rows }) => rows).filter(({ kind }) => kind === 'authenticated').length;
    const relays = days.flatMap(({ rows }) => rows).filter(({ kind }) => kind === 'unlocked').length;
    assert.ok(entries > 1_000, `${entries} entries`);
    assert.ok(asked > entries * 1.2, `${asked} authentications for ${entries} entries`);
    assert.ok(relays > entries * 1.1, `${relays} relays for ${entries} entries`);
  });

  it('are the same days each time', () => {
    assert.deepEqual(plansOf(178, 150).map(dayOf), days);
  });

  it('give doubled rows on the pages of a log that grows while it is read', async () => {
    let doubled = 0;
    for (const { rows, meanwhile, places, pageSize } of days) {
      const given: string[] = [];
      const log = aLog(rows, { cap: pageSize, arriving: meanwhile });
      const page: typeof log.page = async (request) => {
        const answer = await log.page(request);
        if (answer.ok) given.push(...answer.value.events.map(({ id }) => id));
        return answer;
      };
      await clue(`who-entered ${DAY}`, { log: { page }, places, now: ASKED_AT });
      if (given.length > new Set(given).size) doubled += 1;
    }
    assert.ok(doubled >= 30, `${doubled} days`);
  });
});
