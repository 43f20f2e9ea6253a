import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDoing } from '../../../src/sandbox/page/read-doing.ts';
import type { Doing } from '../../../src/sandbox/page/state.ts';
import { call, connect } from '../slack/raw-client.ts';
import { aPage, channelOf } from './a-page.ts';

describe('a doing', () => {
  const SOUND: readonly Doing[] = [
    { do: 'type', user: 'U0HANA', channel: 'C0ALERTS', text: '/clue recent' },
    { do: 'press', user: 'U0HANA', on: { channel: 'C0ALERTS', ts: '1795178700.000001' }, actionId: 'a' },
    { do: 'press', user: 'U0HANA', on: 'modal', actionId: 'a', blockId: 'b', value: 'c' },
    { do: 'submit', user: 'U0HANA', values: { why: { text: { type: 'plain_text_input', value: 'noise' } } } },
    { do: 'pick', user: 'U0HANA', channel: 'C0ALERTS', ts: '1763600000.000001', shortcut: 'what-happened-then' },
    { do: 'close-modal', user: 'U0HANA' },
    { do: 'open-home', user: 'U0HANA' },
    { do: 'read', user: 'U0HANA', channel: 'C0ALERTS', ts: '1795178700.000001' },
    { do: 'delete', channel: 'C0ALERTS', ts: '1795178700.000001' },
    { do: 'door', place: 178, door: 181, what: 'cut-device' },
    { do: 'clue', state: 'session-expired' },
    { do: 'slack', state: 'lost-answer' },
    { do: 'bot', what: 'kill' },
  ];
  for (const doing of SOUND) {
    it(`is read as it was meant: ${JSON.stringify(doing).slice(0, 60)}`, () => {
      assert.deepEqual(readDoing(JSON.parse(JSON.stringify(doing))), { ok: true, doing });
    });
  }

  const NONSENSE: readonly (readonly [given: unknown, error: RegExp])[] = [
    [null, /a JSON object/],
    [[], /a JSON object/],
    ['kill', /a JSON object/],
    [{}, /do must be one of: type, press/],
    [{ do: 'constructor' }, /do must be one of/],
    [{ do: 'bot', what: 'burn' }, /what must be one of: kill, start/],
    [{ do: 'bot', what: 'kill', signal: 9 }, /signal is not known/],
    [{ do: 'door', place: '178', door: 1.5, what: 'explode' }, /place must be.*; door must be.*; what must be one of/],
    [{ do: 'type', user: 'U0HANA', channel: 7, text: '  ' }, /channel must be a text.*; text must be a text/],
    [{ do: 'type', user: 'U0HANA', channel: 'C0ALERTS', text: 'x'.repeat(4_001) }, /1 to 4000 characters/],
    [{ do: 'press', user: 'U0HANA', on: 'sofa', actionId: 'a' }, /on must be/],
    [{ do: 'press', user: 'U0HANA', on: { channel: 'C', ts: 'now' }, actionId: 'a' }, /on\.ts must be the ts/],
    [{ do: 'submit', user: 'U0HANA', values: { why: { text: 'noise' } } }, /values must hold/],
    [{ do: 'read', user: 'U0HANA', channel: 'C0ALERTS', ts: 1795178700 }, /ts must be the ts of a message/],
    [{ do: 'clue', state: 'toString' }, /state must be one of: well, away, slow/],
  ];
  for (const [given, error] of NONSENSE) {
    it(`that is none is refused with the reason: ${JSON.stringify(given).slice(0, 60)}`, () => {
      const read = readDoing(JSON.parse(JSON.stringify(given)));
      assert.match(read.ok ? '' : read.error, error);
    });
  }

  it('that is no JSON is refused, and nothing breaks', async (t) => {
    const page = await aPage(t);
    const { version } = await page.state();
    const headers = { 'content-type': 'application/json', origin: page.url };
    const response = await fetch(`${page.url}/do`, { method: 'POST', headers, body: '{"do":' });
    assert.deepEqual(
      [response.status, await response.json()],
      [400, { ok: false, error: 'A doing is a JSON object.' }],
    );
    assert.equal((await page.state()).version, version);
  });

  it('that cannot be done is answered with the reason', async (t) => {
    const page = await aPage(t);
    const ts = '1795178700.000001';
    const refused: readonly (readonly [Doing, RegExp])[] = [
      [{ do: 'type', user: 'U0NOBODY', channel: 'C0ALERTS', text: 'hi' }, /You can be Hana Sato \(U0HANA\)/],
      [{ do: 'type', user: 'U0HANA', channel: 'C0NOWHERE', text: 'hi' }, /There is no channel C0NOWHERE/],
      [{ do: 'read', user: 'U0HANA', channel: 'C0NOWHERE', ts }, /There is no channel C0NOWHERE/],
      [{ do: 'delete', channel: 'C0ALERTS', ts }, /There is no message/],
      [{ do: 'press', user: 'U0HANA', on: 'home', actionId: 'a' }, /no home before them/],
      [{ do: 'close-modal', user: 'U0HANA' }, /no modal before them/],
      [
        { do: 'pick', user: 'U0HANA', channel: 'C0ALERTS', ts: '1763600000.000001', shortcut: 'what-happened-then' },
        /sees no message/,
      ],
      [{ do: 'door', place: 177, door: 181, what: 'exit-button' }, /There is no place 177/],
      [{ do: 'door', place: 179, door: 181, what: 'exit-button' }, /There is no door 181 in place 179/],
    ];
    for (const [doing, error] of refused) {
      const answer = await page.do(doing);
      assert.equal(answer.status, 409);
      assert.match(answer.ok ? '' : answer.error, error);
    }
  });

  it('shows what Slack itself says when the bot is not there, and who deletes a message sees it go', async (t) => {
    const page = await aPage(t);
    assert.equal((await page.do({ do: 'type', user: 'U0LENA', channel: 'C0OPS', text: '/clue recent' })).ok, true);
    await page.do({ do: 'type', user: 'U0LENA', channel: 'C0OPS', text: 'Nobody?' });
    const state = await page.state();
    assert.deepEqual(
      state.workspace.failures.map(({ user, channel, shown }) => [user, channel, shown]),
      [['U0LENA', 'C0OPS', '/clue failed with the error "dispatch_failed"']],
    );
    const [message] = channelOf(state, 'C0OPS').messages;
    await page.do({ do: 'delete', channel: 'C0OPS', ts: message?.ts ?? '' });
    assert.deepEqual(channelOf(await page.state(), 'C0OPS').messages, []);
  });

  it('that fills in a modal wrongly is answered with what is wrong, by block', async (t) => {
    const page = await aPage(t);
    const { slack } = page.demo;
    const errors = { why: 'Say why' };
    const { received } = await connect(slack, (envelope, ack) => {
      ack(envelope.type === 'interactive' ? { response_action: 'errors', errors } : undefined);
    });
    await page.do({ do: 'type', user: 'U0HANA', channel: 'C0ALERTS', text: '/clue mute' });
    const plain = (text: string) => ({ type: 'plain_text', text });
    const element = { type: 'plain_text_input', action_id: 'text' };
    const blocks = [{ type: 'input', block_id: 'why', label: plain('Why'), element }];
    const view = { type: 'modal', title: plain('Mute'), submit: plain('Mute'), blocks };
    await call(slack, 'views.open', { trigger_id: received.at(-1)?.payload.trigger_id, view });
    const submit: Doing = { do: 'submit', user: 'U0HANA', values: { why: { text: { type: 'plain_text_input' } } } };
    const answer = await page.do(submit);
    assert.deepEqual([answer.ok, 'errors' in answer && answer.errors], [false, errors]);
    assert.equal((await page.state()).workspace.modals.length, 1, 'it stays open');
    await page.do({ do: 'close-modal', user: 'U0HANA' });
    assert.deepEqual((await page.state()).workspace.modals, []);
  });

  it('has four people to be, each with a direct message of the bot', async (t) => {
    const { workspace } = await (await aPage(t)).state();
    assert.deepEqual(
      workspace.personas.map(({ name, role, tz, locale }) => [name, role, tz, locale]),
      [
        ['Hana Sato', 'admin', 'Asia/Tokyo', 'ja-JP'],
        ['Minjun Park', 'member', 'Asia/Seoul', 'ko-KR'],
        ['Lena Vogel', 'guest', 'Europe/Berlin', 'en-US'],
        ['Oliver Reed', 'member', 'Europe/London', 'en-GB'],
      ],
    );
    const direct = workspace.channels.filter(({ is_im }) => is_im).flatMap(({ members }) => members);
    assert.deepEqual(
      direct,
      workspace.personas.map(({ id }) => id),
    );
  });
});
