import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MATRIX, WAITS } from './matrix.ts';
import { playScenario } from './play.ts';

/** The quick ones; the whole matrix is `npm run faults`. */
const QUICK = ['lost-answer', 'session-lost-while-paging'];
const SEED = 20;

describe('the faults that are quick to play', { concurrency: true }, () => {
  for (const scenario of MATRIX.filter(({ name }) => QUICK.includes(name))) {
    it(`${scenario.name}: nothing lost, nothing twice`, async () => {
      const { verdict, lines } = await playScenario(scenario, SEED);
      const { lost, twice, broken, owed, seen } = verdict;
      assert.deepEqual({ lost, twice, broken }, { lost: [], twice: [], broken: [] }, lines.join('\n'));
      assert.ok(owed > 0 && seen === owed, `${seen} of ${owed} cards`);
    });
  }
});

describe('the matrix', () => {
  it('names each fault once', () => {
    const names = [...MATRIX, ...WAITS.map((one) => one.scenario)].map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    for (const name of QUICK) assert.ok(names.includes(name), name);
  });
});
