import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doorId } from '../../../src/door/ids.ts';
import type { PlaceView } from '../../../src/slack/commands/ports.ts';
import { aLog, clue, OFFICE, SHIBUYA } from './desk.ts';

// Doors are found by what people type, on whatever keyboard, and by what they copy from the bot.

const shop = (...names: readonly string[]): PlaceView => ({
  ...SHIBUYA,
  doors: names.map((name, index) => ({ id: doorId(String(index + 1)), name, thirdParty: false })),
});
const find = async (text: string, ...names: readonly string[]): Promise<string> =>
  (await clue(`recent ${text}`, { places: [shop(...names)], log: aLog([]) })).text;

test('quotes in a name, a phone’s apostrophes and dashes, and look-alikes of the bot’s own find their door', async () => {
  const names = [`Bob's "VIP" door`, 'A:B *x*', 'Back-office', '１２階　入口', 'Side\u200b gate'];
  for (const [typed, id] of [
    [`Bob's "VIP" door`, 0],
    ['“Bob’s VIP door”', 0],
    ['A∶B ∗x∗', 1],
    ['back–office', 2],
    ['12階 入口', 3],
    ['side gate', 4],
  ] as const) {
    assert.match(await find(typed, ...names), /^Rows at [^:]*.*: I found nothing/, `${typed}: ${names[id]}`);
  }
});

test('a door that is suggested can be typed as it is shown', async () => {
  assert.match(await find("bob's vip dor", `Bob's "VIP" door`), /Did you mean `\/clue recent "Bob's VIP door"`/);
  assert.match(await find('a:bx', 'A:B'), /Did you mean `\/clue recent "A:B"`/);
});

test('empty quotes are no door, and not passed over', async () => {
  assert.match(await find('""', 'Lobby'), /^🤔 I know no door `""`/);
  assert.match(await find('5 "', 'Lobby'), /^🤔 I know no door `"`/);
});

test('doors of one id and name in two places are told apart by their place', async () => {
  const places = [SHIBUYA, { ...OFFICE, doors: SHIBUYA.doors }];
  const { text } = await clue('recent testDoor', { places, log: aLog([]) });
  assert.match(text, /fits several doors: .*Type its place with it, as in `place:178`/);
  assert.match(
    (await clue('recent testDoor place:178', { places, log: aLog([]) })).text,
    /^Rows at testDoor, Shibuya store: I found nothing/,
  );
});

test('a day before the calendar is no day', async () => {
  assert.match((await clue('who-entered 0000-01-01')).text, /There is no day `0000-01-01`/);
});
