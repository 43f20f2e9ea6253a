import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doorId, personId, placeId } from '../../../src/door/ids.ts';
import { GATHERING_REASONS, type GatheringReason } from '../../../src/incident/gathering.ts';
import { problemsInBlocks } from '../../../src/sandbox/slack/validate/blocks.ts';
import { drawCard } from '../../../src/slack/messages/card.ts';
import { card } from '../../../src/slack/messages/cards/frame.ts';
import { at } from '../../support/rows.ts';
import { CARDS } from './gallery.ts';
import { aCrowd, gathered } from './gallery-gatherings.ts';
import { aCard, anIncident, entry, HOSTILE_NAMES } from './given.ts';
import { assertCardWithinLimits } from './limits.ts';

const AMPERSANDS = '&'.repeat(60);

test('Slack takes every card when it is brought up to date', () => {
  for (const [name, message] of Object.entries(CARDS)) assertCardWithinLimits(name, message);
});

test('a longer text is found out', () => {
  const [message] = Object.values(CARDS);
  assert.ok(message !== undefined);
  assert.throws(() => assertCardWithinLimits('long', { ...message, text: 'x'.repeat(4_001) }), /4001 characters/);
});

for (const size of [1, 20, 100, 101, 1_000]) {
  test(`${size} gathered rows fit, and doors that are left out are counted`, () => {
    for (const why of GATHERING_REASONS) {
      for (const showPlace of [false, true]) {
        // Every name is tried on a crowd that is soon drawn; on a large one, those that take the most room.
        const names = size <= 20 ? HOSTILE_NAMES : HOSTILE_NAMES.filter((name) => name.length > 60);
        for (const name of [undefined, AMPERSANDS, ...names]) {
          const called = name === undefined ? {} : { nameOfDoor: () => name, nameOfPlace: () => name };
          const message = gathered(why, aCrowd(size), { showPlace, ...called });
          assertCardWithinLimits(`${size} of ${why}, ${name}`, message);
          assert.deepEqual(problemsInBlocks(JSON.parse(JSON.stringify(message.blocks))), []);
          assert.match(message.text, headOf(why, size));
          assert.equal(doorsTold(message.text) + leftOut(message.text), size);
          const table = message.blocks.find((block) => block.type === 'data_table');
          if (why === 'calm' && size <= 10 && table === undefined) continue;
          const shown = (table?.rows.length ?? 1) - 1;
          const cut = JSON.stringify(message.blocks).match(
            /([\d,]+) (?:more doors? left out: a table|earlier ones? not listed)/,
          );
          assert.equal(shown + numberOf(cut?.[1]), size);
          assert.ok(shown <= 100);
        }
      }
    }
  });
}

test('where many were let in after many failures, the bold line fits', () => {
  const everywhere = aCrowd(1_000, () => ({ kind: 'failures', count: 50, letIn: 3 }));
  const message = gathered('storm', everywhere, {
    showPlace: true,
    nameOfDoor: () => AMPERSANDS,
    nameOfPlace: () => AMPERSANDS,
  });
  assertCardWithinLimits('all severe', message);
  assert.match(
    message.text,
    /^🚨 Let in after many failures at .* and 998 more · 1,000 alerts at 1,000 doors at once: /,
  );
});

test('a card of one incident fits with names as long as they come', () => {
  const names = { nameOfDoor: () => AMPERSANDS, nameOfPlace: () => AMPERSANDS, showPlace: true };
  const people = Array.from({ length: 9 }, (_, i) => entry(AMPERSANDS, at(`05:13:2${i}`), String(i)));
  const meanwhile = people.map((one, i) => ({
    ...one,
    person: { ...one.person, id: personId(`m${i}`) },
    at: at('05:12:30'),
  }));
  const burst = drawCard(
    aCard(
      anIncident(
        {
          kind: 'failures',
          count: 14,
          firstAt: at('05:12:06'),
          lastAt: at('05:13:16'),
          entries: [...meanwhile, ...people],
        },
        { seenAfterMs: 3_600_000 },
      ),
      { ...names, toldAt: at('06:12:06') },
    ),
  );
  assertCardWithinLimits('burst', burst);
  const places = Array.from({ length: 9 }, (_, i) => placeId(String(i)));
  const { place, door, ...blind } = anIncident({
    kind: 'blind',
    problem: { kind: 'bad-request', status: 400, code: AMPERSANDS, detail: '&'.repeat(200) },
    places,
    still: places.slice(4),
    since: at('05:12:06'),
  });
  assertCardWithinLimits('blind', drawCard(aCard(blind, names)));
  const doors = Array.from({ length: 9 }, (_, i) => ({ door: doorId(String(i)), lastAt: at('05:00:00'), usual: 9 }));
  const silent = { kind: 'silent', place: placeId('178'), doors, since: at('05:12:06') } as const;
  assertCardWithinLimits('silent', drawCard(aCard(anIncident(silent), names)));
});

test('what a card’s text has no room for is left out whole, from the end, and that is said', () => {
  const textOf = (...lengths: readonly number[]): string =>
    card({ icon: '⛔', head: 'x'.repeat(997), smallPrint: lengths.map((length) => 'y'.repeat(length)) }).text;
  assert.equal(textOf(1_497, 1_498).length, 4_000);
  assert.doesNotMatch(textOf(1_497, 1_498), /…/);
  assert.equal(textOf(1_497, 1_499), `${textOf(1_497, 1_498).slice(0, 2_499)} · …`);
  assert.equal(textOf(2_999, 5, 5), `⛔ ${'x'.repeat(997)} · …`);
});

/** A day of calm lines counts times, and everything else alerts. */
function headOf(why: GatheringReason, size: number): RegExp {
  const amount = size.toLocaleString('en');
  if (why === 'calm') return new RegExp(`^🚶 [^·]*: ${size === 1 ? 'once' : `${amount} times`}`);
  if (why === 'muted' || why === 'quiet') return new RegExp(`^(🔔|🌙) [^·]*${amount} alerts?`);
  return new RegExp(`^[^·]*${amount} (late )?alerts? at `);
}

const numberOf = (text: string | undefined): number => Number((text ?? '0').replaceAll(',', ''));
/** Lines after the first, without the one that counts the rest. */
const doorsTold = (text: string): number => text.split('\n').filter((line) => !line.startsWith('… and ')).length - 1;
const leftOut = (text: string): number => numberOf(/\n… and ([\d,]+) more(?: doors?)?$/.exec(text)?.[1]);
