import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../../../src/sandbox/slack/json.ts';
import { problemsInView } from '../../../src/sandbox/slack/validate/view.ts';
import { data, long, plain, row, section, times } from './block-kit.ts';

const modal = (more: Record<string, Json> = {}) => ({
  type: 'modal',
  title: plain('Mute'),
  blocks: [section()],
  ...more,
});
const input = { type: 'input', label: plain('Why'), element: { type: 'plain_text_input', action_id: 'why' } };
const VIEWS: readonly (readonly [string, 'modal' | 'home', Json, RegExp?])[] = [
  ['a modal', 'modal', modal()],
  ['a modal of 100 blocks', 'modal', modal({ blocks: times(100, () => section()) })],
  [
    'a modal of 101 blocks',
    'modal',
    modal({ blocks: times(101, () => section()) }),
    /no more than 100 items allowed \[json-pointer:\/view\/blocks\]/,
  ],
  ['a title of 25 characters', 'modal', modal({ title: plain(long(25)) }), /less than 25/],
  ['an input without submit', 'modal', modal({ blocks: [input] }), /`submit` is required/],
  ['an input with submit', 'modal', modal({ blocks: [input], submit: plain('Mute') })],
  ['private_metadata of 3,001 characters', 'modal', modal({ private_metadata: long(3001) }), /less than 3001/],
  ['a data_table in a modal', 'modal', modal({ blocks: [data([row(1), row(1)])] }), /unsupported type: data_table/],
  ['a Home tab', 'home', { type: 'home', blocks: [section()] }],
  [
    'a Home tab with a title',
    'home',
    { type: 'home', blocks: [], title: plain('Home') },
    /invalid additional property: title/,
  ],
  ['a modal published as a Home tab', 'home', modal(), /unsupported type: modal/],
];

describe('The strict Slack judges views', () => {
  for (const [what, kind, view, problem] of VIEWS) {
    it(`${problem === undefined ? 'takes' : 'refuses'} ${what}`, () => {
      const problems = problemsInView(view, kind);
      if (problem === undefined) assert.deepEqual(problems, []);
      else assert.match(problems.join('\n'), problem);
    });
  }
});
