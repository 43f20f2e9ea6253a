import type { ModalView } from '@slack/types';
import { after, doorId, placeId } from '../../../src/door/ids.ts';
import type { DoorIncident } from '../../../src/incident/decide.ts';
import { channelId } from '../../../src/incident/incident.ts';
import type { Language } from '../../../src/incident/language.ts';
import type { Rehearsal } from '../../../src/incident/rehearsal.ts';
import { USUAL_TOPICS } from '../../../src/incident/topic.ts';
import { drawAsking } from '../../../src/slack/messages/asking.ts';
import { saying } from '../../../src/slack/messages/layout.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { drawProgress, drawRehearsal, type RehearsalView } from '../../../src/slack/messages/rehearsal.ts';
import type { Shown } from '../../../src/slack/messages/rehearsal-button.ts';
import { drawRehearsedForm } from '../../../src/slack/messages/wishes/rehearsed-form.ts';
import type { Naming } from '../../../src/slack/messages/wishes/sentence.ts';
import { type Catalogue, catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { anIncident, entry, HOSTILE_NAMES, TOKYO } from './given.ts';

const HOUR = 3_600_000;
const to = at('12:00:00');
const place = placeId('178');

const burst = (count: number, letIn: number): DoorIncident =>
  anIncident({
    kind: 'failures',
    count,
    firstAt: after(to, -count * HOUR),
    lastAt: after(to, -count * HOUR + 60_000),
    entries: Array.from({ length: letIn }, () => entry('EBISU', after(to, -count * HOUR + 61_000))),
  });
const spell = anIncident({ kind: 'unlocks', since: to, entries: [], withoutPerson: 2 });

const FULL: Rehearsal = {
  from: after(to, -30 * 24 * HOUR),
  to,
  rows: 98_765,
  late: {
    rows: 12,
    mostMs: 3 * HOUR,
    latest: [3, 2, 1].map((hours) => ({
      place,
      door: doorId('181'),
      at: after(to, -(30 + hours) * HOUR),
      lateMs: hours * HOUR,
    })),
  },
  messages: 46,
  days: [
    { day: '2026-11-18', messages: 40 },
    { day: '2026-11-19', messages: 6 },
  ],
  busiest: [
    { from: after(to, -20 * HOUR), messages: 9 },
    { from: after(to, -40 * HOUR), messages: 1 },
  ],
  doors: Array.from({ length: 8 }, (_, index) => ({ place, door: doorId(String(181 + index)), alerts: 20 - index })),
  loudest: [burst(14, 1), burst(9, 0), spell],
  instead: { after2: 310, after3: 88, night: 4 },
  incidents: [],
};
const NONE: Rehearsal = {
  ...FULL,
  late: { rows: 0, mostMs: 0, latest: [] },
  messages: 0,
  days: [],
  busiest: [],
  doors: [],
  loudest: [],
  instead: { night: 0 },
};

const CHANNEL = channelId('C0ALERTS');
const USUAL: Shown = { channel: CHANNEL, wish: { topics: USUAL_TOPICS } };

const drawn = (language: Language, rehearsal: Rehearsal, change: Partial<RehearsalView> = {}): Message => {
  const say = catalogueOf(language);
  return drawRehearsal({
    rehearsal,
    days: 30,
    shown: USUAL,
    unread: [],
    cut: [],
    naming: { ...naming(say), showPlace: false },
    reader: { now: to, timeZone: TOKYO, say },
    ...change,
  });
};

const naming = (say: Catalogue): Naming => ({
  say,
  timeZone: TOKYO,
  nameOfDoor: ({ door }) => (door === '181' ? 'testDoor' : undefined),
  nameOfPlace: () => 'Shibuya store',
  nameOfPerson: () => undefined,
  showPlace: true,
});

const hostile = (language: Language): Message =>
  drawn(language, FULL, {
    naming: {
      ...naming(catalogueOf(language)),
      nameOfDoor: ({ door }) => HOSTILE_NAMES[Number(door) % HOSTILE_NAMES.length],
      nameOfPlace: () => '<!channel>',
    },
    unread: Array.from({ length: 9 }, (_, index) => ({
      place: { id: String(index), name: HOSTILE_NAMES[index] ?? '' },
      problem: { kind: 'timeout', afterMs: 10_000 },
    })),
    cut: [{ id: '178', name: '<!channel>' }, { id: '179' }],
    shown: {
      channel: CHANNEL,
      wish: {
        topics: ['failures', 'blind'],
        after: 2,
        names: 'none',
        doors: Array.from({ length: 400 }, (_, index) => ({ place, door: doorId(String(index)) })),
      },
    },
  });

/** What a rehearsal shows on top of the form that asked for it, under way and over. */
export const rehearsedForms = (language: Language): Readonly<Record<string, ModalView>> => {
  const say = catalogueOf(language);
  return {
    'modal-rehearsing': drawRehearsedForm(drawAsking(say), say),
    'modal-rehearsed': drawRehearsedForm(drawn(language, FULL, { days: 7 }), say, USUAL),
  };
};

/** Rehearsals, in every state and in a language. */
export const rehearsals = (language: Language): Readonly<Record<string, Message>> => {
  const say = catalogueOf(language);
  return {
    rehearsal: drawn(language, FULL),
    'rehearsal-none': drawn(language, NONE, { days: 1 }),
    'rehearsal-hostile-names': hostile(language),
    'rehearsal-reading': drawProgress({ kind: 'reading', rows: 12_000, total: 98_765 }, say),
    'rehearsal-under-way': drawProgress({ kind: 'rehearsing', rows: 98_765, share: 0.427 }, say),
    'rehearsal-busy': saying(say.rehearsal.busy),
  };
};
