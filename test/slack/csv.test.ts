import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csvOf } from '../../src/slack/csv.ts';

const cell = (text: string): string => csvOf(['a'], [[text]]).split('\r\n')[1] ?? '';

describe('a CSV file', () => {
  it('opens in Excel: it begins with a byte order mark, and its lines end as Windows has them', () => {
    assert.equal(csvOf(['時刻', 'Rows'], [['正面入口', 3]]), '\uFEFF時刻,Rows\r\n正面入口,3\r\n');
  });

  it('keeps commas, quotes and line breaks in their cell', () => {
    assert.equal(csvOf(['a'], [['x,"y"\nz', undefined]]), '\uFEFFa\r\n"x,""y""\nz",\r\n');
  });

  for (const text of [
    '=1+1',
    '+81',
    '-2',
    '@SUM(A1)',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '\t=1',
    ' =1',
    '\u200b=1',
    '\r=1',
    '\n=1',
    '|calc',
    '%0a',
  ]) {
    it(`makes ${JSON.stringify(text)} harmless`, () => {
      const shown = cell(text).replace(/^"/, '');
      assert.ok(shown.startsWith("'"), shown);
    });
  }

  it('leaves numbers numbers, and names with signs inside as they are', () => {
    assert.equal(csvOf(['a'], [[-3, 'A-B=C@d']]).split('\r\n')[1], '-3,A-B=C@d');
  });

  it('never begins a cell with what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(cell(text), /^"?[=+\-@\t]/);
      }),
    );
  });
});
