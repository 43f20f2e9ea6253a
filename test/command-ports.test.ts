import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPS, stage } from './support/bot.ts';

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
