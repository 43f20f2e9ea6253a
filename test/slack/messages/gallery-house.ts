import { deviceId, doorId, placeId } from '../../../src/door/ids.ts';
import { LOGIN_REFUSALS } from '../../../src/door/problem.ts';
import { channelId, type Facts, type Incident } from '../../../src/incident/incident.ts';
import type { Language } from '../../../src/incident/language.ts';
import { STORE_FAULTS } from '../../../src/incident/trouble.ts';
import { type CardView, drawCard } from '../../../src/slack/messages/card.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { aCard, anIncident, HOSTILE_NAMES } from './given.ts';

const over = { closedAt: at('07:12:06'), lastReason: 'closed' } as const;
const since = at('05:12:06');
const until = at('07:12:06');
const place = placeId('178');
const MANY = ['178', '179', '180', '181', '182', '183', '184'].map(placeId);
const MANY_DOORS = Array.from({ length: 1_000 }, (_, index) => doorId(String(index)));

/** A card of the house, which is about no door. */
const houseIn =
  (language: Language) =>
  (facts: Facts, change: Partial<Incident> = {}, view: Partial<CardView> = {}): Message => {
    const { place: _, door: __, ...incident } = anIncident(facts, change);
    return drawCard(
      aCard(incident, {
        say: catalogueOf(language),
        nameOfDoor: (_place, door) => (door === '181' ? 'testDoor' : undefined),
        ...view,
      }),
    );
  };

const blind = {
  kind: 'blind',
  problem: { kind: 'unreachable', detail: 'ECONNREFUSED' },
  places: [place],
  still: [place],
  since,
} as const;
const seen = { ...blind, still: [], until };
const refused = { kind: 'session-refused', why: 'wrong-password', code: 'a1003', since } as const;
const missing = {
  kind: 'missing-rows',
  place,
  device: deviceId('902'),
  doors: [doorId('181')],
  missing: 3,
  most: 3,
  first: 4_580,
  last: 4_582,
  since,
} as const;
const oneMissing = { ...missing, missing: 1, most: 1, last: 4_580 };
const silentDoor = { door: doorId('181'), lastAt: at('03:00:00'), usual: 14 };
const silent = { kind: 'silent', place, doors: [silentDoor], since } as const;
const slackAway = { kind: 'slack-away', since } as const;
const storeFailing = { kind: 'store-failing', why: 'full', since } as const;
const channelRefused = {
  kind: 'channel-refused',
  channel: channelId('C0ALERTS'),
  word: 'not_in_channel',
  since,
} as const;
const testAlert = { kind: 'test', by: 'U0HANA', since } as const;
const several = { showPlace: true };

/** What the bot tells of itself, in every state and in a language. */
export function houseCards(language: Language): Readonly<Record<string, Message>> {
  const house = houseIn(language);
  return {
    'blind-one-place': house(blind),
    'blind-many-places': house(
      { ...blind, places: MANY, still: MANY.slice(1), problem: { kind: 'server-error', status: 502 } },
      {},
      several,
    ),
    'blind-over': house(seen, over),
    'blind-over-caught-up': house({ ...seen, caughtUp: 1_234 }, over),
    'blind-over-one-row': house({ ...seen, caughtUp: 1 }, over),
    'blind-over-no-rows': house({ ...seen, caughtUp: 0 }, over),
    'session-over': house({ ...refused, until }, over),
    'missing-rows-one': house(oneMissing),
    'missing-rows-many': house({ ...missing, doors: [doorId('181'), doorId('182')] }, {}, several),
    'missing-rows-no-door': house({ ...missing, doors: [] }, {}, several),
    'missing-rows-all-came': house({ ...missing, missing: 0, until }, over),
    'missing-rows-one-came': house({ ...oneMissing, missing: 0, until }, over),
    'missing-rows-some-came': house({ ...missing, missing: 2, until }, over),
    'missing-rows-one-never-came': house({ ...oneMissing, until }, over),
    'silent-one-door': house(silent),
    'silent-two-doors': house(
      { ...silent, doors: [silentDoor, { ...silentDoor, door: doorId('182'), usual: 1 }] },
      {},
      several,
    ),
    'silent-many-doors': house({ ...silent, doors: MANY_DOORS.map((door) => ({ ...silentDoor, door })) }),
    'silent-over': house({ ...silent, until }, over, several),
    'silent-unheard': house({ ...silent, until, unheard: true }, over, several),
    'slack-away': house(slackAway),
    'slack-away-over': house({ ...slackAway, until }, over),
    ...Object.fromEntries(STORE_FAULTS.map((why) => [`store-failing-${why}`, house({ ...storeFailing, why })])),
    'store-failing-over': house({ ...storeFailing, until }, over),
    'channel-refused': house(channelRefused),
    'channel-refused-unknown-word': house({ ...channelRefused, word: 'some_new_word' }),
    'channel-refused-over': house({ ...channelRefused, until }, over),
    'test-alert': house(testAlert, { closedAt: since }),
    'test-alert-late': house(testAlert, { closedAt: since }, { toldAt: at('05:20:06') }),
    ...Object.fromEntries(
      HOSTILE_NAMES.flatMap((name, index) => {
        const number = String(index + 1).padStart(2, '0');
        const names = { nameOfDoor: () => name, nameOfPlace: () => name, showPlace: true };
        return [
          [`blind-names-${number}`, house({ ...blind, places: MANY, still: MANY.slice(1) }, {}, names)],
          [`missing-rows-names-${number}`, house({ ...missing, device: deviceId(name), doors: MANY_DOORS }, {}, names)],
          [`silent-names-${number}`, house({ ...silent, doors: [silentDoor, silentDoor] }, {}, names)],
        ];
      }),
    ),
    ...Object.fromEntries(
      LOGIN_REFUSALS.map((why) => [
        `session-refused-${why}`,
        house({ ...refused, why, ...(why === 'other' && { code: 'a1032' }) }),
      ]),
    ),
  };
}
