import { instant, personId } from '../../../src/door/ids.ts';
import type { Language } from '../../../src/incident/language.ts';
import type { Freshness } from '../../../src/slack/messages/freshness.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { drawNotReading, drawReading, drawStopped, drawTooManyRows } from '../../../src/slack/messages/reading.ts';
import { drawRecent, type RecentView } from '../../../src/slack/messages/recent.ts';
import { drawRows, type RowsView } from '../../../src/slack/messages/rows.ts';
import { drawWhoEntered, type EntryRow, type WhoEnteredView } from '../../../src/slack/messages/who-entered.ts';
import { at } from '../../support/rows.ts';
import { HOSTILE_NAMES, readerOf, recentRows, SHIBUYA_STORE, TEST_DOOR } from './given.ts';

const OFFICE = { id: '179' };
const both = { places: [SHIBUYA_STORE, OFFICE], showPlace: true };
const hostile = (index: number): string => HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? '';

const recentView = (change: Partial<RecentView>): RecentView => ({
  scope: { places: [SHIBUYA_STORE], showPlace: false },
  rows: recentRows(10),
  malformed: 0,
  cuts: [],
  unread: [],
  freshness: [],
  ...change,
});
const friday = {
  scope: both,
  span: { from: at('09:00:00'), to: instant(at('11:00:00') - 1), said: { kind: 'clock' } },
  timeZone: 'Asia/Tokyo',
} as const;
const unread = [{ place: OFFICE, problem: { kind: 'timeout', afterMs: 10_000 } as const }];
/** A chain of shops whose CLUe fails in many ways at once. */
const manyUnread = Array.from({ length: 40 }, (_, index) => ({
  place: { id: String(index), name: hostile(index) },
  problem: { kind: 'server-error', status: 500 + (index % 20) } as const,
}));
const unknownRow = { at: at('11:00:00'), code: 'DEV_DEVICE_REBOOT', kind: 'unknown', place: OFFICE, door: {} } as const;

const entries = (amount: number, name: (index: number) => string): readonly EntryRow[] =>
  Array.from({ length: amount }, (_, index) => ({
    at: instant(at('11:59:00') - index * 60_000),
    place: SHIBUYA_STORE,
    door: TEST_DOOR,
    person: { id: personId(name(index)), name: name(index) },
  }));
const seen = (agoMs: number): Freshness => ({
  place: SHIBUYA_STORE,
  at: instant(readerOf('en').now - agoMs),
  isNow: false,
  missing: 0,
});
const away: Freshness = {
  ...seen(240_000),
  place: OFFICE,
  problem: { kind: 'unreachable', detail: 'ECONNREFUSED' },
};
const rawRows = (amount: number): RowsView => ({
  of: { door: TEST_DOOR },
  rows: Array.from({ length: amount }, (_, index) => ({
    id: String(12_907_819 + index),
    at: instant(at('11:00:00') + index * 3_000),
    code: index % 3 === 2 ? 'DEV_FACE_AUTH_SUCCESS' : 'DEV_FACE_AUTH_FAIL',
    ...(index % 3 === 2 && { person: { id: personId('12345678'), name: 'EBISU' } }),
  })),
  isCut: false,
});
const whoEnteredView = (change: Partial<WhoEnteredView>): WhoEnteredView => ({
  scope: { places: [SHIBUYA_STORE], showPlace: false },
  span: { from: at('00:00:00'), said: { kind: 'today', day: '2026-11-20' } },
  entries: entries(3, (index) => (index === 1 ? 'Jack' : 'EBISU')),
  pending: 0,
  malformed: 0,
  cuts: [],
  unread: [],
  freshness: [],
  ...change,
});

/** What questions about the log are answered with, in a language. */
export function logAnswers(language: Language): Readonly<Record<string, Message>> {
  const reader = readerOf(language);
  const recent = (change: Partial<RecentView> = {}): Message => drawRecent(recentView(change), reader);
  const whoEntered = (change: Partial<WhoEnteredView> = {}): Message => drawWhoEntered(whoEnteredView(change), reader);
  return {
    'rows-burst': drawRows(rawRows(3), reader),
    'rows-place': drawRows(
      {
        ...rawRows(3),
        of: { place: SHIBUYA_STORE },
        rows: rawRows(3).rows.map((row) => ({ ...row, door: TEST_DOOR })),
      },
      reader,
    ),
    'rows-none': drawRows(rawRows(0), reader),
    'rows-too-many': drawRows({ ...rawRows(140), isCut: true }, reader),
    'recent-ten': recent(),
    'recent-one': recent({ rows: recentRows(1), scope: { door: TEST_DOOR, places: [SHIBUYA_STORE], showPlace: true } }),
    'recent-asked': recent({ understood: { ...friday, kinds: ['failures', 'DEV_DEVICE_REBOOT'] }, isFull: true }),
    'recent-asked-person': recent({
      understood: {
        ...friday,
        scope: { door: TEST_DOOR, places: [SHIBUYA_STORE], showPlace: true },
        person: { id: '34567', name: 'Jack' },
        kinds: ['unlocks'],
        per: 'hour',
        span: { from: at('09:00:00'), said: { kind: 'since' } },
      },
    }),
    'recent-asked-none': recent({
      understood: {
        ...friday,
        span: { from: at('00:00:00'), said: { kind: 'days', first: '2026-11-16', last: '2026-11-20' } },
      },
      rows: [],
    }),
    'who-entered-one-person': whoEntered({ of: { id: '<@U1>', name: '<!channel>' }, entries: [], span: friday.span }),
    'recent-none': recent({ rows: [] }),
    'recent-none-found': recent({
      scope: { door: TEST_DOOR, places: [SHIBUYA_STORE], showPlace: false },
      rows: [],
      cuts: [{ place: SHIBUYA_STORE, rowsRead: 10_240 }],
    }),
    'recent-places-unread': recent({ scope: both, unread: manyUnread }),
    'recent-hundred': recent({ rows: recentRows(100) }),
    'recent-too-many-characters': recent({ rows: recentRows(100, (index) => `${index} ${'長い名前'.repeat(20)}`) }),
    'recent-hostile-names': recent({ rows: recentRows(HOSTILE_NAMES.length, hostile) }),
    'recent-two-places': recent({
      scope: both,
      rows: [...recentRows(2), unknownRow],
      malformed: 2,
      unread,
      cuts: [{ place: SHIBUYA_STORE, rowsRead: 10_240 }],
    }),
    'recent-from-memory': recent({ freshness: [seen(3_000)] }),
    'recent-clue-away': recent({ scope: both, freshness: [seen(3_000), away] }),
    'recent-nothing-clue-away': recent({ rows: [], freshness: [{ ...away, place: SHIBUYA_STORE }] }),
    'reading-progress': drawReading({ pages: 12, ofPages: 96, ofRows: 95_400, leftMs: 21_400 }, '7', reader.say),
    'reading-stopped': drawStopped(reader.say),
    'reading-over': drawNotReading(reader.say),
    'reading-too-many-rows': drawTooManyRows({ total: 150_000, most: 100_000 }, reader.say),
    'who-entered-clue-away': whoEntered({ freshness: [{ ...away, place: SHIBUYA_STORE }] }),
    'who-entered-rows-missing': whoEntered({ entries: [], freshness: [{ ...seen(0), isNow: true, missing: 2 }] }),
    'who-entered-today': whoEntered(),
    'who-entered-nobody': whoEntered({ entries: [], pending: 1 }),
    'who-entered-nobody-found': whoEntered({ scope: both, entries: [], unread }),
    'who-entered-one-door-yesterday': whoEntered({
      scope: { door: TEST_DOOR, places: [SHIBUYA_STORE], showPlace: true },
      span: { from: at('00:00:00'), to: at('23:59:59'), said: { kind: 'yesterday', day: '2026-11-19' } },
    }),
    'who-entered-unknown-people': whoEntered({
      span: { from: at('10:30:00'), said: { kind: 'last', ms: 5_400_000 } },
      entries: [...entries(1, () => 'EBISU'), { at: at('11:00:00'), place: SHIBUYA_STORE, door: { id: '9' } }],
    }),
    'who-entered-only-unknown': whoEntered({ entries: [{ at: at('11:00:00'), place: SHIBUYA_STORE, door: {} }] }),
    'who-entered-hundred-and-one': whoEntered({ entries: entries(101, (index) => `Person ${index % 30}`) }),
    'who-entered-hostile-names': whoEntered({ entries: entries(HOSTILE_NAMES.length, hostile) }),
    'who-entered-two-places-cut': whoEntered({
      scope: both,
      span: { from: at('00:00:00'), said: { kind: 'last', ms: 7 * 86_400_000 } },
      pending: 2,
      malformed: 1,
      cuts: [{ place: SHIBUYA_STORE, rowsRead: 10_240, backTo: at('06:00:00') }],
      unread,
    }),
  };
}
