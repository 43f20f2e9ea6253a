import { type DoorEvent, kindOfCode } from '../../../src/door/event.ts';
import { doorId, type Instant, personId, placeId } from '../../../src/door/ids.ts';
import type { Entry, Facts, Incident } from '../../../src/incident/incident.ts';
import { incidentId } from '../../../src/incident/incident.ts';
import type { Language } from '../../../src/incident/language.ts';
import type { CardView } from '../../../src/slack/messages/card.ts';
import type { Reader } from '../../../src/slack/messages/reader.ts';
import type { RecentRow } from '../../../src/slack/messages/recent.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';

export const TOKYO = 'Asia/Tokyo';
export const SHIBUYA_STORE = { id: '178', name: 'Shibuya store' };
export const TEST_DOOR = { id: '181', name: 'testDoor' };

/** Names that try to be more than a name. */
export const HOSTILE_NAMES: readonly string[] = [
  '<!channel>',
  '<@U0BOSS|admin>',
  '*bold* _it_ ~no~ `code`',
  '```\nblock\n```',
  '> quote & co',
  'שרה כהן',
  'محمد\u202Egnp.exe',
  'line\r\nbreak\u2028and\u0000null',
  '👩‍👩‍👧‍👦 family 🇯🇵',
  ':fire: https://example.com @here',
  `${'Ana '.repeat(50)}`,
  `a${'\u0301'.repeat(300)}`,
  '恵比寿 太郎',
];

export const entry = (name: string, time: Instant, id = name): Entry => ({
  at: time,
  person: { id: personId(id), name },
});

/** An incident as the heart would have it: open, unless `closedAt` says otherwise. */
export function anIncident<F extends Facts>(facts: F, change: Partial<Incident<F>> = {}): Incident<F> {
  const began = facts.kind === 'failures' ? facts.firstAt : facts.since;
  return {
    id: incidentId(`${facts.kind}/178/181/1`),
    facts,
    place: placeId('178'),
    door: doorId('181'),
    revision: 1,
    lastReason: 'opened',
    openedAt: began,
    seenAfterMs: 0,
    seenAt: began,
    cards: [],
    ...change,
  };
}

/** What a card is drawn from, at the one door that every test knows. */
export function aCard(incident: Incident, change: Partial<CardView> = {}): CardView {
  return {
    incident,
    nameOfPlace: (place) => (place === '178' ? 'Shibuya store' : undefined),
    nameOfDoor: () => 'testDoor',
    showPlace: false,
    toldAt: incident.openedAt,
    timeZone: TOKYO,
    say: catalogueOf('en'),
    ...change,
  };
}

/** Somebody who asks at noon in this language. */
export const readerOf = (language: Language, now: Instant = at('12:00:30')): Reader => ({
  now,
  timeZone: TOKYO,
  say: catalogueOf(language),
});

/** `count` rows, a minute apart, newest first. */
export function recentRows(count: number, name = (index: number): string => `Person ${index}`): readonly RecentRow[] {
  const codes = ['DEV_FACE_AUTH_SUCCESS', 'DEV_DOOR_RELAY_ON', 'DEV_DOOR_RELAY_OFF', 'DEV_FACE_AUTH_FAIL'] as const;
  return Array.from({ length: count }, (_, index) => {
    const code = codes[index % codes.length] ?? codes[0];
    const kind: DoorEvent['kind'] = kindOfCode(code);
    return {
      at: (at('12:00:00') - index * 60_000) as Instant,
      code,
      kind,
      place: SHIBUYA_STORE,
      door: TEST_DOOR,
      person: { id: personId(String(index)), name: name(index) },
    };
  });
}
