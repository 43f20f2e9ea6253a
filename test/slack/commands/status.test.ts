import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clue } from './desk.ts';

test('the status is told at one glance', async () => {
  const { text } = await clue('status');
  assert.match(text, /^🟢 All is well, watching 1 place\nCLUe session: by API key\n/);
  assert.match(text, /3 rows taken\n {3}since the start: 0 messages told .*\nclue-bot 0\.1\.0/);
});

test('what is asked of the bot’s health is what is told', async () => {
  const { text } = await clue('status', { status: { delays: { count: 1_000, p50Ms: 412, p95Ms: 3_400 } } });
  assert.match(text, /412 ms \(p50\), 3\.4 s \(p95\), of 1,000 cards since the start/);
});
