import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { WebClient } from '@slack/web-api';
import { incidentId } from '../../src/incident/incident.ts';
import { openRooms } from '../../src/rooms.ts';
import type { Message } from '../../src/slack/messages/message.ts';
import { ALERTS, announcing, says, T0 } from '../support/announcing.ts';
import { eventually } from '../support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

describe('the announcer', { concurrency: true }, () => {
  it('posts once and edits that message from then on', async () => {
    const { tell, until, texts } = await announcing(rooms);
    tell('a', 1);
    await until('the first', ([text]) => says(1)(text));
    tell('a', 2);
    tell('a', 14);
    await until('the last state', ([text]) => says(14)(text));
    assert.equal(texts().length, 1);
  });

  it('waits out a 429 and tells the state of then, in one message', async () => {
    const { tell, until, texts, slack } = await announcing(rooms);
    slack.faults.set({ method: 'chat.postMessage', kind: 'rate-limited', retryAfterS: 1, times: 1 });
    tell('a', 1);
    tell('a', 9);
    await until('the message', ([text]) => says(9)(text));
    assert.equal(texts().length, 1);
  });

  it('adopts a message whose answer was lost', async () => {
    const { tell, until, texts, slack, logged } = await announcing(rooms);
    slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: 1 });
    tell('a', 1);
    await until('the message', (all) => all.length === 1);
    tell('a', 2);
    await until('edited, not doubled', ([text]) => says(2)(text));
    assert.equal(texts().length, 1);
    assert.ok(logged.some((line) => line.includes('stands in the channel')));
  });

  it('deletes the younger twin when a post that seemed lost turns up late', async () => {
    const { tell, until, slack, announcer, skip } = await announcing(rooms);
    // Slack carries the post out long after the bot has given it up and looked for it twice.
    slack.faults.set({ method: 'chat.postMessage', kind: 'late-commit', ms: 1_600, times: 1 });
    tell('a', 1);
    await until('the twins', (all) => all.length === 2);
    const [older] = slack.messages(ALERTS);
    skip(120_000);
    announcer.tell({ desk: 'place/178', incident: incidentId('a'), channel: ALERTS });
    await until('one is left', (all) => all.length === 1);
    assert.equal(slack.messages(ALERTS)[0]?.ts, older?.ts);
  });

  it('sends the plain text, with the same facts, when Slack refuses the layout', async () => {
    const broken: Message['blocks'] = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_001) } }];
    const { tell, until, slack, logged } = await announcing(rooms, {
      draw: (message) => ({ ...message, blocks: broken }),
    });
    tell('a', 3);
    await until('the plain form', ([text]) => says(3)(text));
    assert.deepEqual(slack.messages(ALERTS)[0]?.blocks ?? [], []);
    assert.ok(logged.some((line) => line.includes('refused a layout')));
  });

  it('keeps a card for a channel it is not in, says why, and posts it once it is invited', async () => {
    const { tell, until, texts, slack, announcer } = await announcing(rooms);
    slack.remove('C0ALERTS');
    tell('a', 1);
    await slack.waitFor(() => announcer.troubles().length === 1, { what: 'the trouble' });
    assert.equal(announcer.troubles()[0]?.word, 'not_in_channel');
    slack.invite('C0ALERTS');
    await until('the card', ([text]) => says(1)(text));
    await eventually('the end of the trouble', () => announcer.troubles().length === 0);
    assert.equal(texts().length, 1);
  });

  it('posts a deleted card again while its incident is open, and lets it rest when it is closed', async () => {
    const { tell, until, slack, texts } = await announcing(rooms);
    tell('a', 1);
    await until('the card', (all) => all.length === 1);
    slack.deleteMessage('C0ALERTS', slack.messages(ALERTS)[0]?.ts ?? '');
    tell('a', 2);
    await until('the card anew', ([text]) => says(2)(text));
    slack.deleteMessage('C0ALERTS', slack.messages(ALERTS)[0]?.ts ?? '');
    tell('a', 3, { closedAt: T0 });
    tell('b', 1);
    await until('another card', ([text]) => says(1)(text));
    assert.equal(texts().length, 1);
  });

  it('tries again through 500s and resets until Slack takes it, once', async () => {
    const { tell, until, texts, slack } = await announcing(rooms);
    slack.faults.set({ kind: 'http-500', times: 2 });
    slack.faults.set({ kind: 'reset', times: 2 });
    tell('a', 5);
    await until('the card', ([text]) => says(5)(text));
    assert.equal(texts().length, 1);
  });

  it('does not wait an hour when the clock is put back by one', async () => {
    const { tell, until, texts, skip } = await announcing(rooms, {
      pace: { postEveryMs: 100, updateCardEveryMs: 100 },
    });
    tell('a', 1);
    await until('the first', (all) => all.length === 1);
    skip(-3_600_000);
    tell('b', 2);
    tell('a', 3);
    await until('the second card and news of the first', (all) => all.some(says(2)) && all.some(says(3)));
    assert.equal(texts().length, 2);
  });

  it('adopts a message whose answer was lost though its own clock is hours ahead of Slack’s', async () => {
    const { tell, until, texts, slack, skip } = await announcing(rooms);
    skip(5 * 3_600_000);
    slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: 1 });
    tell('a', 1);
    await until('the message', (all) => all.length === 1);
    tell('a', 2);
    await until('edited, not doubled', ([text]) => says(2)(text));
    assert.equal(texts().length, 1);
  });

  it('finds its message behind two hundred others', async () => {
    const { tell, until, texts, slack } = await announcing(rooms);
    slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: 1 });
    slack.faults.set({ method: 'conversations.history', kind: 'http-500', times: 1 });
    tell('a', 1);
    await until('the message', (all) => all.length === 1);
    for (let count = 0; count < 250; count += 1) {
      await new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl }).chat.postMessage({
        channel: ALERTS,
        text: 'small talk',
      });
    }
    tell('a', 2);
    await until('edited, not doubled', (all) => all.some(says(2)));
    assert.equal(texts().filter((text) => text !== 'small talk').length, 1);
  });

  it('tells the others when Slack refuses one message for good', async () => {
    const long: Message = { text: 'x'.repeat(50_000), blocks: [] };
    const { tell, until, texts, slack } = await announcing(rooms, {
      draw: (message) => (says(1)(message.text) ? long : message),
      pace: { refusedRetryMs: 60_000 },
    });
    tell('a', 1);
    slack.faults.set({ method: 'chat.postMessage', kind: 'error', error: 'msg_too_long', times: 1 });
    tell('b', 2);
    tell('c', 3);
    await until('the other two', (all) => all.some(says(2)) && all.some(says(3)));
    assert.equal(texts().length, 2);
  });

  it('holds up no alert when a search must wait', async () => {
    const { tell, until, slack } = await announcing(rooms);
    slack.faults.set({ method: 'conversations.history', kind: 'rate-limited', retryAfterS: 60 });
    slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: 1 });
    tell('a', 1);
    await until('the message', (all) => all.length === 1);
    await slack.waitFor(() => slack.journal().some((call) => call.method === 'conversations.history'), {
      what: 'a search',
    });
    tell('b', 2);
    await until('the other card', (all) => all.some(says(2)));
  });

  it('looks for the post that Slack did not answer before it posts another into the same outage', async () => {
    const { tell, until, slack } = await announcing(rooms);
    const end = slack.faults.set({ kind: 'http-503' });
    for (let count = 1; count <= 10; count += 1) tell(`incident ${count}`, count);
    const calls = (method: string) => slack.journal().filter((call) => call.method === method).length;
    await slack.waitFor(() => calls('conversations.history') > 0, { what: 'a search' });
    assert.equal(calls('chat.postMessage'), 1);
    end();
    await until('all ten, once Slack is back', (all) => all.length === 10);
  });
});
