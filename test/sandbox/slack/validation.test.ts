import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../../../src/sandbox/slack/json.ts';
import { problemsInBlocks } from '../../../src/sandbox/slack/validate/blocks.ts';
import {
  actions,
  bar,
  button,
  data,
  long,
  mark,
  num,
  pie,
  plain,
  point,
  raw,
  rich,
  row,
  section,
  select,
  table,
  times,
} from './block-kit.ts';

type Case = readonly [what: string, blocks: Json[], problem?: RegExp];

const CASES: readonly Case[] = [
  ['50 blocks', times(50, () => ({ type: 'divider' }))],
  ['51 blocks', times(51, () => ({ type: 'divider' })), /no more than 50 items allowed \[json-pointer:\/blocks\]/],
  ['an unknown block', [{ type: 'marquee' }], /unsupported type: marquee \[json-pointer:\/blocks\/0\/type\]/],
  ['a block without a type', [{}], /missing required field: type \[json-pointer:\/blocks\/0\]/],
  ['a block that is text', ['hello'], /must provide an object/],
  ['a section', [section()]],
  ['a section of 3,000 characters', [section({ text: mark(long(3000)) })]],
  [
    'a section of 3,001 characters',
    [section({ text: mark(long(3001)) })],
    /must be less than 3001 characters \[json-pointer:\/blocks\/0\/text\/text\]/,
  ],
  ['a section of empty text', [section({ text: mark('') })], /must be more than 0 characters/],
  [
    'a section whose text is no object',
    [section({ text: 'Hello' })],
    /failed to match all allowed schemas \[json-pointer:\/blocks\/0\/text\]/,
  ],
  ['a section of nothing', [{ type: 'section' }], /missing required field: text or fields/],
  [
    'a section with a field that Slack does not know',
    [section({ colour: 'red' })],
    /invalid additional property: colour/,
  ],
  ['10 fields', [{ type: 'section', fields: times(10, () => mark(long(2000))) }]],
  [
    '11 fields',
    [{ type: 'section', fields: times(11, () => mark('a')) }],
    /no more than 10 items allowed \[json-pointer:\/blocks\/0\/fields\]/,
  ],
  ['a field of 2,001 characters', [{ type: 'section', fields: [mark(long(2001))] }], /less than 2001.*fields\/0/],
  ['an emoji flag on mrkdwn', [section({ text: { ...mark('a'), emoji: true } })], /invalid additional property: emoji/],
  ['a header of 150 characters', [{ type: 'header', text: plain(long(150)) }]],
  ['a header of 151 characters', [{ type: 'header', text: plain(long(151)) }], /less than 151/],
  ['a header in mrkdwn', [{ type: 'header', text: mark('Hello') }], /must be one of: plain_text/],
  ['10 elements of context', [{ type: 'context', elements: times(10, () => mark('a')) }]],
  ['11 elements of context', [{ type: 'context', elements: times(11, () => mark('a')) }], /no more than 10 items/],
  ['no element of context', [{ type: 'context', elements: [] }], /no less than 1 items/],
  ['a button in a context', [{ type: 'context', elements: [button()] }], /unsupported type: button/],
  ['25 buttons', [actions(times(25, (index) => button({ action_id: `a${index}` })))]],
  ['26 buttons', [actions(times(26, (index) => button({ action_id: `a${index}` })))], /no more than 25 items/],
  ['a button of 75 characters', [actions([button({ text: plain(long(75)) })])]],
  ['a button of 76 characters', [actions([button({ text: plain(long(76)) })])], /less than 76/],
  ['a button with mrkdwn', [actions([button({ text: mark('Press') })])], /must be one of: plain_text/],
  ['a button value of 2,000 characters', [actions([button({ value: long(2000) })])]],
  ['a button value of 2,001 characters', [actions([button({ value: long(2001) })])], /less than 2001/],
  ['a button style of our own', [actions([button({ style: 'loud' })])], /must be one of: primary, danger/],
  ['an action_id of 255 characters', [actions([button({ action_id: long(255) })])]],
  ['an action_id of 256 characters', [actions([button({ action_id: long(256) })])], /less than 256/],
  ['the same action_id twice in a block', [actions([button(), button()])], /`action_id` already exists: press/],
  ['the same action_id in two blocks', [actions([button()]), actions([button()])]],
  ['a block_id of 256 characters', [section({ block_id: long(256) })], /less than 256/],
  ['the same block_id twice', [section({ block_id: 'b' }), section({ block_id: 'b' })], /`block_id` already exists: b/],
  ['an accessory', [section({ accessory: button() })]],
  [
    'an input as accessory',
    [section({ accessory: { type: 'plain_text_input' } })],
    /unsupported type: plain_text_input/,
  ],
  ['a select', [actions([select({ placeholder: plain('Door') })])]],
  [
    'a select without options',
    [actions([{ type: 'static_select', action_id: 's' }])],
    /exactly one of: options, option_groups/,
  ],
  [
    'an option of 76 characters',
    [actions([select({ options: [{ text: plain(long(76)), value: '1' }] })])],
    /less than 76/,
  ],
  [
    '101 options',
    [actions([select({ options: times(101, (i) => ({ text: plain(`${i}`), value: `${i}` })) })])],
    /no more than 100 items/,
  ],
  [
    'six choices in an overflow menu',
    [
      actions([
        { type: 'overflow', action_id: 'o', options: times(6, (i) => ({ text: plain(`${i}`), value: `${i}` })) },
      ]),
    ],
    /no more than 5 items/,
  ],
  [
    'an image without alt_text',
    [{ type: 'image', image_url: 'https://example.com/a.png' }],
    /missing required field: alt_text/,
  ],
  [
    'an image of two sources',
    [{ type: 'image', alt_text: 'a', image_url: 'https://e.com/a.png', slack_file: { id: 'F1' } }],
    /exactly one of/,
  ],
  ['rich text', [rich('Hello')]],
  [
    'rich text with a date',
    [
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'date', timestamp: 1_700_000_000, format: '{time}' }] },
        ],
      },
    ],
  ],
  [
    'rich text with a date as text',
    [
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'date', timestamp: '1700000000', format: '{time}' }] },
        ],
      },
    ],
    /must be a number.*timestamp/,
  ],
  [
    'rich text with mrkdwn in it',
    [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [mark('a')] }] }],
    /unsupported type: mrkdwn/,
  ],
  ['rich text with an empty word', [rich('')], /more than 0 characters/],
  ['a table of 100 by 20', [table(times(100, () => row(20)))]],
  ['a table of 101 rows', [table(times(101, () => row(2)))], /no more than 100 items/],
  ['a table of 21 columns', [table([row(21)])], /no more than 20 items.*rows\/0/],
  ['a table of uneven rows', [table([row(2), row(3)])], /same number of cells.*rows\/1/],
  ['a table with an empty cell', [table([[raw('')]])], /more than 0 characters/],
  ['two tables', [table([row(1)]), table([row(1)])], /only_one_table_allowed/],
  ['a data_table', [data([row(3), [raw('a'), num(1), rich('b')]])]],
  [
    'a data_table without a caption',
    [{ type: 'data_table', rows: [row(1), row(1)] }],
    /missing required field: caption/,
  ],
  ['a data_table of a header alone', [data([row(1)])], /no less than 2 items/],
  ['a data_table of 101 rows', [data(times(101, () => row(2)))]],
  ['a data_table of 102 rows', [data(times(102, () => row(2)))], /no more than 101 items/],
  ['a data_table of 21 columns', [data([row(21), row(21)])], /no more than 20 items/],
  ['a data_table of uneven rows', [data([row(2), row(1)])], /same number of cells/],
  [
    'a data_table with rich text in its header',
    [data([[rich('Door')], row(1)])],
    /unsupported type: rich_text .*rows\/0\/0/,
  ],
  ['a data_table with a cell of mrkdwn', [data([row(1), [mark('a')]])], /unsupported type: mrkdwn/],
  ['a data_table of page size 0', [data([row(1), row(1)], { page_size: 0 })], /greater than or equal to 1/],
  ['a data_table of page size 101', [data([row(1), row(1)], { page_size: 101 })], /less than or equal to 100/],
  ['a number that is text', [data([row(1), [{ type: 'raw_number', value: '1', text: '1' }]])], /must be a number/],
  ['10,000 characters of cells in all', [data([row(1, long(5000)), row(1, long(5000))])]],
  [
    '10,001 characters of cells in two tables',
    [data([row(1, long(5000)), row(1, long(4000))]), table([row(1, long(1001))])],
    /less than 10001 characters in total, found 10001/,
  ],
  ['a bar chart', [bar()]],
  ['two charts', [bar(), bar()]],
  ['three charts', [bar(), bar(), bar()], /no more than 2 data_visualization/],
  ['a chart title of 51 characters', [bar({ title: long(51) })], /less than 51/],
  ['20 points', [bar({}, 20)]],
  ['21 points', [bar({}, 21)], /no more than 20 items/],
  ['a pie', [pie([point('Lobby', 3)])]],
  ['a label of 21 characters', [pie([point(long(21))])], /less than 21/],
  ['a slice of nothing', [pie([point('a', 0)])], /greater than 0/],
  [
    'a chart of another kind',
    [{ type: 'data_visualization', title: 'a', chart: { type: 'radar' } }],
    /unsupported type: radar/,
  ],
  [
    'a series without all categories',
    [
      bar({
        chart: { type: 'line', series: [{ name: 'a', data: [point('x')] }], axis_config: { categories: ['x', 'y'] } },
      }),
    ],
    /one data point for each category/,
  ],
  [
    'two series of one name',
    [
      bar({
        chart: {
          type: 'area',
          series: [
            { name: 'a', data: [point('x')] },
            { name: 'a', data: [point('x')] },
          ],
          axis_config: { categories: ['x'] },
        },
      }),
    ],
    /series names must be unique/,
  ],
];

describe('The strict Slack judges the blocks of a message', () => {
  for (const [what, blocks, problem] of CASES) {
    it(`${problem === undefined ? 'takes' : 'refuses'} ${what}`, () => {
      const problems = problemsInBlocks(blocks);
      if (problem === undefined) assert.deepEqual(problems, []);
      else assert.match(problems.join('\n'), problem);
    });
  }
});
