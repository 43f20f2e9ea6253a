import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { earlyRefusals } from '../../src/clue/attempts.ts';
import { after } from '../../src/door/ids.ts';
import { aWorld, HOUR, MINUTE, NEWEST, NINE, SECOND } from './support/given.ts';

describe('a wrong clock', () => {
  it('hours ahead or behind, jumping at every tick, costs a login or two and no storm', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    let { client } = await start();
    for (let tick = 0; tick < 60; tick += 1) {
      const trueTime = after(NINE, tick * 5 * SECOND);
      clock.now = after(trueTime, [0, 5 * HOUR, -5 * HOUR][tick % 3] ?? 0);
      if (tick % 10 === 0) ({ client } = await start());
      await client.page(NEWEST);
    }
    assert.ok(clue.logins() <= 2, `${clue.logins()} logins`);
  });

  it('that was set back five hours keeps the session until CLUe refuses it', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    await (await start()).client.page(NEWEST);
    clock.forward(-5 * HOUR);
    const { client, session } = await start();
    assert.ok((await client.page(NEWEST)).ok);
    assert.equal(clue.logins(), 1);
    clue.valid.clear();
    assert.ok((await client.page(NEWEST)).ok);
    assert.equal(clue.logins(), 2);
    assert.equal(session.status().kind, 'active');
  });

  it('that was set back holds a waiting login for a minute, not for hours', async (t) => {
    const { clue, clock, start } = await aWorld(t);
    const { session } = await start();
    clue.onLogin = () => ({ status: 500 });
    await session.token();
    clock.forward(-5 * HOUR);
    const until = after(clock.now, MINUTE);
    assert.deepEqual(await session.token(), { ok: false, problem: { kind: 'login-waits', until } });
    clock.forward(MINUTE);
    await session.token();
    assert.equal(clue.logins(), 2);
  });

  it('that was set back since a token came tells nothing of how early it was refused', () => {
    const record = { version: 1, fingerprint: { salt: 's', hash: 'h' }, earlyRefusals: [] } as const;
    const token = { access: 'a', lifeMs: HOUR, by: 'login', refused: false } as const;
    const before = { ...record, earlyRefusals: [after(NINE, HOUR), after(NINE, -MINUTE)] };
    assert.deepEqual(earlyRefusals(before, { ...token, gotAt: after(NINE, MINUTE) }, NINE), [after(NINE, -MINUTE)]);
    assert.deepEqual(earlyRefusals({ ...record, earlyRefusals: [] }, { ...token, gotAt: after(NINE, -MINUTE) }, NINE), [
      NINE,
    ]);
  });
});
