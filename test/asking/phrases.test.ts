import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check } from './desk.ts';
import { EDGES } from './phrases-edges.ts';
import { ENGLISH } from './phrases-en.ts';
import { JAPANESE } from './phrases-ja.ts';
import { KOREAN } from './phrases-ko.ts';

for (const table of [ENGLISH, JAPANESE, KOREAN, ...EDGES]) {
  describe(`asked in ${table.zone} at ${table.now}`, () => {
    for (const phrase of table.phrases) test(phrase[0] === '' ? 'nothing' : phrase[0], () => check(phrase, table));
  });
}

test('there are at least 150 phrases, and 50 in each language', () => {
  for (const { phrases } of [ENGLISH, JAPANESE, KOREAN]) assert.ok(phrases.length >= 50, String(phrases.length));
});
