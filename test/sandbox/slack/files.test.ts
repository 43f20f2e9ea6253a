import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { WebClient } from '@slack/web-api';
import { openRooms } from '../../../src/rooms.ts';
import { DEFAULT_SCOPES, type SlackOptions, startSlack } from '../../../src/sandbox/slack/start.ts';
import { UploadError, upload } from '../../../src/slack/upload.ts';

const rooms = openRooms();
after(() => rooms.close());

async function aSlack(options: SlackOptions = {}) {
  const slack = rooms.add(await startSlack({ rates: 'off', ...options }), (it) => it.stop());
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
  return { slack, client };
}
const file = { channel: 'C0ALERTS', name: 'a.csv', title: 'A file', content: '\uFEFF時刻,行\r\n' };
const word = (error: unknown) => (error as { data?: { error?: string } }).data?.error;

describe('a file', () => {
  it('is shared byte by byte, with its title', async () => {
    const { slack, client } = await aSlack();
    await upload(client, { ...file, comment: 'Here it is' });
    assert.partialDeepStrictEqual(slack.files('C0ALERTS'), [{ name: 'a.csv', title: 'A file', content: file.content }]);
    assert.match(slack.messages('C0ALERTS').at(-1)?.text ?? '', /^Here it is$/);
  });

  it('takes exactly the bytes that were announced, once', async () => {
    const { client } = await aSlack();
    const { upload_url: url = '', file_id: id = '' } = await client.files.getUploadURLExternal({
      filename: 'a',
      length: 3,
    });
    const send = async (body: string) => (await fetch(url, { method: 'POST', body })).status;
    const share = () => client.files.completeUploadExternal({ files: [{ id }], channel_id: 'C0ALERTS' });
    assert.equal(await send('four'), 400);
    await assert.rejects(share(), (error) => word(error) === 'file_not_found');
    assert.equal(await send('abc'), 200);
    assert.equal(await send('abc'), 404);
    await share();
    await assert.rejects(share(), (error) => word(error) === 'file_not_found');
  });

  it('is refused without its scope, where the bot is not, and where its bytes are not taken', async () => {
    const { client } = await aSlack({ scopes: DEFAULT_SCOPES.filter((scope) => scope !== 'files:write') });
    await assert.rejects(upload(client, file), (error) => word(error) === 'missing_scope');
    const other = await aSlack();
    await assert.rejects(
      upload(other.client, { ...file, channel: 'C0GENERAL' }),
      (error) => word(error) === 'not_in_channel',
    );
    const lost = {
      files: {
        getUploadURLExternal: async () => ({ upload_url: `${other.slack.apiUrl}../upload/v1/x`, file_id: 'F1' }),
      },
    };
    await assert.rejects(upload(lost as unknown as WebClient, file), UploadError);
  });
});
