import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PEOPLE } from '../../../src/sandbox/slack/people.ts';
import { aSlack, section } from './raw-client.ts';

const metadata = {
  event_type: 'incident',
  event_payload: { incident: 'i-1', part: 'card', generation: 2, open: true },
};

describe('A bot speaks in the sandbox Slack', () => {
  it('posts by JSON and by form, and both stand in the channel in order', async (t) => {
    const slack = await aSlack(t);
    const json = await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'one', blocks: [section('One')] });
    const form = await slack.call(
      'chat.postMessage',
      { channel: 'C0ALERTS', text: 'two', blocks: [section('Two')] },
      { form: true },
    );
    assert.equal(json.body.ok, true);
    assert.equal(form.body.ok, true);
    const standing = slack.messages('C0ALERTS');
    assert.deepEqual(
      standing.map((message) => message.text),
      ['one', 'two'],
    );
    assert.ok(Number(form.body.ts) > Number(json.body.ts));
    assert.match(String(standing[1]?.blocks?.[0]?.block_id), /^.{5}$/);
    assert.equal(standing[0]?.bot_id, slack.botId);
  });

  it('takes the token from a form, but not from a JSON body', async (t) => {
    const slack = await aSlack(t);
    const args = { token: slack.botToken };
    assert.equal((await slack.call('auth.test', args, { token: null, form: true })).body.ok, true);
    assert.equal((await slack.call('auth.test', args, { token: null })).body.error, 'not_authed');
  });

  it('names what is wrong with a token, a method or a body', async (t) => {
    const slack = await aSlack(t);
    const error = async (...args: Parameters<typeof slack.call>) => (await slack.call(...args)).body.error;
    assert.equal(await error('auth.test', {}, { token: 'xoxb-wrong' }), 'invalid_auth');
    assert.equal(await error('auth.test', {}, { token: null }), 'not_authed');
    assert.equal(await error('apps.connections.open'), 'not_allowed_token_type');
    assert.equal(await error('auth.test', {}, { token: slack.appToken }), 'not_allowed_token_type');
    assert.equal(await error('chat.shout'), 'unknown_method');
    assert.equal(await error('team.info'), 'missing_scope');
    const headers = { Authorization: `Bearer ${slack.botToken}`, 'Content-Type': 'application/json' };
    const broken = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', headers, body: '{"a":' });
    assert.equal(((await broken.json()) as { error: string }).error, 'invalid_json');
  });

  const REFUSED: readonly (readonly [string, object, string])[] = [
    ['an unknown channel', { channel: 'C0NOWHERE', text: 'a' }, 'channel_not_found'],
    ['a channel without the bot', { channel: 'C0GENERAL', text: 'a' }, 'not_in_channel'],
    ['a private channel without the bot', { channel: 'C0SECRET', text: 'a' }, 'channel_not_found'],
    ['an archived channel', { channel: 'C0OLD', text: 'a' }, 'is_archived'],
    ['no channel', { text: 'a' }, 'invalid_arguments'],
    ['no text', { channel: 'C0ALERTS', text: '' }, 'no_text'],
    ['bad blocks', { channel: 'C0ALERTS', text: 'a', blocks: [{ type: 'marquee' }] }, 'invalid_blocks'],
    ['blocks that are no list', { channel: 'C0ALERTS', text: 'a', blocks: '{' }, 'invalid_blocks_format'],
    ['a thread that is not there', { channel: 'C0ALERTS', text: 'a', thread_ts: '1.000001' }, 'thread_not_found'],
    [
      'metadata without a type',
      { channel: 'C0ALERTS', text: 'a', metadata: { event_payload: {} } },
      'invalid_metadata_format',
    ],
    [
      'metadata that is not flat',
      { channel: 'C0ALERTS', text: 'a', metadata: { event_type: 'a', event_payload: { door: { id: 1 } } } },
      'invalid_metadata_format',
    ],
  ];
  for (const [what, args, error] of REFUSED) {
    it(`is refused with ${error} for ${what}`, async (t) => {
      const slack = await aSlack(t);
      slack.addChannel({ id: 'C0SECRET', is_private: true, is_member: false });
      slack.addChannel({ id: 'C0OLD', is_archived: true });
      const { status, body } = await slack.call('chat.postMessage', args);
      assert.deepEqual([status, body.ok, body.error], [200, false, error]);
      assert.deepEqual(
        slack.channels().flatMap((channel) => slack.messages(channel.id)),
        [],
      );
      assert.equal(slack.journal().at(-1)?.error, error);
    });
  }

  it('hears where its layout is wrong', async (t) => {
    const slack = await aSlack(t);
    const { body } = await slack.call('chat.postMessage', {
      channel: 'C0ALERTS',
      text: 'a',
      blocks: [{ type: 'section', text: 'a' }],
    });
    const { messages } = body.response_metadata as { messages: string[] };
    assert.equal(messages[0], '[ERROR] failed to match all allowed schemas [json-pointer:/blocks/0/text]');
    assert.equal((await slack.waitFor((news) => news.find((one) => one.kind === 'refused'))).error, 'invalid_blocks');
  });

  it('has its text cut at 40,000 characters', async (t) => {
    const slack = await aSlack(t);
    await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'x'.repeat(40_001) });
    assert.equal(slack.messages('C0ALERTS')[0]?.text.length, 40_000);
  });

  it('changes its own message: new text takes old blocks away, new blocks leave the text and the metadata', async (t) => {
    const slack = await aSlack(t);
    const { ts } = (
      await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'one', blocks: [section('One')], metadata })
    ).body;
    await slack.call('chat.update', { channel: 'C0ALERTS', ts, blocks: [section('Two')] });
    const [withBlocks] = slack.messages('C0ALERTS');
    assert.equal(withBlocks?.text, 'one');
    assert.deepEqual(withBlocks?.metadata, metadata);
    assert.equal(withBlocks?.edited?.user, slack.botUserId);
    await slack.call('chat.update', { channel: 'C0ALERTS', ts, text: 'three', metadata: {} });
    const [plain] = slack.messages('C0ALERTS');
    assert.deepEqual([plain?.text, plain?.blocks, plain?.metadata, plain?.ts], ['three', undefined, undefined, ts]);
  });

  it('cannot change or delete what is gone, not its own, or too long', async (t) => {
    const slack = await aSlack(t);
    const { posted } = await slack.type({ user: PEOPLE.admin.id, channel: 'C0ALERTS', text: 'Good morning' });
    const own = (await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'one' })).body.ts;
    const error = async (method: string, args: object) =>
      (await slack.call(method, { channel: 'C0ALERTS', ...args })).body.error;
    assert.equal(await error('chat.update', { ts: posted?.ts, text: 'a' }), 'cant_update_message');
    assert.equal(await error('chat.delete', { ts: posted?.ts }), 'cant_delete_message');
    assert.equal(await error('chat.update', { ts: own, text: 'x'.repeat(4001) }), 'msg_too_long');
    assert.equal(await error('chat.update', { ts: own }), 'no_text');
    slack.deleteMessage('C0ALERTS', own);
    assert.equal(await error('chat.update', { ts: own, text: 'a' }), 'message_not_found');
  });

  it('gives metadata back only to who asks for all of it', async (t) => {
    const slack = await aSlack(t);
    await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'one', metadata });
    const read = async (more: object) =>
      (await slack.call('conversations.history', { channel: 'C0ALERTS', ...more }, { form: true })).body.messages as {
        metadata?: unknown;
      }[];
    assert.equal((await read({}))[0]?.metadata, undefined);
    assert.deepEqual((await read({ include_all_metadata: true }))[0]?.metadata, metadata);
  });

  it('reads history newest first, page by page, within its span, without replies', async (t) => {
    let now = 1_700_000_000_000;
    const slack = await aSlack(t, { now: () => now });
    const stamps: string[] = [];
    for (const text of ['a', 'b', 'c', 'd']) {
      now += 1000;
      stamps.push((await slack.call('chat.postMessage', { channel: 'C0ALERTS', text })).body.ts);
    }
    const [first = '', second = '', third = ''] = stamps;
    await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'reply', thread_ts: first });
    await slack.call('chat.postMessage', {
      channel: 'C0ALERTS',
      text: 'worse',
      thread_ts: first,
      reply_broadcast: true,
    });
    type Page = {
      messages: { text: string; reply_count?: number }[];
      has_more: boolean;
      response_metadata: { next_cursor: string };
    };
    const read = async (args: object) =>
      (await slack.call('conversations.history', { channel: 'C0ALERTS', ...args })).body as unknown as Page;
    const texts = (page: Page) => page.messages.map((message) => message.text).join('');
    assert.equal(texts(await read({})), 'worsedcba');
    assert.equal((await read({})).messages.at(-1)?.reply_count, 2);
    const page = await read({ limit: 2 });
    assert.deepEqual([texts(page), page.has_more], ['worsed', true]);
    assert.equal(texts(await read({ limit: 2, cursor: page.response_metadata.next_cursor })), 'cb');
    assert.equal(texts(await read({ oldest: first, latest: third })), 'b');
    assert.equal(texts(await read({ oldest: first, latest: third, inclusive: true })), 'cba');
    assert.equal(texts(await read({ oldest: second, latest: second, inclusive: true, limit: 1 })), 'b');
    const replies = (await slack.call('conversations.replies', { channel: 'C0ALERTS', ts: first }))
      .body as unknown as Page;
    assert.equal(texts(replies), 'areplyworse');
  });

  it('leaves a tombstone where a message with replies is deleted', async (t) => {
    const slack = await aSlack(t);
    const { ts } = (await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'one' })).body;
    await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'reply', thread_ts: ts });
    await slack.call('chat.delete', { channel: 'C0ALERTS', ts });
    assert.deepEqual(
      slack.messages('C0ALERTS').map((message) => message.text),
      ['reply'],
    );
    const { messages } = (await slack.call('conversations.history', { channel: 'C0ALERTS' })).body as unknown as {
      messages: { subtype: string }[];
    };
    assert.deepEqual(
      messages.map((message) => message.subtype),
      ['tombstone'],
    );
    assert.equal(
      (await slack.call('chat.update', { channel: 'C0ALERTS', ts, text: 'a' })).body.error,
      'message_not_found',
    );
  });

  it('whispers to somebody in the channel, and to nobody else', async (t) => {
    const slack = await aSlack(t);
    const whisper = async (user: string) =>
      (await slack.call('chat.postEphemeral', { channel: 'C0ALERTS', user, text: 'psst' })).body;
    assert.equal((await whisper(PEOPLE.guest.id)).ok, true);
    assert.equal((await whisper(PEOPLE.stranger.id)).error, 'user_not_in_channel');
    assert.deepEqual(
      slack.ephemerals({ user: PEOPLE.guest.id }).map((one) => one.text),
      ['psst'],
    );
    assert.deepEqual(slack.messages('C0ALERTS'), []);
  });

  it('reads nothing for which it has no scope', async (t) => {
    const slack = await aSlack(t, { scopes: ['chat:write'] });
    const { body } = await slack.call('conversations.history', { channel: 'C0ALERTS' });
    assert.deepEqual([body.error, body.needed], ['missing_scope', 'channels:history']);
  });

  it('learns who somebody is: zone, language, guest, other company', async (t) => {
    const slack = await aSlack(t, { now: () => Date.parse('2026-07-01T00:00:00Z') });
    const info = async (user: string) =>
      (await slack.call('users.info', { user, include_locale: true })).body.user as Record<string, unknown>;
    const admin = await info(PEOPLE.admin.id);
    assert.deepEqual(
      [admin.tz_offset, admin.locale, admin.is_admin, admin.team_id],
      [32_400, 'ja-JP', true, slack.teamId],
    );
    const guest = await info(PEOPLE.guest.id);
    assert.deepEqual([guest.tz_offset, guest.is_restricted], [7_200, true]);
    assert.notEqual((await info(PEOPLE.stranger.id)).team_id, slack.teamId);
    assert.equal((await slack.call('users.info', { user: 'U0NOBODY' })).body.error, 'user_not_found');
  });

  it('opens a direct message and finds the channels it is in', async (t) => {
    const slack = await aSlack(t);
    const opened = (await slack.call('conversations.open', { users: PEOPLE.member.id })).body.channel as { id: string };
    assert.equal((await slack.call('chat.postMessage', { channel: opened.id, text: 'Hello' })).body.ok, true);
    slack.remove('C0OPS');
    slack.renameChannel('C0ALERTS', 'doors');
    const mine = (await slack.call('users.conversations')).body.channels as { name: string }[];
    assert.deepEqual(
      mine.map((channel) => channel.name),
      ['doors'],
    );
    slack.invite('C0GENERAL');
    const info = (await slack.call('conversations.info', { channel: 'C0GENERAL' })).body.channel as Record<
      string,
      unknown
    >;
    assert.deepEqual([info.is_member, info.is_ext_shared, info.is_private], [true, true, false]);
  });

  it('keeps no token in its journal', async (t) => {
    const slack = await aSlack(t);
    await slack.call('auth.test', { token: slack.botToken }, { form: true });
    await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'a', token: slack.botToken });
    assert.equal(slack.journal().length, 2);
    assert.doesNotMatch(JSON.stringify(slack.journal()), /xoxb-|xapp-/);
  });
});
