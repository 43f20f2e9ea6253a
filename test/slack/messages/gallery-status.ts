import { deviceId, doorId, placeId } from '../../../src/door/ids.ts';
import { channelId } from '../../../src/incident/incident.ts';
import type { Language } from '../../../src/incident/language.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { drawStatus, type OpenTrouble, type PlaceStatus, type StatusView } from '../../../src/slack/messages/status.ts';
import { at } from '../../support/rows.ts';
import { HOSTILE_NAMES, readerOf, SHIBUYA_STORE } from './given.ts';

const since = at('11:00:00');
const nothingTold = { rowsSeen: 0, told: 0, retries: 0, duplicatesAvoided: 0 };
const shibuya: PlaceStatus = {
  ...SHIBUYA_STORE,
  lastPollAt: at('12:00:27'),
  newestEventAt: at('11:59:00'),
  newestSeenAt: at('11:59:01.240'),
  watchingSince: at('08:00:01'),
  rowsSeen: 1_234,
  told: 12,
  retries: 3,
  duplicatesAvoided: 1,
  holes: 0,
};
export const HEALTHY: StatusView = {
  version: '0.1.0',
  startedAt: at('08:00:00'),
  session: { state: 'active', until: at('12:45:00') },
  places: [shibuya],
  slack: 'connected',
  store: { durable: true, encrypted: true },
  troubles: [],
  delays: { count: 12, p50Ms: 340, p95Ms: 1_210 },
  gathered: 0,
  nameOfDoor: (_, door) => (door === '181' ? 'testDoor' : undefined),
};
export const REFUSAL = { kind: 'login-refused', why: 'account-locked', code: 'a1014', since } as const;

export const status = (change: Partial<StatusView> = {}, language: Language = 'en'): Message =>
  drawStatus({ ...HEALTHY, ...change }, readerOf(language));

const place = placeId('178');
const unreachable = { kind: 'unreachable', detail: 'ECONNREFUSED' } as const;
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
const silent = {
  kind: 'silent',
  place,
  doors: [{ door: doorId('181'), lastAt: at('03:00:00'), usual: 14 }],
  since,
} as const;
const blind = { kind: 'blind', problem: unreachable, places: [place], still: [place], since } as const;
const storeFailing = { kind: 'store-failing', why: 'full', since } as const;
const channel = { kind: 'channel-refused', channel: channelId('C0ALERTS'), word: 'not_in_channel', since } as const;

/** One of each, as they may all go on at once. */
export const TROUBLES: readonly OpenTrouble[] = [
  silent,
  missing,
  { kind: 'slack-away', since },
  channel,
  storeFailing,
  blind,
  { kind: 'session-refused', why: 'account-locked', code: 'a1014', since },
];

const STATES: Readonly<Record<string, Partial<StatusView>>> = {
  'status-well': {},
  'status-well-gathered': { gathered: 2 },
  'status-starting': {
    places: [{ id: '179', ...nothingTold }],
    store: { durable: false, encrypted: false },
    delays: { count: 1, p50Ms: 61_000, p95Ms: 61_000 },
  },
  'status-quiet-since-the-start': {
    places: [{ ...SHIBUYA_STORE, ...nothingTold, lastPollAt: at('12:00:27'), newestEventAt: at('07:00:00') }],
  },
  'status-clock-ahead': { places: [{ ...shibuya, newestEventAt: at('13:59:00') }] },
  'status-signed-out': { session: { state: 'signed-out' } },
  'status-api-key-connecting': { session: { state: 'api-key' }, slack: 'connecting' },
  'status-refused': { session: { state: 'refused', problem: REFUSAL }, troubles: TROUBLES.slice(-1) },
  'status-one-place-unread': {
    places: [
      shibuya,
      {
        ...nothingTold,
        id: '179',
        lastPollAt: since,
        lastPollProblem: { kind: 'server-error', status: 502 },
        rowsSeen: 1,
      },
    ],
  },
  'status-blind': { places: [{ ...shibuya, lastPollProblem: unreachable }], troubles: [blind] },
  'status-channel-refuses': {
    troubles: [channel, { ...channel, channel: channelId('C0OPS'), word: 'some_new_word' }],
  },
  'status-store-failing': { troubles: [storeFailing] },
  'status-slack-away': { troubles: [{ kind: 'slack-away', since }] },
  'status-rows-missing': { places: [{ ...shibuya, holes: 3 }], troubles: [missing] },
  'status-one-row-missing': {
    places: [{ ...shibuya, holes: 1 }],
    troubles: [{ ...missing, doors: [], missing: 1 }],
  },
  'status-silent': { troubles: [silent] },
  'status-every-trouble': { troubles: TROUBLES },
  'status-many-troubles': {
    troubles: Array.from({ length: 30 }, (_, index) => ({ ...missing, place: placeId(String(index)) })),
  },
  'status-many-places': {
    places: Array.from({ length: 30 }, (_, index) => ({
      ...nothingTold,
      id: String(index),
      name: HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? '',
      rowsSeen: index,
      ...(index > 14 && { lastPollProblem: { kind: 'unreachable', detail: `<${'&'.repeat(300)}` } as const }),
      lastPollAt: at('12:00:00'),
    })),
  },
};

/** The bot's health, in every state and in a language. */
export const statuses = (language: Language): Readonly<Record<string, Message>> =>
  Object.fromEntries(Object.entries(STATES).map(([name, change]) => [name, status(change, language)]));

export const STATUSES = statuses('en');
