import assert from 'node:assert/strict';
import { test } from 'node:test';
import { match } from '../../src/asking/match.ts';
import { nearest, slipsBetween } from '../../src/asking/nearest.ts';

const MENU = ['recent', 'who-entered', 'status', 'login', 'help'];

test('slips of the finger are counted: a letter more, less, other, or two swapped', () => {
  assert.equal(slipsBetween('recent', 'recent'), 0);
  assert.equal(slipsBetween('recnt', 'recent'), 1);
  assert.equal(slipsBetween('recemt', 'recent'), 1);
  assert.equal(slipsBetween('recetn', 'recent'), 1);
  assert.equal(slipsBetween('', 'abc'), 3);
});

test('what was meant is found', () => {
  for (const [typed, meant] of [
    ['recnt', 'recent'],
    ['RECENT', 'recent'],
    ['who', 'who-entered'],
    ['whoentered', 'who-entered'],
    ['who-enterd', 'who-entered'],
    ['statsu', 'status'],
    ['logn', 'login'],
    ['hlep', 'help'],
    ['ｓtatus', 'status'],
  ] as const) {
    assert.equal(nearest(typed, MENU), meant, typed);
  }
});

test('what is near nothing gets no guess', () => {
  for (const typed of ['open', 'x', 'door', '恵比寿', '']) assert.equal(nearest(typed, MENU), undefined, typed);
});

const doors = [
  { id: '1', name: 'Front door' },
  { id: '2', name: 'Back door' },
  { id: '3', name: 'Ｌｏｂｂｙ　１' },
  { id: '4' },
  { id: '10', name: '2' },
];
const found = (asked: string): unknown => {
  const result = match(asked, doors);
  if (result.kind === 'one') return result.thing.id;
  return result.kind === 'several' ? result.things.map(({ id }) => id) : undefined;
};

test('an id beats a name, a whole name beats a part, and a part must fit one', () => {
  assert.equal(found('2'), '2');
  assert.equal(found('front DOOR'), '1');
  assert.equal(found('back'), '2');
  assert.deepEqual(found('door'), ['1', '2']);
  assert.equal(found('４'), '4');
  assert.equal(found('garage'), undefined);
  assert.equal(found('  '), undefined);
});

test('full-width and half-width letters are the same', () => {
  assert.equal(found('lobby 1'), '3');
  assert.equal(found('ＬＯＢＢＹ'), '3');
});
