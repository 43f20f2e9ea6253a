import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestAlertReport } from '../../../src/slack/messages/test-report.ts';
import { TEST_REPORTS } from '../messages/gallery-test-report.ts';
import { ALERTS, clue } from './desk.ts';

const told: TestAlertReport = {
  kind: 'told',
  clue: { kind: 'answered', ms: 200 },
  savedMs: 3,
  postedMs: 600,
  readBack: { kind: 'found', ms: 250, times: 1 },
  totalMs: 1_053,
};
const textOf = (name: string): string => TEST_REPORTS[`test-report-${name}`]?.text ?? '';

test('a test alert goes to the channel it is typed in, in the name of who asked, and every step is timed', async () => {
  const sent: unknown[] = [];
  const { text } = await clue('test-alert', {
    testAlert: async (...asked) => {
      sent.push(asked);
      return told;
    },
  });
  assert.deepEqual(sent, [[ALERTS, 'U1']]);
  assert.match(text, /^✅ The test alert stands above, 1\.1 s after you asked\.\n/);
  assert.match(text, /CLUe answered: 200 ms\n• saved: 3 ms\n• posted by Slack: 600 ms\n.*: 250 ms, once$/);
});

test('nothing is sent when something is typed after it', async () => {
  const { text } = await clue('test-alert loud', { testAlert: () => assert.fail('sent') });
  assert.match(text, /`\/clue test-alert` takes nothing after it/);
});

test('only an alert that stands once, with CLUe answering, is all well', () => {
  for (const name of ['told-clue-away', 'told-not-found', 'told-twice', 'told-unreadable']) {
    assert.match(textOf(name), /^⚠️ /, name);
  }
  for (const name of ['not-in-channel', 'archived', 'silence', 'not-saved']) assert.match(textOf(name), /^⛔ /, name);
});

test('what went wrong is followed by what to do', () => {
  assert.match(
    textOf('not-in-channel'),
    /no member here.*Type `\/invite` with the bot’s name here\. Then type `\/clue test-alert` again\.$/s,
  );
  assert.match(textOf('unknown-word'), /Slack says `some_new_word`/);
  assert.match(textOf('silence'), /within 30 s.*`\/clue status` says what is wrong\.$/s);
  assert.match(textOf('told-clue-away'), /CLUe answered: no, for 10 s\. CLUe gave no answer within 10 s\./);
  assert.match(textOf('too-soon'), /Ask again in 7\.4 s/);
});
