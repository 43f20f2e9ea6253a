import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PEOPLE } from '../../../src/sandbox/slack/people.ts';
import { aSlack, button, connect, type Envelope, section } from './raw-client.ts';

const user = PEOPLE.admin.id;
const plain = (text: string) => ({ type: 'plain_text', text });
const modal = {
  type: 'modal',
  callback_id: 'mute',
  title: plain('Mute'),
  submit: plain('Mute'),
  blocks: [
    { type: 'input', block_id: 'why', label: plain('Why'), element: { type: 'plain_text_input', action_id: 'text' } },
  ],
};

const partOf = (envelope: Envelope | undefined, name: string) => envelope?.payload[name] as Record<string, unknown>;

describe('A person presses, submits and opens', () => {
  it('sends a button’s press with its message, and lets the bot answer in its place', async (t) => {
    const slack = await aSlack(t);
    const seen: Envelope[] = [];
    await connect(slack, (envelope, ack) => {
      seen.push(envelope);
      ack();
    });
    const blocks = [
      section('One failure'),
      { type: 'actions', block_id: 'act', elements: [button('mute', { value: 'i-1' })] },
    ];
    const { ts } = (await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'One failure', blocks })).body;
    const run = await slack.press({ user, channel: 'C0ALERTS', ts, actionId: 'mute' });
    const { payload } = seen[0] ?? assert.fail('no action came');
    const [action] = payload.actions as Record<string, unknown>[];
    assert.deepEqual(
      [action?.action_id, action?.block_id, action?.value, action?.type],
      ['mute', 'act', 'i-1', 'button'],
    );
    assert.equal((payload.message as { ts: string }).ts, ts);
    await fetch(payload.response_url, {
      method: 'POST',
      body: JSON.stringify({ replace_original: true, text: 'Muted' }),
    });
    assert.equal((await run.answered()).replaced, true);
    assert.deepEqual(
      slack.messages('C0ALERTS').map((one) => [one.ts, one.text, one.blocks]),
      [[ts, 'Muted', undefined]],
    );
  });

  it('cannot press what is not there', async (t) => {
    const slack = await aSlack(t);
    const { ts } = (await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'plain' })).body;
    await assert.rejects(
      slack.press({ user, channel: 'C0ALERTS', ts, actionId: 'mute' }),
      /nothing with the action_id mute/,
    );
    await assert.rejects(
      slack.press({ user, channel: 'C0ALERTS', ts: '1.000001', actionId: 'mute' }),
      /sees no message/,
    );
  });

  it('sees Slack’s own words when a press reaches nobody', async (t) => {
    const slack = await aSlack(t);
    const { ts } = (
      await slack.call('chat.postMessage', {
        channel: 'C0ALERTS',
        text: 'a',
        blocks: [section('a', { accessory: button('mute') })],
      })
    ).body;
    assert.equal((await slack.press({ user, channel: 'C0ALERTS', ts, actionId: 'mute' })).failure, 'dispatch_failed');
  });

  it('opens a modal with a fresh trigger_id, once, and only within three seconds', async (t) => {
    let now = 1_700_000_000_000;
    const slack = await aSlack(t, { now: () => now });
    const socket = await connect(slack);
    const trigger = async () => {
      await slack.type({ user, channel: 'C0ALERTS', text: '/clue mute' });
      return socket.received.at(-1)?.payload.trigger_id;
    };
    const open = async (trigger_id: unknown) => (await slack.call('views.open', { trigger_id, view: modal })).body;
    const first = await trigger();
    assert.equal((await open(first)).ok, true);
    assert.equal((await open(first)).error, 'exchanged_trigger_id');
    assert.equal((await open('1.2.abc')).error, 'invalid_trigger_id');
    const second = await trigger();
    now += 3_001;
    assert.equal((await open(second)).error, 'expired_trigger_id');
    assert.deepEqual(
      slack.modals(user).map((view) => view.shown.callback_id),
      ['mute'],
    );
  });

  it('submits a modal: errors keep it open, a plain ack closes it', async (t) => {
    const slack = await aSlack(t);
    let answer: object | undefined = { response_action: 'errors', errors: { why: 'Say why' } };
    const seen: Envelope[] = [];
    await connect(slack, (envelope, ack) => {
      seen.push(envelope);
      ack(envelope.type === 'interactive' ? answer : undefined);
    });
    await slack.type({ user, channel: 'C0ALERTS', text: '/clue mute' });
    await slack.call('views.open', { trigger_id: seen[0]?.payload.trigger_id, view: modal });
    const values = { why: { text: { type: 'plain_text_input', value: 'Cleaning' } } };
    assert.deepEqual((await slack.submit({ user, values })).errors, { why: 'Say why' });
    assert.equal(slack.modals(user).length, 1);
    assert.deepEqual(partOf(seen[1], 'view').state, { values });
    answer = undefined;
    await slack.submit({ user, values });
    assert.deepEqual(slack.modals(user), []);
    await assert.rejects(slack.submit({ user, values }), /no modal/);
  });

  it('sends what a modal holds with every press and when it is submitted, also after the bot changed it', async (t) => {
    const slack = await aSlack(t);
    const seen: Envelope[] = [];
    await connect(slack, (envelope, ack) => {
      seen.push(envelope);
      ack();
    });
    const options = ['a', 'b'].map((value) => ({ text: plain(value), value }));
    const select = { type: 'static_select', action_id: 'which', options, initial_option: options[0] };
    const time = { type: 'timepicker', action_id: 'when' };
    const view = (title: string) => ({
      ...modal,
      title: plain(title),
      blocks: [
        { type: 'input', block_id: 'one', label: plain('One'), element: select, dispatch_action: true },
        { type: 'input', block_id: 'two', label: plain('Two'), element: time, optional: true },
      ],
    });
    await slack.type({ user, channel: 'C0ALERTS', text: '/clue mute' });
    const opened = await slack.call('views.open', { trigger_id: seen[0]?.payload.trigger_id, view: view('Before') });
    await slack.press({ user, on: 'modal', actionId: 'which', value: 'b' });
    const held = {
      one: { which: { type: 'static_select', selected_option: options[1] } },
      two: { when: { type: 'timepicker', selected_time: null } },
    };
    assert.deepEqual(partOf(seen[1], 'view').state, { values: held });
    await slack.call('views.update', { view_id: (opened.body.view as { id: string }).id, view: view('After') });
    await slack.submit({ user, values: { two: { when: { type: 'timepicker', selected_time: '22:00' } } } });
    const submitted = { ...held, two: { when: { type: 'timepicker', selected_time: '22:00' } } };
    assert.deepEqual(partOf(seen[2], 'view').state, { values: submitted });
  });

  it('opens the Home tab, which the bot publishes and a person presses', async (t) => {
    const slack = await aSlack(t);
    const seen: Envelope[] = [];
    await connect(slack, (envelope, ack) => {
      seen.push(envelope);
      ack();
    });
    assert.equal((await slack.openHome(user)).failure, undefined);
    assert.equal(partOf(seen[0], 'event').type, 'app_home_opened');
    const view = { type: 'home', blocks: [section('Doors', { accessory: button('refresh') })] };
    const published = (await slack.call('views.publish', { user_id: user, view }, { form: true })).body.view as {
      hash: string;
    };
    assert.equal((await slack.call('views.publish', { user_id: user, view, hash: 'old' })).body.error, 'hash_conflict');
    assert.equal((await slack.call('views.publish', { user_id: user, view, hash: published.hash })).body.ok, true);
    await slack.press({ user, on: 'home', actionId: 'refresh' });
    assert.equal(partOf(seen[1], 'container').type, 'view');
    const bad = (
      await slack.call('views.publish', { user_id: user, view: { type: 'home', blocks: [{ type: 'marquee' }] } })
    ).body;
    assert.equal(bad.error, 'invalid_arguments');
  });
});
