import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doorCardsIn } from './gallery-door-languages.ts';
import { assertCardWithinLimits } from './limits.ts';

/** What is the same in every language: names of these tests, Slack, and what the markup of a moment says. */
const ALLOWED = /<!date\^[^>]*>|<@\w+>|EBISU|Jack|Slack|CLUe|\b181\b/g;

for (const language of ['ja', 'ko'] as const) {
  for (const [name, message] of Object.entries(doorCardsIn(language))) {
    test(`${name} has no English left in ${language}`, () => {
      assertCardWithinLimits(name, message);
      const words = JSON.stringify(message.blocks).match(/"text":"[^"]*"/g) ?? [];
      const said = [message.text, ...words.map((one) => one.slice('"text":"'.length, -1))].join(' ');
      assert.doesNotMatch(said.replace(ALLOWED, ''), /[A-Za-z]{2,}/, said);
      assert.doesNotMatch(said, /開いた|閉まった|開けた|열림|닫힘|열린|닫힌/, 'a relay says nothing of the leaf');
    });
  }
}
