import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../../src/incident/language.ts';
import { MENU } from '../../../src/slack/commands/index.ts';
import { MOST, USUAL_COUNT } from '../../../src/slack/commands/recent.ts';
import { message } from '../../../src/slack/messages/layout.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';

test('help tells the same numbers and takes the same words in every language', () => {
  for (const language of LANGUAGES) {
    const { summary, usage } = catalogueOf(language).help;
    assert.match(summary.recent, new RegExp(`${USUAL_COUNT}\\D.*${MOST}`), language);
    assert.match(usage['who-entered'], /18:00-20:00\|.*\|24h\|2026-11-20\]$/, language);
    for (const { name } of MENU) assert.equal(usage[name] === '', catalogueOf('en').help.usage[name] === '', name);
  }
});

test('a text that is too long for Slack says in the asker’s language how many lines it lacks', () => {
  const lines = Array.from({ length: 60 }, () => 'x'.repeat(1_000));
  const ends = LANGUAGES.map((language) => message(lines, [], catalogueOf(language)).text.split('\n').at(-1));
  assert.deepEqual(ends, ['… and 25 lines more.', '… ほか 25 行', '… 외 25행']);
});
