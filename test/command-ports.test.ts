import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '../src/door/ids.ts';
import { openZone } from '../src/door/zone.ts';
import { fail, read } from './support/answering.ts';
import { HANA, OPS, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

test('asking for a login with a refused API key promises nothing: CLUe is asked, and the alert stands', async (t) => {
  const { startBot, ask, slack, end } = await stage({ env: { CLUE_API_KEY: 'not-a-key-of-clue' } });
  t.after(end);
  await startBot();
  await slack.waitFor(() => slack.messages(OPS).length > 0, { what: 'the refusal in the ops channel' });
  assert.match(await ask('/clue login'), /^⏳ The bot has an API key in place of a login, and shows it to CLUe again/);
  await ask('/clue recent');
  assert.match(
    await ask('/clue status'),
    /^⛔ The bot sees no doors\nCLUe session: refused\. CLUe refuses the API key/,
  );
  assert.doesNotMatch(
    slack
      .messages(OPS)
      .map(({ text }) => text)
      .join('\n'),
    /accepts the login again/,
  );
});

test('messages of many are counted in every channel that hears something, not in the configured ones alone', async (t) => {
  const one = await stage({ hears: 'usual' });
  t.after(one.end);
  one.slack.addChannel({ id: 'C0NIGHT', members: [HANA] });
  await one.startBot();
  await read(one);
  const type = async (text: string): Promise<void> => {
    await (await one.slack.type({ user: HANA, channel: 'C0NIGHT', text })).answered();
  };
  await type('/clue subscribe failures after:1');
  const hour = Math.floor(openZone('Asia/Tokyo').wall(instant(Date.now())).minute / 60);
  await type(`/clue quiet ${(hour + 23) % 24}:00-${(hour + 2) % 24}:00`);
  fail(one, 2);
  for (let left = 3; left > 0; left -= 1) await read(one);
  assert.equal(one.cards('C0NIGHT').length, 0);
  await type('/clue quiet off');
  await eventually('what was held', () => one.cards('C0NIGHT').length === 1);
  assert.match(await one.ask('/clue status'), /1 message told of many at once/);
});
