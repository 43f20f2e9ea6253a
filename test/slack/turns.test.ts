import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Step } from '../../src/incident/card.ts';
import { createTurns, NEVER, PACE } from '../../src/slack/turns.ts';

const POST: Step = { do: 'post', generation: 0, revision: 1 };
const UPDATE: Step = { do: 'update', ts: '1.1', generation: 0, revision: 2 };
const FIND: Step = { do: 'find', part: 'card', generation: 0, from: 0 as never };
const lane = () => ({ notBefore: 0, lastPostAt: NEVER });
const job = () => ({ notBefore: 0, touchedAt: NEVER });

describe('turns', () => {
  it('give a channel one post a second', () => {
    const turns = createTurns(PACE);
    const one = lane();
    assert.equal(turns.at(POST, one, job(), 'calm', 5_000), 0);
    turns.begun(POST, one, 5_000);
    turns.done('answered', 5_100);
    assert.equal(turns.at(POST, one, job(), 'calm', 5_100), 6_000);
    assert.equal(turns.at(POST, lane(), job(), 'calm', 5_100), 0);
  });

  it('keep the last of forty updates a minute for what is severe', () => {
    const turns = createTurns(PACE);
    for (let count = 0; count < 28; count += 1) {
      turns.begun(UPDATE, lane(), count);
      turns.done('answered', count);
    }
    assert.equal(turns.at(UPDATE, lane(), job(), 'calm', 100), 60_000);
    assert.equal(turns.at(UPDATE, lane(), job(), 'severe', 100), 0);
    for (let count = 28; count < 40; count += 1) {
      turns.begun(UPDATE, lane(), count);
      turns.done('answered', count);
    }
    assert.equal(turns.at(UPDATE, lane(), job(), 'severe', 100), 60_000);
  });

  it('let one lane look whether Slack is back, a little later each time, while the others wait', () => {
    const turns = createTurns(PACE);
    turns.begun(POST, lane(), 0);
    turns.done('away', 10);
    assert.equal(turns.at(POST, lane(), job(), 'calm', 10), 1_010);
    turns.begun(POST, lane(), 1_010);
    assert.ok(turns.at(POST, lane(), job(), 'calm', 1_020) > 1_020, 'somebody looks already');
    turns.done('away', 1_030);
    assert.equal(turns.at(POST, lane(), job(), 'calm', 1_030), 3_030);
    turns.begun(POST, lane(), 3_030);
    turns.done('answered', 3_050);
    assert.equal(turns.at(POST, lane(), job(), 'calm', 3_050), 0);
  });

  it('hold up no alert when a search must wait', () => {
    const turns = createTurns(PACE);
    turns.askedToWait(FIND, lane(), 60_000);
    assert.equal(turns.at(FIND, lane(), job(), 'calm', 0), 60_000);
    assert.equal(turns.at(POST, lane(), job(), 'calm', 0), 0);
  });
});
