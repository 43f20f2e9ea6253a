import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, type Instant } from '../../src/door/ids.ts';
import { owesReminder } from '../../src/incident/answers.ts';
import { NEW_HOUSE, updateHouse } from '../../src/incident/house.ts';
import { houseValue } from '../../src/store/values.ts';
import { ALERTS } from '../support/place-spec.ts';
import { at } from '../support/rows.ts';

const SEEN = at('03:12:00');
const TOLD = at('03:12:02');
const tsOf = (moment: Instant): string => String(moment / 1_000);
const minutes = (count: number): Instant => after(TOLD, count * 60_000);

describe('what the bot is blind to', () => {
  const refused = updateHouse(
    NEW_HOUSE,
    {
      kind: 'session-refused',
      why: 'wrong-password',
      since: SEEN,
      subscriptions: [{ channel: ALERTS, id: 'ops', topics: ['blind'] }],
    },
    SEEN,
  ).state;
  const [trouble] = refused.incidents;
  assert.ok(trouble !== undefined);
  const standing = updateHouse(
    refused,
    { kind: 'card', incident: trouble.id, channel: ALERTS, outcome: { kind: 'posted', ts: tsOf(TOLD), revision: 1 } },
    TOLD,
  ).state;

  it('rings once more while it goes on and nobody has it, and not when it is over', () => {
    assert.ok(owesReminder(standing.incidents, minutes(15)));
    const over = updateHouse(standing, { kind: 'session-works' }, minutes(10)).state;
    assert.ok(!owesReminder(over.incidents, minutes(15)));
    const mine = updateHouse(standing, { kind: 'taken', incident: trouble.id, by: 'U0HANA' }, minutes(5));
    assert.ok(!owesReminder(mine.state.incidents, minutes(15)));
    assert.partialDeepStrictEqual(mine.effects, [{ kind: 'tell', incident: trouble.id }]);
  });

  it('is remembered with its answers', () => {
    const next = updateHouse(standing, { kind: 'taken', incident: trouble.id, by: 'U0HANA' }, minutes(5)).state;
    assert.deepEqual(houseValue.parse(JSON.parse(JSON.stringify(next))), next);
  });
});
