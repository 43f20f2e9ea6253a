import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openAuditLog } from '../../src/audit-log.ts';
import { after, type Instant, personId } from '../../src/door/ids.ts';
import { StoreError } from '../../src/store/errors.ts';
import { at } from '../support/rows.ts';

const DAY_MS = 86_400_000;

/** A store in memory whose values are copies, as those of a file are; it can fail. */
function aStore() {
  const values = new Map<string, string>();
  let fails = false;
  return {
    values,
    fail: (does: boolean) => {
      fails = does;
    },
    load: async (name: string): Promise<unknown> => {
      const value = values.get(name);
      return value === undefined ? undefined : JSON.parse(value);
    },
    save: async (name: string, value: unknown) => {
      if (fails) throw new StoreError('no room');
      values.set(name, JSON.stringify(value));
    },
    remove: async (name: string) => {
      values.delete(name);
    },
    names: async () => [...values.keys()],
  };
}

function aClock(start: Instant = at('09:00:00')) {
  let time = start;
  return { now: () => time, pass: (ms: number) => (time = after(time, ms)) };
}
const log = { warn: () => {} };
const question = (asked: string, rows = 1) => ({ user: 'U1', asked, rows });

describe('the audit log', () => {
  it('keeps who asked what, why, and how many rows were named, newest first, also over a restart', async () => {
    const store = aStore();
    const { now, pass } = aClock();
    const audit = await openAuditLog({ store, now, log });
    await audit.note({ ...question('/clue recent', 3), reason: 'lost card', people: [personId('7')] });
    pass(1_000);
    await audit.note(question('/clue who-entered'));
    const again = await openAuditLog({ store, now, log });
    pass(1_000);
    await again.note(question('home'));
    assert.deepEqual(
      (await again.read({})).map(({ asked }) => asked),
      ['home', '/clue who-entered', '/clue recent'],
    );
    assert.partialDeepStrictEqual((await again.read({ person: personId('7') }))[0], { reason: 'lost card', rows: 3 });
    assert.equal((await again.read({ user: 'U2' })).length, 0);
    assert.equal((await again.read({ from: after(at('09:00:00'), 500), to: after(at('09:00:00'), 1_500) })).length, 1);
  });

  it('keeps each question for 400 days, and then no longer in the store either', async () => {
    const store = aStore();
    const { now, pass } = aClock();
    const audit = await openAuditLog({ store, now, log });
    await audit.note(question('old'));
    pass(400 * DAY_MS - 1);
    await audit.note(question('young'));
    assert.deepEqual(
      (await audit.read({})).map(({ asked }) => asked),
      ['young', 'old'],
    );
    pass(1);
    assert.deepEqual(
      (await audit.read({})).map(({ asked }) => asked),
      ['young'],
    );
    pass(DAY_MS);
    await audit.note(question('new'));
    assert.ok(![...store.values.values()].some((value) => value.includes('"old"')), 'the store has forgotten it');
  });

  it('is forgotten at the start, too, where the bot was down when its time came', async () => {
    const store = aStore();
    const { now, pass } = aClock();
    await (await openAuditLog({ store, now, log })).note(question('old'));
    await (await openAuditLog({ store, now, log })).note(question('old too'));
    pass(3 * DAY_MS);
    await (await openAuditLog({ store, now, log })).note(question('young'));
    pass(399 * DAY_MS);
    await openAuditLog({ store, now, log });
    assert.equal(store.values.size, 1);
  });

  it('writes a short page with each question, whatever a day holds, and lets none go that is young enough', async () => {
    const store = aStore();
    const { now, pass } = aClock();
    const audit = await openAuditLog({ store, now, log, pageOf: 5 });
    for (let i = 0; i < 43; i += 1) {
      pass(1_000);
      await audit.note(question(`q${i}`));
    }
    assert.equal(store.values.size, 9);
    for (const value of store.values.values()) assert.ok(JSON.parse(value).length <= 5);
    const kept = (await audit.read({})).map(({ asked }) => asked);
    assert.equal(kept[0], 'q42');
    assert.equal(kept.length, 43);
  });

  it('loses none of many that come at once, and keeps their order where the clock is put back', async () => {
    const store = aStore();
    const { now, pass } = aClock();
    const audit = await openAuditLog({ store, now, log, pageOf: 7 });
    await Promise.all(Array.from({ length: 50 }, (_, i) => audit.note(question(`q${i}`))));
    pass(-2 * DAY_MS);
    await audit.note(question('before'));
    assert.equal((await (await openAuditLog({ store, now, log })).read({})).length, 51);
  });

  it('says so when a question cannot be kept, and keeps the next', async () => {
    const store = aStore();
    const { now } = aClock();
    const audit = await openAuditLog({ store, now, log });
    store.fail(true);
    await assert.rejects(audit.note(question('lost')));
    store.fail(false);
    await audit.note(question('kept'));
    assert.deepEqual(
      (await audit.read({})).map(({ asked }) => asked),
      ['kept'],
    );
  });

  it('holds no text that is longer than needed', async () => {
    const { now } = aClock();
    const audit = await openAuditLog({ store: aStore(), now, log });
    await audit.note({ ...question('x'.repeat(9_000)), reason: 'y'.repeat(9_000) });
    const [entry] = await audit.read({});
    assert.deepEqual([entry?.asked.length, entry?.reason?.length], [300, 300]);
  });
});
