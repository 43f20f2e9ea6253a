import { instant, personId } from '../../../src/door/ids.ts';
import type { Problem } from '../../../src/door/problem.ts';
import { MENU } from '../../../src/slack/commands/index.ts';
import { drawAsking } from '../../../src/slack/messages/asking.ts';
import { drawBroken } from '../../../src/slack/messages/broken.ts';
import { drawHelp, drawHelpOf } from '../../../src/slack/messages/help.ts';
import { drawLogin } from '../../../src/slack/messages/login.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { drawOldButton } from '../../../src/slack/messages/old-button.ts';
import { drawProblem } from '../../../src/slack/messages/problem.ts';
import { drawRecent, type RecentView } from '../../../src/slack/messages/recent.ts';
import { drawRefusal, type RefusalKind } from '../../../src/slack/messages/refusal.ts';
import { drawRows, type RowsView } from '../../../src/slack/messages/rows.ts';
import { drawUnclear, type Unclear, type UnclearView } from '../../../src/slack/messages/unclear.ts';
import { drawWhoEntered, type EntryRow, type WhoEnteredView } from '../../../src/slack/messages/who-entered.ts';
import { at } from '../../support/rows.ts';
import { DOOR_CARDS } from './gallery-cards.ts';
import { DIGESTS } from './gallery-digest.ts';
import { GATHERINGS } from './gallery-gatherings.ts';
import { HOUSE_CARDS, SESSION_CARDS } from './gallery-house.ts';
import { REHEARSALS } from './gallery-rehearsal.ts';
import { REFUSAL, STATUSES } from './gallery-status.ts';
import { TEST_REPORTS } from './gallery-test-report.ts';
import { HOSTILE_NAMES, recentRows, SHIBUYA_STORE, TEST_DOOR, TOKYO } from './given.ts';

const now = at('12:00:30');
const OFFICE = { id: '179' };
const both = { places: [SHIBUYA_STORE, OFFICE], showPlace: true };
const known = { door: TEST_DOOR, place: SHIBUYA_STORE };
const hostile = (index: number): string => HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? '';

const recent = (change: Partial<RecentView> = {}): Message =>
  drawRecent({
    scope: { places: [SHIBUYA_STORE], showPlace: false },
    rows: recentRows(10),
    malformed: 0,
    cuts: [],
    unread: [],
    now,
    timeZone: TOKYO,
    ...change,
  });
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
const rawRows = (amount: number): RowsView => ({
  door: TEST_DOOR,
  rows: Array.from({ length: amount }, (_, index) => ({
    id: String(12_907_819 + index),
    at: instant(at('11:00:00') + index * 3_000),
    code: index % 3 === 2 ? 'DEV_FACE_AUTH_SUCCESS' : 'DEV_FACE_AUTH_FAIL',
    ...(index % 3 === 2 && { person: { id: personId('12345678'), name: 'EBISU' } }),
  })),
  isCut: false,
  timeZone: TOKYO,
});
const whoEntered = (change: Partial<WhoEnteredView> = {}): Message =>
  drawWhoEntered({
    scope: { places: [SHIBUYA_STORE], showPlace: false },
    span: { from: at('00:00:00'), said: { kind: 'today', day: '2026-11-20' } },
    entries: entries(3, (index) => (index === 1 ? 'Jack' : 'EBISU')),
    pending: 0,
    malformed: 0,
    cuts: [],
    unread: [],
    now,
    timeZone: TOKYO,
    locale: 'en',
    ...change,
  });

const answers: Readonly<Record<string, Message>> = {
  'old-button': drawOldButton(),
  'rows-burst': drawRows(rawRows(3)),
  'rows-none': drawRows(rawRows(0)),
  'rows-too-many': drawRows({ ...rawRows(140), isCut: true }),
  'recent-ten': recent(),
  'recent-one': recent({ rows: recentRows(1), scope: { door: TEST_DOOR, places: [SHIBUYA_STORE], showPlace: true } }),
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

const PROBLEMS: readonly Problem[] = [
  REFUSAL,
  { kind: 'login-waits', until: at('12:01:00') },
  { kind: 'unreachable', detail: 'ECONNREFUSED <!channel>' },
  { kind: 'timeout', afterMs: 10_000 },
  { kind: 'rate-limited', retryAfterMs: 30_000 },
  { kind: 'server-error', status: 500, code: 'e1000' },
  { kind: 'unreadable-answer', status: 200, detail: 'not JSON' },
  { kind: 'not-allowed', code: 'e1001' },
  { kind: 'no-such-place', code: 'e1007' },
  { kind: 'bad-request', status: 400, code: 'e1003', detail: 'Invalid Request' },
];
const problems = PROBLEMS.map((problem): [string, Message] => [
  `problem-${problem.kind}`,
  drawProblem(problem, now, TOKYO),
]);
const logins: Readonly<Record<string, Message>> = {
  'login-signed-in': drawLogin({ kind: 'signed-in' }, now, TOKYO),
  'login-already': drawLogin({ kind: 'already-signed-in' }, now, TOKYO),
  'login-api-key': drawLogin({ kind: 'api-key', again: false }, now, TOKYO),
  'login-api-key-again': drawLogin({ kind: 'api-key', again: true }, now, TOKYO),
  'login-refused': drawLogin({ kind: 'refused', problem: REFUSAL }, now, TOKYO),
  'login-too-soon': drawLogin({ kind: 'too-soon', nextAt: at('12:08:00') }, now, TOKYO),
  'login-failed': drawLogin({ kind: 'failed', problem: { kind: 'timeout', afterMs: 10_000 } }, now, TOKYO),
};

const KINDS_OF_PEOPLE: readonly RefusalKind[] = ['guest', 'other-company', 'not-a-person', 'unknown', 'not-admin'];
const kindly = KINDS_OF_PEOPLE.map((kind): [string, Message] => [`refusal-${kind}`, drawRefusal(kind)]);

const UNCLEAR: readonly Unclear[] = [
  { kind: 'unexpected-word', word: 'yesteday' },
  { kind: 'count-too-large', word: '181', most: 100 },
  { kind: 'count-too-small', word: '0' },
  { kind: 'two-counts', word: '20' },
  { kind: 'no-such-door', word: '<!channel> `x` *', known: [known, { door: { id: '182' }, place: OFFICE }] },
  {
    kind: 'several-doors',
    word: 'door',
    candidates: [known, { door: { id: '182', name: 'Back door' }, place: OFFICE }],
  },
  { kind: 'no-such-place', word: 'Ginza', known: [SHIBUYA_STORE, OFFICE] },
  { kind: 'several-places', word: 'store', candidates: [SHIBUYA_STORE, { id: '180', name: 'Ginza store' }] },
  { kind: 'given-twice', word: 'today', what: 'time' },
  { kind: 'no-such-day', word: '2026-02-30' },
  { kind: 'day-to-come', word: '2030-01-01' },
  { kind: 'time-too-long', word: '9999d', mostDays: 400 },
];
const unclear = (trouble: Unclear, change: Partial<UnclearView> = {}): Message => {
  const [, whoEnteredLine] = MENU;
  return drawUnclear({
    unclear: trouble,
    typed: `/clue who-entered ${trouble.word}`,
    menu: MENU,
    showPlace: true,
    ...(whoEnteredLine !== undefined && { command: whoEnteredLine }),
    ...change,
  });
};
const typos: Readonly<Record<string, Message>> = {
  ...Object.fromEntries(UNCLEAR.map((trouble) => [`unclear-${trouble.kind}`, unclear(trouble)])),
  'unclear-many-doors': unclear({
    kind: 'no-such-door',
    word: 'lobby',
    known: Array.from({ length: 50 }, (_, index) => ({
      door: { id: `507f1f77bcf86cd7994390${index + 10}`, name: `&${hostile(index)}` },
      place: { id: '178', name: '<'.repeat(60) },
    })),
  }),
  'unclear-twin-doors': unclear({
    kind: 'several-doors',
    word: 'testDoor',
    candidates: [known, { door: TEST_DOOR, place: OFFICE }],
  }),
  'unclear-no-doors-yet': unclear({ kind: 'no-such-door', word: 'lobby', known: [] }, { showPlace: false }),
  'unclear-unknown-command': drawUnclear({
    unclear: { kind: 'unknown-command', word: 'recnt' },
    typed: '/clue recnt 5',
    nearest: '/clue recent 5',
    menu: MENU,
    showPlace: false,
  }),
};

/** Everything that stands in a channel and is brought up to date there. */
export const CARDS: Readonly<Record<string, Message>> = {
  ...DOOR_CARDS,
  ...HOUSE_CARDS,
  ...Object.fromEntries(SESSION_CARDS),
  ...GATHERINGS,
  ...DIGESTS,
};

/** Everything the bot can say, in every state: name -> message. Each has a golden file of this name. */
export const GALLERY: Readonly<Record<string, Message>> = {
  ...CARDS,
  ...Object.fromEntries([...problems, ...kindly]),
  ...answers,
  ...STATUSES,
  ...logins,
  ...TEST_REPORTS,
  ...REHEARSALS,
  ...typos,
  asking: drawAsking(),
  broken: drawBroken(),
  help: drawHelp(MENU),
  ...Object.fromEntries(MENU.map((line) => [`help-${line.name}`, drawHelpOf(line)])),
};
