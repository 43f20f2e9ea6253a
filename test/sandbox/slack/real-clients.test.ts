import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SocketModeClient } from '@slack/socket-mode';
import { LogLevel, WebClient } from '@slack/web-api';
import { PEOPLE } from '../../../src/sandbox/slack/people.ts';
import { aSlack } from './raw-client.ts';

describe('Slack’s own clients work against the sandbox', () => {
  it('posts, changes, reads back and hears refusals through WebClient', async (t) => {
    const slack = await aSlack(t, { rates: 'real' });
    const web = new WebClient(slack.botToken, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logLevel: LogLevel.ERROR,
    });
    assert.equal((await web.auth.test()).bot_id, slack.botId);
    const metadata = { event_type: 'incident', event_payload: { incident: 'i-1', generation: 1 } };
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'One failure' } }];
    const posted = await web.chat.postMessage({ channel: 'C0ALERTS', text: 'One failure', blocks, metadata });
    const ts = posted.ts ?? '';
    await web.chat.update({ channel: 'C0ALERTS', ts, text: 'Two failures', blocks });
    const history = await web.conversations.history({ channel: 'C0ALERTS', include_all_metadata: true, limit: 10 });
    assert.deepEqual(
      history.messages?.map((one) => [one.text, one.metadata]),
      [['Two failures', metadata]],
    );
    const user = await web.users.info({ user: PEOPLE.member.id, include_locale: true });
    assert.deepEqual([user.user?.tz, user.user?.locale], ['Asia/Seoul', 'ko-KR']);
    await assert.rejects(web.chat.postMessage({ channel: 'C0GENERAL', text: 'a' }), /not_in_channel/);
    await web.chat.postMessage({ channel: 'C0ALERTS', text: 'a' });
    await web.chat.postMessage({ channel: 'C0ALERTS', text: 'b' });
    await assert.rejects(web.chat.postMessage({ channel: 'C0ALERTS', text: 'c' }), {
      code: 'slack_webapi_rate_limited_error',
      retryAfter: 1,
    });
  });

  it('receives a command, acknowledges it and comes back after a refresh through SocketModeClient', async (t) => {
    const slack = await aSlack(t);
    const socket = new SocketModeClient({
      appToken: slack.appToken,
      clientOptions: { slackApiUrl: slack.apiUrl },
      clientPingTimeout: 300,
      logLevel: LogLevel.ERROR,
    });
    socket.on('slash_commands', ({ ack, body }) => ack({ text: `You asked: ${body.text}` }));
    await socket.start();
    const typed = { user: PEOPLE.london.id, channel: 'C0ALERTS', text: '/clue recent 5' };
    assert.equal((await (await slack.type(typed)).answered()).text, 'You asked: recent 5');
    slack.refreshSockets();
    assert.equal((await slack.type(typed)).failure, 'dispatch_failed', 'in between nobody is there');
    await slack.waitFor(() => slack.openSockets() === 1, { what: 'the client to come back' });
    assert.equal((await (await slack.type(typed)).answered()).text, 'You asked: recent 5');
    await socket.disconnect();
  });
});
