import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openRooms } from '../../src/rooms.ts';
import type { Stage } from '../support/bot.ts';
import { ADMIN, aHouse, letIn, NIGHT, OPERATOR, PLANTED, seenBy, typed } from './people.ts';

const rooms = openRooms();
after(() => rooms.close());

/** People whose names both hold an `an`. */
async function twoAreLetIn(one: Stage): Promise<void> {
  for (const [userId, userName] of [
    ['KEY1', 'Anna Stone'],
    ['KEY2', 'Andy Baker'],
  ] as const) {
    const row = { doorId: 190, deviceId: 190, doorName: 'side', userId, userName, eventType: 'DEV_FACE_AUTH_SUCCESS' };
    one.clue.place(178).append(row);
  }
  await letIn(one);
}

describe('looking somebody up', { concurrency: true }, () => {
  it('takes a reason in every question about a person, where one is asked for, and is kept with it', async () => {
    const one = await aHouse(rooms, { env: { LOOKUP_REASON: 'required' } });
    await one.startBot();
    await letIn(one);
    const questions = ['recent person:Plant', 'who-entered Plant', 'subscribe entries person:Plant'];
    for (const question of questions) {
      const asked = await typed(one, OPERATOR, `/clue ${question}`, NIGHT);
      assert.match(asked, /takes a reason/, question);
      assert.doesNotMatch(asked, PLANTED, question);
    }
    assert.match(
      await typed(one, OPERATOR, '/clue subscriptions', NIGHT),
      /hears nothing/,
      'nothing was subscribed to',
    );
    assert.match(await typed(one, ADMIN, '/clue audit Plant'), /No question/);
    for (const question of questions) {
      assert.match(await typed(one, OPERATOR, `/clue ${question} reason:"lost card"`, NIGHT), PLANTED, question);
    }
    assert.match(await typed(one, ADMIN, '/clue audit Plant'), /3 questions/);
  });

  it('is kept though nothing was found', async () => {
    const one = await aHouse(rooms);
    await one.startBot();
    await letIn(one);
    await typed(one, OPERATOR, '/clue recent person:Plant yesterday');
    await typed(one, OPERATOR, '/clue who-entered Plant yesterday');
    assert.match(await typed(one, ADMIN, '/clue audit Plant'), /2 questions/);
  });

  it('by a part of a name is kept, too, with everybody who was offered', async () => {
    const one = await aHouse(rooms);
    await one.startBot();
    await twoAreLetIn(one);
    for (const question of ['recent', 'who-entered']) {
      assert.match(await typed(one, OPERATOR, `/clue ${question} person:an`), /Anna Stone.*Andy Baker/);
    }
    assert.match(await typed(one, ADMIN, '/clue audit Anna'), /2 questions.*\n.*person:an/);
  });

  it('by a part of a name takes a reason where one is asked for', async () => {
    const one = await aHouse(rooms, { env: { LOOKUP_REASON: 'required' } });
    await one.startBot();
    await twoAreLetIn(one);
    for (const question of ['recent', 'who-entered', 'subscribe entries', 'unsubscribe entries', 'rehearse entries']) {
      assert.match(await typed(one, OPERATOR, `/clue ${question} person:an`), /takes a reason/, question);
    }
    assert.doesNotMatch(seenBy(one, OPERATOR), /Anna Stone|KEY1/);
    assert.match(await typed(one, OPERATOR, '/clue recent person:an reason:x'), /Anna Stone.*Andy Baker/);
  });
});
