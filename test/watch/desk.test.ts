import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '../../src/door/ids.ts';
import { openDesk } from '../../src/watch/desk.ts';

type Sum = { readonly sum: number };

function adding(save: (value: unknown) => Promise<void>, saveDeadlineMs = 5_000) {
  const ran: number[] = [];
  const desk = openDesk<Sum, number, number>({
    name: 'sum',
    initial: { sum: 0 },
    update: (state, message) =>
      message === 0 ? { state, effects: [0] } : { state: { sum: state.sum + message }, effects: [message] },
    store: { save: (_, value) => save(value) },
    now: () => instant(0),
    run: (effect) => ran.push(effect),
    saveDeadlineMs,
  });
  return { desk, ran };
}

describe('a desk', () => {
  it('saves before it runs what follows', async () => {
    const order: string[] = [];
    const { desk, ran } = adding(async () => {
      order.push(`saved, ${ran.length} effects so far`);
    });
    await desk.send(1);
    assert.deepEqual([order, ran, desk.state()], [['saved, 0 effects so far'], [1], { sum: 1 }]);
  });

  it('dates a message by when it was sent, however long the save before it takes', async () => {
    let clock = 1_000;
    const dates: number[] = [];
    const slow = Promise.withResolvers<void>();
    const desk = openDesk<Sum, number, never>({
      name: 'sum',
      initial: { sum: 0 },
      update: (state, message, now) => {
        dates.push(now);
        return { state: { sum: state.sum + message }, effects: [] };
      },
      store: { save: () => slow.promise },
      now: () => instant(clock),
      run: () => {},
    });
    const first = desk.send(1);
    clock = 2_000;
    const second = desk.send(2);
    clock = 62_000;
    slow.resolve();
    await Promise.all([first, second]);
    assert.deepEqual(dates, [1_000, 2_000]);
  });

  it('loses no message of many sent at once', async () => {
    const { desk } = adding(async () => {});
    await Promise.all(Array.from({ length: 100 }, () => desk.send(1)));
    assert.equal(desk.state().sum, 100);
  });

  it('keeps the old value and runs nothing when saving fails, and goes on with the next message', async () => {
    let isBroken = true;
    const { desk, ran } = adding(async () => {
      if (isBroken) throw new Error('disk full');
    });
    await assert.rejects(desk.send(1), /disk full/);
    assert.deepEqual([desk.state(), ran], [{ sum: 0 }, []]);
    isBroken = false;
    await desk.send(2);
    assert.deepEqual([desk.state(), ran], [{ sum: 2 }, [2]]);
  });

  it('does not write a value that did not change', async () => {
    let saves = 0;
    const { desk, ran } = adding(async () => {
      saves += 1;
    });
    await desk.send(0);
    assert.deepEqual([saves, ran], [0, [0]]);
  });

  it('saves what waits at the same time once, and others have their turn before it', async () => {
    const saved: unknown[] = [];
    const order: string[] = [];
    const { desk, ran } = adding(async (value) => {
      saved.push(value);
      order.push('saved');
    });
    const sent = Promise.all([1, 2, 3].map((one) => desk.send(one)));
    setImmediate(() => order.push('another'));
    await sent;
    assert.deepEqual([saved, ran, order], [[{ sum: 6 }], [1, 2, 3], ['another', 'saved']]);
  });

  it('gives up a save that does not end, says so, and handles the next message', async () => {
    const { desk, ran } = adding(() => new Promise(() => {}), 20);
    await assert.rejects(desk.send(1), /did not take a value within 20 ms/);
    assert.deepEqual([desk.state(), ran], [{ sum: 0 }, []]);
    await assert.rejects(desk.send(2), /has not taken the value before this one/);
    assert.deepEqual(await desk.send(0), { sum: 0 }, 'what changes nothing needs no store');
  });

  it('never lets a save that was given up overwrite a newer one', async () => {
    const stored: unknown[] = [];
    const first = Promise.withResolvers<void>();
    let saves = 0;
    const { desk } = adding(async (value) => {
      saves += 1;
      if (saves === 1) await first.promise;
      stored.push(value);
    }, 20);
    await assert.rejects(desk.send(1), /did not take a value/);
    await assert.rejects(desk.send(10), /before this one/);
    first.resolve();
    await first.promise;
    await new Promise(setImmediate);
    await desk.send(100);
    assert.deepEqual(stored, [{ sum: 1 }, { sum: 100 }]);
    assert.deepEqual(desk.state(), { sum: 100 });
  });

  it('is done in the end though a save never is', async () => {
    const { desk } = adding(() => new Promise(() => {}), 20);
    desk.send(1).catch(() => undefined);
    await desk.idle();
    assert.deepEqual(desk.state(), { sum: 0 });
  });

  it('saves once what came while it was saving, and runs what follows in order', async () => {
    const saved: unknown[] = [];
    const { desk, ran } = adding(async (value) => {
      saved.push(value);
      await new Promise((resolve) => setImmediate(resolve));
    });
    const first = desk.send(1);
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([first, ...Array.from({ length: 100 }, (_, at) => desk.send(at + 2))]);
    assert.deepEqual(saved, [{ sum: 1 }, { sum: 5_151 }]);
    assert.deepEqual(ran, [...Array.from({ length: 101 }, (_, at) => at + 1)]);
  });

  it('lets one message that cannot be handled spoil no other', async () => {
    const desk = openDesk<Sum, number, number>({
      name: 'sum',
      initial: { sum: 0 },
      update: (state, message) => {
        if (message === 13) throw new TypeError('not 13');
        return { state: { sum: state.sum + message }, effects: [] };
      },
      store: { save: async () => {} },
      now: () => instant(0),
      run: () => {},
    });
    const [one, spoiled, two] = await Promise.allSettled([desk.send(1), desk.send(13), desk.send(2)]);
    assert.deepEqual([one.status, spoiled.status, two.status], ['fulfilled', 'rejected', 'fulfilled']);
    assert.equal(desk.state().sum, 3);
  });
});
