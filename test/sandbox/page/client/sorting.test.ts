import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextOrder, onPage, sortedRows } from '../../../../src/sandbox/page/client/blocks/sorting.ts';

const numbers = [9, 10, 100, 2].map((number) => [{ text: String(number), number }]);
const texts = numbers.map((row) => row.map(({ text }) => ({ text })));
const up = { column: 0, way: 'ascending' } as const;
const down = { column: 0, way: 'descending' } as const;

test('a column of raw_number cells sorts by value', () => {
  assert.deepEqual(sortedRows(numbers, up, 'en'), [3, 0, 1, 2]);
  assert.deepEqual(sortedRows(numbers, down, 'en'), [2, 1, 0, 3]);
});

test('the same numbers as text sort as text, as in Slack', () => {
  assert.deepEqual(sortedRows(texts, up, 'en'), [1, 2, 3, 0]);
});

test('one cell of text makes the whole column text', () => {
  assert.deepEqual(sortedRows([...numbers.slice(0, 3), [{ text: '2' }]], up, 'en'), [1, 2, 3, 0]);
});

test('equal rows keep their order, both ways', () => {
  const rows = [['b'], ['a'], ['b'], ['a']].map((row) => row.map((text) => ({ text })));
  assert.deepEqual(sortedRows(rows, up, 'en'), [1, 3, 0, 2]);
  assert.deepEqual(sortedRows(rows, down, 'en'), [0, 2, 1, 3]);
});

test('a header sorts up, then down, then not at all; another header begins anew', () => {
  assert.deepEqual(nextOrder(undefined, 0), up);
  assert.deepEqual(nextOrder(up, 0), down);
  assert.equal(nextOrder(down, 0), undefined);
  assert.deepEqual(nextOrder(down, 1), { column: 1, way: 'ascending' });
});

test('a page holds its part of the rows, and a page that is not there becomes the nearest', () => {
  assert.deepEqual(onPage([1, 2, 3, 4, 5], 2, 2), { pages: 3, shown: 2, items: [5] });
  assert.deepEqual(onPage([1, 2, 3], 2, 9), { pages: 2, shown: 1, items: [3] });
  assert.deepEqual(onPage([], 5, 0), { pages: 1, shown: 0, items: [] });
});
