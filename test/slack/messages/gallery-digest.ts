import { after, doorId, placeId } from '../../../src/door/ids.ts';
import type { Digest } from '../../../src/incident/digest.ts';
import type { Language } from '../../../src/incident/language.ts';
import { type CardView, drawCard } from '../../../src/slack/messages/card.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { aCard, anIncident, HOSTILE_NAMES } from './given.ts';

const HOUR = 3_600_000;
const until = at('00:00:00');
const place = placeId('178');

const NOTHING: Digest = {
  kind: 'digest',
  span: 'day',
  since: after(until, -24 * HOUR),
  until,
  entries: 0,
  people: 0,
  failures: 0,
  points: Array.from({ length: 12 }, (_, index) => ({ from: after(until, (index * 2 - 24) * HOUR), entries: 0 })),
  doors: [],
  moreDoors: 0,
  past: 5,
  muted: [],
  blind: { spells: 0, ms: 0 },
  missingRows: 0,
  unanswered: 0,
  dismissed: { noise: 0, test: 0, known: 0 },
  unread: [],
  cut: [],
  malformed: 0,
};

const aDay: Digest = {
  ...NOTHING,
  entries: 234,
  people: 56,
  failures: 31,
  busiest: { from: after(until, -15 * HOUR), entries: 41 },
  points: NOTHING.points.map(({ from }, index) => ({
    from,
    entries: [0, 3, 12, 40, 62, 48, 33, 20, 9, 5, 2, 0][index] ?? 0,
  })),
  doors: [
    { place, door: doorId('181'), entries: 150, failures: 24, usual: 6 },
    { place, door: doorId('182'), entries: 83, failures: 7, usual: 8 },
    { place, entries: 1, failures: 0, usual: 0 },
  ],
  longest: { place, door: doorId('182'), since: after(until, -9 * HOUR), until: after(until, -9 * HOUR + 754_000) },
};

const aWeek: Digest = {
  ...aDay,
  span: 'week',
  since: after(until, -7 * 24 * HOUR),
  entries: 1_638,
  people: 1,
  // By the time of day in Tokyo, on all days.
  points: aDay.points.map(({ entries }, index) => ({
    from: after(until, (index * 2 - 7 * 24 + 15) * HOUR),
    entries: entries * 7,
  })),
  days: Array.from({ length: 7 }, (_, index) => ({
    from: after(until, (index - 7) * 24 * HOUR),
    entries: 210 + index * 8,
  })),
};

const everything: Digest = {
  ...aDay,
  past: 1,
  doors: aDay.doors.map(({ usual: _, ...door }) => door),
  longest: { place, door: doorId('182'), since: after(until, -30 * HOUR) },
  muted: [
    { door: { place, door: doorId('181') }, topic: 'failures', incidents: 9 },
    { topic: 'unlocks', incidents: 2 },
    { door: { place, door: doorId('182') }, incidents: 1 },
  ],
  blind: { spells: 2, ms: 5_400_000 },
  missingRows: 3,
  unanswered: 1,
  dismissed: { noise: 2, test: 1, known: 4 },
  unread: [placeId('179')],
  cut: [placeId('178')],
  malformed: 1,
  late: { ms: 3 * HOUR, why: 'off' },
  skipped: after(until, -24 * HOUR),
};

const NAMED: Partial<CardView> = {
  nameOfDoor: (_, id) => (id === '181' ? 'testDoor' : undefined),
  nameOfPlace: (id) => (id === '178' ? 'Shibuya store' : 'Ginza store'),
};

const drawn = (facts: Digest, language: Language, change: Partial<CardView> = NAMED): Message => {
  const { place: _, door: __, ...incident } = anIncident(facts, { closedAt: until });
  return drawCard(aCard(incident, { say: catalogueOf(language), ...change }));
};

const hostile = (language: Language): Message =>
  drawn(
    {
      ...aDay,
      doors: Array.from({ length: 100 }, (_, index) => ({
        place,
        door: doorId(String(index)),
        entries: 1_000 + index,
        failures: 100 - index,
        usual: index,
      })),
      moreDoors: 20,
    },
    language,
    {
      showPlace: true,
      nameOfPlace: () => '<'.repeat(60),
      nameOfDoor: (_, id) => HOSTILE_NAMES[Number(id) % HOSTILE_NAMES.length],
    },
  );

/** Digests, in every state and in a language. */
export const digests = (language: Language): Readonly<Record<string, Message>> => ({
  'digest-day': drawn(aDay, language),
  'digest-week': drawn(aWeek, language),
  'digest-nothing': drawn(NOTHING, language),
  'digest-nothing-in-a-week': drawn({ ...NOTHING, span: 'week', since: aWeek.since }, language),
  'digest-nothing-read': drawn({ ...NOTHING, unread: [place], late: { ms: HOUR, why: 'unread' } }, language),
  'digest-everything': drawn(everything, language, { ...NAMED, showPlace: true }),
  'digest-many-doors': hostile(language),
});
