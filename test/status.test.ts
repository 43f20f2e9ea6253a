import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

test('/clue status tells what the bot did: rows, lag, cards, doubles avoided and how long a card took', async (t) => {
  const { clue, slack, startBot, ask, cards, untilCards, end } = await stage();
  t.after(end);
  const app = await startBot();
  const failAt = (doorId: number) =>
    clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId, deviceId: 902, eventAt: Date.now() - 2_000 });
  await eventually('the first poll', async () => /watching 1 place/.test(await ask('/clue status')));
  assert.match(await ask('/clue status'), /its card: no card since the start\n.*no rows yet · 0 rows taken since /);
  failAt(181);
  await untilCards('the first', (texts) => texts.length === 1);
  slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: 1 });
  failAt(182);
  await untilCards('the second', (texts) => texts.length === 2);
  const told = /its card: [^(]* \(p50\), [^(]* \(p95\), of 2 cards since the start/;
  await eventually('both are counted', async () => told.test(await ask('/clue status')));
  const answer = await ask('/clue status');
  assert.match(answer, /newest row [^·]*, seen [2-9]\.\d s after it happened · 2 rows taken since /);
  assert.match(answer, /since the start: 2 messages told · 0 retries · 1 duplicate avoided/);
  assert.equal(cards().length, 2);
  await app.stop();
  await startBot();
  const later = await ask('/clue status');
  assert.match(later, /seen [2-9]\.\d s after it happened · 2 rows taken since /);
  assert.match(later, /no card since the start.*since the start: 0 messages told/s);
});
