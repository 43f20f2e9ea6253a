import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { WebClient } from '@slack/web-api';
import { openRooms } from '../../src/rooms.ts';
import { type SandboxSlack, startSlack } from '../../src/sandbox/slack/start.ts';
import { ALERTS } from '../support/bot.ts';
import { openJudge } from './judge.ts';
import type { Expected } from './story.ts';

const rooms = openRooms();
after(() => rooms.close());

const BURST: Expected = { kind: 'failures', door: 501, count: 5, person: 'EBISU', appendedAt: 1_000 };
const SPELL: Expected = { kind: 'unlocks', door: 501, count: 1, person: 'EBISU', unlockedMs: 3_040, appendedAt: 1_000 };
const TOLD = '⚪ 5 authentication failures at door 501 in 4.0 s · Then EBISU was let in 3.0 s after the last';

/** A judge of one channel, and a hand that writes there as the bot would. */
async function judging() {
  const slack: SandboxSlack = rooms.add(await startSlack({ rates: 'off' }), (it) => it.stop());
  let now = 1_000;
  const judge = openJudge({ slack, channels: [ALERTS], now: () => now, doorWord: String });
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
  const post = async (text: string, key: object, more: object = {}): Promise<string> => {
    const payload = { incident: 'failures/178/501/1', part: 'card', generation: 0, revision: 1, ...key };
    const metadata = { event_type: 'clue_bot_message', event_payload: payload };
    const { ts = '' } = await client.chat.postMessage({ channel: ALERTS, text, metadata, ...more });
    return ts;
  };
  return {
    slack,
    post,
    edit: (ts: string, text: string) => client.chat.update({ channel: ALERTS, ts, text }),
    verdict: (...expected: readonly Expected[]) => judge.judge(expected),
    at: (ms: number) => {
      now = ms;
    },
  };
}

describe('the judge of the matrix', () => {
  it('finds nothing wrong where each incident has one card with the right words', async () => {
    const { post, at, verdict } = await judging();
    at(2_500);
    await post(TOLD, {});
    await post('🔒 door 501 unlocked for EBISU, locked again after 3.0 s', { incident: 'unlocks/178/501/2' });
    const { lost, twice, seen, worstDelayMs } = verdict(BURST, SPELL);
    assert.deepEqual({ lost, twice, seen, worstDelayMs }, { lost: [], twice: [], seen: 2, worstDelayMs: 1_500 });
  });

  it('calls lost what has no card, a wrong count, nobody let in, or a door still unlocked', async () => {
    const { post, edit, verdict } = await judging();
    assert.equal(verdict(BURST).lost.length, 1);
    const ts = await post(TOLD.replace('5', '4'), {});
    assert.equal(verdict(BURST).lost.length, 1);
    await edit(ts, TOLD.replace('EBISU', 'Jack'));
    assert.equal(verdict(BURST).lost.length, 1);
    await post('🔓 door 501 unlocked for EBISU · still unlocked', { incident: 'unlocks/178/501/2' });
    assert.equal(verdict(SPELL).lost.length, 1);
  });

  it('calls twice a second message with the same key, and a second card for the same door', async () => {
    const { slack, post, at, verdict } = await judging();
    await post(TOLD, {});
    const twin = await post(TOLD, {});
    assert.equal(verdict(BURST).twice.length, 2);
    at(61_000);
    slack.deleteMessage(ALERTS, twin);
    assert.deepEqual([verdict(BURST).twice.length, verdict(BURST).twinMs], [0, 60_000]);
    await post(TOLD, { incident: 'failures/178/501/9' });
    assert.equal(verdict(BURST).twice.length, 1);
  });

  it('does not let pass what never happened', async () => {
    const { post, verdict } = await judging();
    await post(TOLD, {});
    assert.equal(verdict(SPELL).twice.length, 1);
  });

  it('wants one reply where somebody was let in after the card was posted, and none where the card said so', async () => {
    const { post, edit, verdict } = await judging();
    const ts = await post('🔴 5 authentication failures at door 501', {});
    await edit(ts, TOLD);
    assert.match(verdict(BURST).lost.join(), /no reply/);
    const reply = () => post('🚨 EBISU was let in', { part: 'let-in' }, { thread_ts: ts });
    await reply();
    assert.deepEqual(verdict(BURST).lost, []);
    await reply();
    assert.equal(verdict(BURST).twice.length, 1);
  });

  it('reads a gathering’s table, door by door', async () => {
    const { post, verdict } = await judging();
    const cell = (text: string) => ({ type: 'raw_text', text });
    const rows = (failures: string) => [
      ['Door', 'Failures', 'Let in', 'Unlocked'].map(cell),
      ['door 501', failures, '1', '1'].map(cell),
    ];
    const gathering = (failures: string, id: number) =>
      post(
        '🔴 2 alerts at 1 door at once',
        { incident: `gathering/storm/${id}` },
        {
          blocks: [{ type: 'data_table', caption: 'Doors', rows: rows(failures) }],
        },
      );
    await gathering('4', 1);
    assert.deepEqual([verdict(BURST).lost.length, verdict(SPELL).lost.length], [1, 0]);
    await gathering('5', 2);
    assert.deepEqual([verdict(BURST).lost.length, verdict(BURST).gathered], [0, 1]);
    assert.equal(verdict(SPELL).twice.length, 1);
  });
});
