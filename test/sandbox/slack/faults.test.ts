import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aSlack } from './raw-client.ts';

const post = { channel: 'C0ALERTS', text: 'a' };

describe('The sandbox Slack fails when it is asked to', () => {
  it('carries a post out and loses its answer, once', async (t) => {
    const slack = await aSlack(t);
    slack.faults.set({ kind: 'lost-answer', method: 'chat.postMessage', times: 1 });
    await assert.rejects(slack.call('chat.postMessage', post));
    assert.equal(slack.messages('C0ALERTS').length, 1);
    assert.equal(slack.journal()[0]?.error, 'lost_answer');
    assert.equal((await slack.call('chat.postMessage', post)).body.ok, true);
  });

  it('tears a connection down without carrying the call out', async (t) => {
    const slack = await aSlack(t);
    const end = slack.faults.set({ kind: 'reset' });
    await assert.rejects(slack.call('chat.postMessage', post));
    await assert.rejects(slack.call('auth.test'));
    end();
    assert.equal((await slack.call('auth.test')).body.ok, true);
    assert.deepEqual(slack.messages('C0ALERTS'), []);
  });

  it('carries a post out late, after its caller has given up', async (t) => {
    const slack = await aSlack(t);
    slack.faults.set({ kind: 'late-commit', ms: 500, times: 1 });
    const signal = AbortSignal.timeout(20);
    const headers = { Authorization: `Bearer ${slack.botToken}` };
    await assert.rejects(
      fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body: new URLSearchParams(post), signal }),
    );
    assert.deepEqual(slack.messages('C0ALERTS'), []);
    const message = await slack.waitFor(() => slack.messages('C0ALERTS')[0], { what: 'the late post' });
    assert.equal(message.text, 'a');
  });

  it('says nothing for a while and then hangs up', async (t) => {
    const slack = await aSlack(t);
    slack.faults.set({ kind: 'hang', ms: 20, times: 1 });
    await assert.rejects(slack.call('chat.postMessage', post));
    assert.deepEqual(slack.messages('C0ALERTS'), []);
  });

  it('answers with HTML, with 429, with an error word, or slowly', async (t) => {
    const slack = await aSlack(t);
    slack.faults.set({ kind: 'http-503', times: 1 });
    slack.faults.set({ kind: 'http-500', times: 1 });
    slack.faults.set({ kind: 'rate-limited', retryAfterS: 7, times: 1 });
    slack.faults.set({ kind: 'error', error: 'fatal_error', times: 1 });
    slack.faults.set({ kind: 'slow', ms: 10, times: 1 });
    assert.equal((await slack.call('auth.test')).status, 503);
    assert.equal((await slack.call('auth.test')).status, 500);
    const limited = await slack.call('auth.test');
    assert.deepEqual([limited.status, limited.retryAfter, slack.refusals], [429, '7', 1]);
    assert.equal((await slack.call('auth.test')).body.error, 'fatal_error');
    assert.equal((await slack.call('auth.test')).body.ok, true);
    assert.deepEqual(slack.faults.standing(), []);
  });

  it('meets only the method and the channel it was set for, until it is cleared', async (t) => {
    const slack = await aSlack(t);
    slack.faults.set({ kind: 'error', error: 'internal_error', method: 'chat.postMessage', channel: 'C0OPS' });
    assert.equal((await slack.call('chat.postMessage', post)).body.ok, true);
    assert.equal((await slack.call('chat.postMessage', { ...post, channel: 'C0OPS' })).body.error, 'internal_error');
    slack.faults.clear();
    assert.equal((await slack.call('chat.postMessage', { ...post, channel: 'C0OPS' })).body.ok, true);
  });

  it('goes away and comes back on the same port', async (t) => {
    const slack = await aSlack(t);
    slack.away(true);
    await assert.rejects(slack.call('auth.test'));
    slack.away(false);
    assert.equal((await slack.call('auth.test')).body.ok, true);
  });
});
