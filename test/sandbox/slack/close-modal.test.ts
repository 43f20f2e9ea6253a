import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { PEOPLE } from '../../../src/sandbox/slack/people.ts';
import { aSlack, connect, type Envelope, section } from './raw-client.ts';

const user = PEOPLE.admin.id;

/** A person with a modal before them, and what the bot has heard since. */
async function aModal(t: TestContext, more: object = {}) {
  const slack = await aSlack(t);
  const heard: Envelope[] = [];
  await connect(slack, (envelope, ack) => {
    heard.push(envelope);
    ack();
  });
  await slack.type({ user, channel: 'C0ALERTS', text: '/clue mute' });
  const view = { type: 'modal', title: { type: 'plain_text', text: 'Mute' }, blocks: [section('Which?')], ...more };
  const opened = await slack.call('views.open', { trigger_id: heard[0]?.payload.trigger_id, view });
  assert.equal(opened.body.ok, true);
  return { slack, heard };
}

describe('A person closes a modal', () => {
  it('and the bot hears nothing of it', async (t) => {
    const { slack, heard } = await aModal(t);
    await slack.closeModal(user);
    assert.deepEqual([slack.modals(user).length, heard.length], [0, 1]);
    await assert.rejects(slack.closeModal(user), /no modal before them/);
  });

  it('and the bot hears of it where the modal asks for that', async (t) => {
    const { slack, heard } = await aModal(t, { notify_on_close: true });
    await slack.closeModal(user);
    assert.deepEqual([slack.modals(user).length, heard.at(-1)?.payload.type], [0, 'view_closed']);
  });
});
