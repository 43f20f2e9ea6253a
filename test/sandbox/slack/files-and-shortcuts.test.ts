import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PEOPLE } from '../../../src/sandbox/slack/people.ts';
import { aSlack, connect, type Envelope } from './raw-client.ts';

const user = PEOPLE.admin.id;
const put = (url: unknown, body: string, method = 'POST') =>
  fetch(String(url), { method, ...(method === 'POST' && { body }) }).then(({ status }) => status);

describe('a file', () => {
  it('comes in three steps, and stands in the talk with its comment', async (t) => {
    const slack = await aSlack(t);
    const { body: talk } = await slack.call('conversations.open', { users: user });
    const { id: channel } = talk.channel as { id: string };
    const content = '\ufeff"時刻"\r\n';
    const { body } = await slack.call('files.getUploadURLExternal', {
      filename: 'a.csv',
      length: Buffer.byteLength(content),
    });
    assert.equal(await put(body.upload_url, content), 200);
    const files = [{ id: body.file_id, title: 'A day' }];
    const done = await slack.call('files.completeUploadExternal', {
      files,
      channel_id: channel,
      initial_comment: 'Here',
    });
    assert.equal(done.body.ok, true);
    const [message] = slack.messages(channel);
    assert.equal(message?.text, 'Here');
    assert.deepEqual(
      message?.files?.map(({ name, title, content: held }) => [name, title, held]),
      [['a.csv', 'A day', content]],
    );
    const again = await slack.call('files.completeUploadExternal', { files, channel_id: channel });
    assert.equal(again.body.error, 'file_not_found', 'once');
  });

  it('is refused without its name, its length, all its bytes, its scope, and in a place that is no channel', async (t) => {
    const slack = await aSlack(t);
    const errorOf = async (method: string, args: object) => (await slack.call(method, args)).body.error;
    assert.equal(await errorOf('files.getUploadURLExternal', { length: 3 }), 'invalid_arguments');
    assert.equal(await errorOf('files.getUploadURLExternal', { filename: 'a', length: 0 }), 'invalid_arguments');
    const { body } = await slack.call('files.getUploadURLExternal', { filename: 'a', length: 3 });
    const files = [{ id: body.file_id }];
    assert.equal(await put(body.upload_url, 'four'), 400);
    assert.equal(await put(body.upload_url, '', 'GET'), 405);
    assert.equal(await put(`${body.upload_url}0`, 'abc'), 404);
    const share = { files, channel_id: 'C0ALERTS' };
    assert.equal(await errorOf('files.completeUploadExternal', share), 'file_not_found');
    assert.equal(await put(body.upload_url, 'abc'), 200);
    assert.equal(await put(body.upload_url, 'abc'), 404, 'once');
    assert.equal(await errorOf('files.completeUploadExternal', { files, channel_id: user }), 'channel_not_found');
    assert.equal(await errorOf('files.completeUploadExternal', { files: [] }), 'invalid_arguments');
    const poor = await aSlack(t, { scopes: ['chat:write'] });
    const { body: refused } = await poor.call('files.getUploadURLExternal', { filename: 'a', length: 3 });
    assert.equal(refused.error, 'missing_scope');
  });
});

describe('a message’s shortcut', () => {
  it('hands on the message with its metadata, and is answered to who picked it alone', async (t) => {
    const slack = await aSlack(t);
    const seen: Envelope[] = [];
    await connect(slack, (envelope, ack) => {
      seen.push(envelope);
      ack();
    });
    const metadata = { event_type: 'card', event_payload: { incident: 'i-1' } };
    const { ts } = (await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'One failure', metadata })).body;
    const picked = { user, channel: 'C0ALERTS', ts, shortcut: 'what-happened-then' };
    const run = await slack.pick(picked);
    const { payload } = seen[0] ?? assert.fail('nothing came');
    assert.equal(payload.type, 'message_action');
    assert.equal(payload.callback_id, 'what-happened-then');
    assert.deepEqual((payload.message as { metadata: unknown }).metadata, metadata);
    const body = JSON.stringify({ text: 'This happened', response_type: 'ephemeral' });
    await fetch(payload.response_url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    await run.answered();
    assert.deepEqual(
      slack.ephemerals({ user }).map(({ text }) => text),
      ['This happened'],
    );
    await assert.rejects(slack.pick({ ...picked, shortcut: 'another' }), /no message shortcut another/);
    await assert.rejects(slack.pick({ ...picked, ts: '1.000001' }), /sees no message/);
  });
});
