import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aSlack } from './raw-client.ts';

describe('The strict Slack counts calls', () => {
  it('lets three posts at once into a channel, then one a second, and tells how long to wait', async (t) => {
    let now = 1_700_000_000_000;
    const slack = await aSlack(t, { now: () => now, rates: 'real' });
    const post = (channel = 'C0ALERTS') => slack.call('chat.postMessage', { channel, text: 'a' });
    for (let i = 0; i < 3; i += 1) assert.equal((await post()).status, 200);
    const refused = await post();
    assert.deepEqual([refused.status, refused.retryAfter, refused.body.error], [429, '1', 'ratelimited']);
    assert.equal((await post('C0OPS')).status, 200, 'another channel has its own second');
    now += 1000;
    assert.equal((await post()).status, 200);
    assert.equal((await post()).status, 429);
    assert.equal(slack.refusals, 2);
    assert.equal(slack.messages('C0ALERTS').length, 4);
  });

  it('lets fifty updates into a minute for all channels together', async (t) => {
    let now = 1_700_000_000_000;
    const slack = await aSlack(t, { now: () => now, rates: 'real' });
    const posted = await Promise.all(
      ['C0ALERTS', 'C0OPS'].map(async (channel) => ({
        channel,
        ts: (await slack.call('chat.postMessage', { channel, text: 'a' })).body.ts,
      })),
    );
    const update = (index: number) => slack.call('chat.update', { ...posted[index % 2], text: `${index}` });
    for (let i = 0; i < 50; i += 1) assert.equal((await update(i)).body.ok, true);
    now += 20_000;
    const refused = await update(50);
    assert.deepEqual([refused.status, refused.retryAfter], [429, '40']);
    assert.equal(
      (await slack.call('conversations.history', { channel: 'C0ALERTS' })).status,
      200,
      'another method has its own fifty',
    );
    now += 40_000;
    assert.equal((await update(51)).status, 200);
  });

  it('counts nothing when its rates are off', async (t) => {
    const slack = await aSlack(t, { rates: 'off' });
    for (let i = 0; i < 10; i += 1) await slack.call('chat.postMessage', { channel: 'C0ALERTS', text: 'a' });
    assert.equal(slack.refusals, 0);
  });
});
