import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeId } from '../../../src/door/ids.ts';
import { drawStatus } from '../../../src/slack/messages/status.ts';
import { at } from '../../support/rows.ts';
import { HEALTHY, STATUSES, status, TROUBLES } from './gallery-status.ts';
import { HOSTILE_NAMES, readerOf } from './given.ts';
import { assertWithinLimits } from './limits.ts';

const textOf = (name: string): string => STATUSES[name]?.text ?? '';

test('the verdict of a status is its worst fact', () => {
  const verdicts = {
    'status-well': '🟢 All is well, watching 1 place',
    'status-refused': '⛔ The bot sees no doors',
    'status-blind': '⛔ The bot sees no doors: no place can be read',
    'status-one-place-unread': '🟡 1 of 2 places cannot be read',
    'status-store-failing': '⛔ The bot cannot save what it knows',
    'status-channel-refuses': '🟡 Alerts do not reach every channel',
    'status-slack-away': '🟡 Slack does not reach the bot all the time',
    'status-rows-missing': '🟡 3 rows have not reached the bot',
    'status-silent': '🟡 1 door is silent, unlike in other weeks',
    'status-every-trouble': '⛔ The bot cannot save what it knows',
  };
  for (const [name, verdict] of Object.entries(verdicts)) assert.equal(textOf(name).split('\n')[0], verdict, name);
});

test('a place says its lag: how late its newest row was seen, not how long ago it happened', () => {
  assert.match(textOf('status-well'), /newest row [^·]*, seen 1\.2 s after it happened ·/);
  assert.match(textOf('status-quiet-since-the-start'), /newest row [^·]*, from before the bot watched ·/);
  assert.match(textOf('status-clock-ahead'), /by a clock 2 h or more ahead of the bot’s/);
});

test('counts say since when they are counted', () => {
  assert.match(
    textOf('status-well'),
    /From a row’s arrival to its card: 340 ms \(p50\), 1\.2 s \(p95\), of 12 cards since the start/,
  );
  assert.match(textOf('status-well'), /1,234 rows taken since </);
  assert.match(
    textOf('status-well'),
    /since the start: 12 messages told · 3 retries · 1 duplicate avoided · no rows missing now/,
  );
});

test('what is not known is not said', () => {
  const { delays, ...unmeasured } = HEALTHY;
  assert.match(drawStatus(unmeasured, readerOf('en')).text, /its card: no card since the start/);
  assert.doesNotMatch(textOf('status-quiet-since-the-start'), /missing/);
});

test('every open trouble is a line with its since, the gravest first, and is told once', () => {
  const lines = textOf('status-every-trouble')
    .split('\n')
    .slice(3, 3 + TROUBLES.length);
  const words = ['sees no doors', 'does not see', 'cannot save', 'do not reach', 'Slack', '3 rows', 'silent'];
  words.forEach((word, index) => {
    assert.ok(lines[index]?.includes(word), `${word} in ${lines[index]}`);
    assert.match(lines[index] ?? '', / since <!date/);
  });
  assert.equal(textOf('status-blind').match(/CLUe cannot be reached/g)?.length, 1);
  assert.equal(textOf('status-refused').match(/CLUe has locked/g)?.length, 1);
});

test('the status of fifty places stays readable and hides no trouble uncounted', () => {
  const message = status({
    places: Array.from({ length: 50 }, (_, index) => ({
      id: String(index),
      rowsSeen: 0,
      told: 0,
      retries: 0,
      duplicatesAvoided: 0,
      lastPollAt: at('11:00:00'),
      lastPollProblem: { kind: 'unreachable', detail: '<'.repeat(500) } as const,
    })),
  });
  assertWithinLimits('fifty places', message);
  assert.match(message.text, /… and 38 more places, 38 with a problem/);
});

test('names as long as they come fit, in every trouble at fifty places', () => {
  for (const name of ['&'.repeat(60), ...HOSTILE_NAMES]) {
    const places = Array.from({ length: 50 }, (_, index) => ({ ...HEALTHY.places[0], id: String(index), name }));
    const problem = { kind: 'bad-request', status: 400, code: name, detail: name } as const;
    const still = places.map(({ id }) => placeId(id));
    const troubles = TROUBLES.map((one) => (one.kind === 'blind' ? { ...one, still, problem } : one));
    const message = status({
      places: places.map((place) => ({ ...place, rowsSeen: 1, told: 1, retries: 1, duplicatesAvoided: 1 })),
      troubles: [...troubles, ...troubles],
      nameOfDoor: () => name,
    });
    assertWithinLimits(name, message);
    assert.match(message.text, /\n… and 6 more troubles\n/);
  }
});
