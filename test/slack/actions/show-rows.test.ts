import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { doorId } from '../../../src/door/ids.ts';
import { showRows } from '../../../src/slack/actions/show-rows.ts';
import { rowsAsked, rowsButton } from '../../../src/slack/messages/rows-button.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at, authenticated, authFailed, EBISU, relayOn, SHIBUYA } from '../../support/rows.ts';
import { aLog, NOW, ports } from '../commands/desk.ts';

const ROWS = [
  authFailed(at('09:00:00'), { id: '101' }),
  authFailed(at('09:00:03'), { id: '102' }),
  authFailed(at('09:00:04'), { id: '103', door: '182' }),
  authenticated(EBISU, at('09:00:06'), { id: '104' }),
  relayOn(at('09:00:06.05'), { id: '105' }),
  authFailed(at('11:00:00'), { id: '106' }),
];
const button = rowsButton(
  { place: SHIBUYA, door: doorId('181'), from: at('08:59:00'), to: at('09:01:00') },
  catalogueOf('en'),
);
const press = async (value: string) =>
  (
    await showRows({ value, userId: 'U0ANNA' }, ports({ log: aLog(ROWS) }), {
      now: NOW,
      timeZone: 'Asia/Tokyo',
      say: catalogueOf('en'),
    })
  ).message;

describe('the button "Show rows"', () => {
  it('shows the raw rows of its door and its time, oldest first', async () => {
    const { text } = await press(button.value ?? '');
    assert.match(text, /^4 rows of testDoor:/);
    assert.deepEqual(text.match(/10\d$/gm), ['101', '102', '104', '105']);
    assert.match(text, /DEV_FACE_AUTH_SUCCESS · EBISU · 104/);
  });

  it('shows all doors of a place, with the door of each row, where the card is about several', async () => {
    const ofPlace = rowsButton({ place: SHIBUYA, from: at('08:59:00'), to: at('09:01:00') }, catalogueOf('en'));
    const { text } = await press(ofPlace.value ?? '');
    assert.match(text, /^5 rows of /);
    assert.match(text, / · door 182 · DEV_FACE_AUTH_FAIL · 103/);
    assert.match(text, / · testDoor · DEV_FACE_AUTH_FAIL · 101/);
  });

  it('remembers by itself what it is about', () => {
    const asked = { place: SHIBUYA, door: doorId('181'), from: at('08:59:00') };
    assert.deepEqual(rowsAsked(rowsButton(asked, catalogueOf('en')).value ?? ''), asked);
  });

  for (const value of [
    '',
    '{}',
    '[]',
    '["178"]',
    '[178,"181",0,null]',
    '["178","181","0",null]',
    'null',
    '['.repeat(2_000),
  ]) {
    it(`answers politely to a value it never wrote: ${value.slice(0, 30) || '(empty)'}`, async () => {
      assert.match((await press(value)).text, /too old/);
    });
  }
});
