import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PEOPLE } from '../../../src/sandbox/slack/people.ts';
import type { SandboxSlack } from '../../../src/sandbox/slack/start.ts';
import { aSlack, connect, type Envelope, section } from './raw-client.ts';

const typed = { user: PEOPLE.admin.id, channel: 'C0ALERTS', text: '/clue recent 5' };

async function tell(envelope: Envelope | undefined, body: object): Promise<{ status: number; text: string }> {
  const response = await fetch(String(envelope?.payload.response_url), { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}

const commandOf = (socket: { received: readonly Envelope[] }) =>
  socket.received.find((one) => one.type === 'slash_commands');

async function answering(slack: SandboxSlack, ack: object | undefined) {
  return connect(slack, (_envelope, acknowledge) => acknowledge(ack));
}

describe('A person types a command', () => {
  it('reaches the bot as Slack would send it, and shows the answer of the ack', async (t) => {
    const slack = await aSlack(t);
    const socket = await answering(slack, { text: 'Here you are' });
    const run = await slack.type({ ...typed, text: '/clue recent <5> & "Main gate"' });
    const { payload } = commandOf(socket) ?? assert.fail('no command came');
    assert.equal(payload.command, '/clue');
    assert.equal(payload.text, 'recent &lt;5&gt; &amp; "Main gate"');
    assert.deepEqual(
      [payload.user_id, payload.channel_id, payload.channel_name, payload.team_id],
      [PEOPLE.admin.id, 'C0ALERTS', 'door-alerts', slack.teamId],
    );
    assert.equal((await run.answered()).text, 'Here you are');
    assert.ok(Number(run.ackMs) < 3000);
    assert.deepEqual(
      slack.ephemerals({ user: PEOPLE.admin.id }).map((one) => one.text),
      ['Here you are'],
    );
    assert.deepEqual(slack.messages('C0ALERTS'), []);
  });

  it('gives the later answer in place of the first', async (t) => {
    const slack = await aSlack(t);
    const socket = await answering(slack, { text: 'Asking CLUe…' });
    const run = await slack.type(typed);
    assert.equal((await run.answered()).via, 'ack');
    assert.deepEqual(
      await tell(commandOf(socket), { replace_original: true, text: 'Ten rows', blocks: [section('Ten rows')] }),
      { status: 200, text: 'ok' },
    );
    assert.equal((await run.answered()).text, 'Ten rows');
    assert.deepEqual(
      run.visible.map((one) => one.text),
      ['Ten rows'],
    );
    await tell(commandOf(socket), { delete_original: true });
    assert.deepEqual(run.visible, []);
    assert.deepEqual(
      run.answers.map((one) => [one.replaced, one.deleted]),
      [
        [false, false],
        [true, false],
        [false, true],
      ],
    );
  });

  it('is answered in the channel when the bot says so', async (t) => {
    const slack = await aSlack(t);
    const socket = await answering(slack, undefined);
    const run = await slack.type({ ...typed, channel: 'C0GENERAL' });
    await tell(commandOf(socket), { response_type: 'in_channel', text: 'For all' });
    assert.equal((await run.answered()).response_type, 'in_channel');
    assert.deepEqual(
      slack.messages('C0GENERAL').map((one) => one.text),
      ['For all'],
    );
  });

  it('takes five answers by its response_url, and no sixth', async (t) => {
    const slack = await aSlack(t);
    const socket = await answering(slack, undefined);
    const run = await slack.type(typed);
    const statuses: number[] = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await tell(commandOf(socket), { text: `${i}` })).status);
    assert.deepEqual(statuses, [200, 200, 200, 200, 200]);
    assert.deepEqual(await tell(commandOf(socket), { text: '6' }), {
      status: 404,
      text: '{"ok":false,"error":"used_url"}',
    });
    assert.equal(run.answers.length, 5);
  });

  it('takes none after thirty minutes, none that is refused as a message, and none that is empty', async (t) => {
    let now = 1_700_000_000_000;
    const slack = await aSlack(t, { now: () => now });
    const socket = await answering(slack, undefined);
    const run = await slack.type(typed);
    assert.deepEqual(await tell(commandOf(socket), { blocks: [{ type: 'marquee' }] }), {
      status: 400,
      text: 'invalid_blocks',
    });
    assert.deepEqual(await tell(commandOf(socket), {}), { status: 400, text: 'no_text' });
    now += 30 * 60_000 + 1;
    assert.deepEqual(await tell(commandOf(socket), { text: 'late' }), {
      status: 404,
      text: '{"ok":false,"error":"expired_url"}',
    });
    assert.deepEqual(run.answers, []);
  });

  it('fails in Slack’s own words when nobody is connected', async (t) => {
    const slack = await aSlack(t);
    const run = await slack.type(typed);
    assert.equal(run.shown, '/clue failed with the error "dispatch_failed"');
    await assert.rejects(run.answered(), /dispatch_failed/);
  });

  it('fails in Slack’s own words when nobody acknowledges in time', async (t) => {
    const slack = await aSlack(t, { ackWithinMs: 30 });
    await connect(slack, () => undefined);
    assert.equal((await slack.type(typed)).shown, '/clue failed with the error "operation_timeout"');
  });

  it('fails in Slack’s own words when the ack is no message', async (t) => {
    const slack = await aSlack(t);
    await answering(slack, { blocks: [{ type: 'marquee' }] });
    assert.equal((await slack.type(typed)).failure, 'invalid_command_response');
  });

  it('knows no other command', async (t) => {
    const slack = await aSlack(t);
    const socket = await answering(slack, undefined);
    assert.equal((await slack.type({ ...typed, text: '/door open' })).shown, '/door is not a valid command.');
    assert.equal(commandOf(socket), undefined);
  });

  it('posts plain words as the person’s own', async (t) => {
    const slack = await aSlack(t);
    const run = await slack.type({ ...typed, text: 'is <door> 181 ok?' });
    assert.deepEqual(
      slack.messages('C0ALERTS').map((one) => [one.user, one.text]),
      [[PEOPLE.admin.id, 'is &lt;door&gt; 181 ok?']],
    );
    assert.equal(run.posted?.ts, slack.messages('C0ALERTS')[0]?.ts);
  });

  it('cannot happen in an archived channel or in a private one of others', async (t) => {
    const slack = await aSlack(t);
    slack.archive('C0OPS');
    slack.addChannel({ id: 'C0BOARD', is_private: true });
    await assert.rejects(slack.type({ ...typed, channel: 'C0OPS' }), /archived/);
    await assert.rejects(slack.type({ ...typed, channel: 'C0BOARD' }), /not in the private channel/);
  });
});
