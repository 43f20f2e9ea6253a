import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { PEOPLE } from '../../../src/sandbox/slack/people.ts';
import { aSlack, connect } from './raw-client.ts';

const typed = { user: PEOPLE.admin.id, channel: 'C0ALERTS', text: '/clue help' };
const commands = (socket: { received: readonly { type: string }[] }) =>
  socket.received.filter((one) => one.type === 'slash_commands').length;

describe('Socket Mode of the sandbox Slack', () => {
  it('gives each envelope to one of two connections', async (t) => {
    const slack = await aSlack(t);
    const [one, two] = [await connect(slack), await connect(slack)];
    for (let i = 0; i < 6; i += 1) await slack.type(typed);
    assert.deepEqual([commands(one), commands(two)], [3, 3]);
    two.ws.close();
    await slack.waitFor(() => slack.openSockets() === 1);
    for (let i = 0; i < 2; i += 1) assert.equal((await slack.type(typed)).failure, undefined);
    assert.deepEqual([commands(one), commands(two)], [5, 3]);
  });

  it('lets a ticket in once', async (t) => {
    const slack = await aSlack(t);
    const { url } = (await slack.call('apps.connections.open', {}, { token: slack.appToken })).body;
    const enter = () =>
      new Promise<string>((resolve) => {
        const ws = new WebSocket(String(url));
        ws.once('open', () => resolve('in'));
        ws.once('error', (error) => resolve(error.message));
      });
    assert.equal(await enter(), 'in');
    assert.match(await enter(), /403/);
  });

  it('asks a connection to reconnect and then closes it, while the other goes on', async (t) => {
    const slack = await aSlack(t);
    const [one, two] = [await connect(slack), await connect(slack)];
    assert.equal(slack.refreshSockets(0), 1);
    assert.equal((await slack.type(typed)).failure, undefined);
    assert.equal(commands(two), 1);
    assert.equal(await one.closed, 1000);
    assert.equal(one.received.at(-1)?.reason, 'refresh_requested');
    assert.equal(slack.openSockets(), 1);
  });

  it('still takes the ack of a connection that was asked to reconnect', async (t) => {
    const slack = await aSlack(t);
    await connect(slack, (_envelope, ack) => {
      slack.refreshSockets();
      ack({ text: 'in time' });
    });
    assert.equal((await (await slack.type(typed)).answered()).text, 'in time');
  });

  it('takes ten connections and turns the eleventh away', async (t) => {
    const slack = await aSlack(t);
    await Promise.all(Array.from({ length: 10 }, () => connect(slack)));
    const { url } = (await slack.call('apps.connections.open', {}, { token: slack.appToken })).body;
    const reason = await new Promise((resolve) => {
      new WebSocket(String(url)).once('message', (data) => resolve(JSON.parse(data.toString()).reason));
    });
    assert.equal(reason, 'too_many_websockets');
    assert.equal(slack.openSockets(), 10);
  });

  it('tears connections down when Slack is away', async (t) => {
    const slack = await aSlack(t);
    const socket = await connect(slack);
    slack.away(true);
    assert.equal(await socket.closed, 1006);
    await assert.rejects(connect(slack));
    slack.away(false);
    await connect(slack);
    assert.equal(slack.openSockets(), 1);
  });
});
