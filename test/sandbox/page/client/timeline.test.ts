import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timelineOf, unreadIn } from '../../../../src/sandbox/page/client/workspace/timeline.ts';
import type { ChannelState, WorkspaceState } from '../../../../src/sandbox/page/state.ts';
import type { Message } from '../../../../src/sandbox/slack/message.ts';
import { aChannel } from '../../../../src/sandbox/slack/people.ts';

const said = (ts: string, more: Partial<Message> = {}): Message => ({
  channel: 'C1',
  ts,
  user: 'U0CLUEBOT',
  text: ts,
  ...more,
});
const channel = (...messages: readonly Message[]): ChannelState => ({
  ...aChannel({ id: 'C1' }),
  created: 0,
  messages,
  readUpTo: {},
});
const workspace = (given: Partial<WorkspaceState> = {}): WorkspaceState => ({
  personas: [],
  users: [],
  botUserId: 'U0CLUEBOT',
  channels: [],
  ephemerals: [],
  homes: [],
  modals: [],
  failures: [],
  ...given,
});
const told = (entries: ReturnType<typeof timelineOf>) => entries.map((entry) => `${entry.kind} ${entry.ts}`);

test('replies stand under their message, and a broadcast in the channel as well', () => {
  const entries = timelineOf(
    channel(
      said('1.000001', { thread_ts: '1.000001' }),
      said('2.000001'),
      said('3.000001', { thread_ts: '1.000001' }),
      said('4.000001', { thread_ts: '1.000001', subtype: 'thread_broadcast' }),
    ),
    workspace(),
    'U0HANA',
  );
  assert.deepEqual(told(entries), ['message 1.000001', 'message 2.000001', 'message 4.000001']);
  const [first] = entries;
  assert.ok(first?.kind === 'message');
  assert.deepEqual(told(first.replies), ['message 3.000001', 'message 4.000001']);
});

test('an ephemeral answer and a failure are seen by their own person only, in their place', () => {
  const whisper = { channel: 'C1', ts: '1.500000', user: 'U0HANA', text: 'for Hana' };
  const failure = { channel: 'C1', user: 'U0HANA', shown: '/clue failed', at: 1_700 };
  const held = workspace({ ephemerals: [whisper], failures: [failure] });
  const both = channel(said('1.000001'), said('2.000001'));
  assert.deepEqual(told(timelineOf(both, held, 'U0HANA')), [
    'message 1.000001',
    'ephemeral 1.500000',
    'failure 1.700000',
    'message 2.000001',
  ]);
  assert.deepEqual(told(timelineOf(both, held, 'U0LENA')), ['message 1.000001', 'message 2.000001']);
});

test('unread is what others said after the mark', () => {
  const held = channel(said('1.000001'), said('2.000001'), said('3.000001', { user: 'U0HANA' }));
  assert.equal(unreadIn(held, 'U0HANA'), 2);
  assert.equal(unreadIn({ ...held, readUpTo: { U0HANA: '1.000001' } }, 'U0HANA'), 1);
  assert.equal(unreadIn({ ...held, readUpTo: { U0HANA: '3.000001' } }, 'U0HANA'), 0);
});
