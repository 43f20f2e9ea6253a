import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startSlack } from '../../../src/sandbox/slack/start.ts';
import { aSlack } from './raw-client.ts';

describe('Whoever watches the workspace', () => {
  it('finds at once what already stands, and later what comes later', async (t) => {
    const slack = await aSlack(t);
    const later = slack.waitFor(() => slack.messages('C0ALERTS')[0]);
    await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'one' });
    assert.equal((await later).text, 'one');
    assert.equal((await slack.waitFor(() => slack.messages('C0ALERTS')[0])).text, 'one');
  });

  it('hears each kind of news until it goes', async (t) => {
    const slack = await aSlack(t);
    const kinds: string[] = [];
    const off = slack.on((news) => kinds.push(news.kind));
    const { ts } = (await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'one' })).body;
    await slack.call('chat.update', { channel: 'C0ALERTS', ts, text: 'two' });
    await slack.call('chat.delete', { channel: 'C0ALERTS', ts });
    assert.deepEqual(
      kinds.filter((kind) => kind !== 'called'),
      ['posted', 'changed', 'deleted'],
    );
    off();
    await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'three' });
    assert.deepEqual(kinds.filter((kind) => kind !== 'called').length, 3);
  });

  it('is told what it waited for in vain', async (t) => {
    const slack = await aSlack(t);
    await assert.rejects(
      slack.waitFor(() => slack.messages('C0ALERTS')[0], { timeoutMs: 10, what: 'a post' }),
      /Waited 10 ms in vain for a post/,
    );
  });

  it('is let go when the workspace stops', async () => {
    const slack = await startSlack();
    const waiting = slack.waitFor(() => false);
    await Promise.all([assert.rejects(waiting, /stopped/), slack.stop()]);
  });
});
