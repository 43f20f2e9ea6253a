import { after, doorId, placeId } from '../../../src/door/ids.ts';
import type { DoorIncident } from '../../../src/incident/decide.ts';
import { channelId } from '../../../src/incident/incident.ts';
import { LANGUAGES, type Language } from '../../../src/incident/language.ts';
import type { Rehearsal } from '../../../src/incident/rehearsal.ts';
import { USUAL_TOPICS } from '../../../src/incident/topic.ts';
import { saying } from '../../../src/slack/messages/layout.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { drawProgress, drawRehearsal, type RehearsalView } from '../../../src/slack/messages/rehearsal.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
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
  late: { rows: 12, mostMs: 3 * HOUR },
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
  late: { rows: 0, mostMs: 0 },
  messages: 0,
  days: [],
  busiest: [],
  doors: [],
  loudest: [],
  instead: { night: 0 },
};

const drawn = (language: Language, rehearsal: Rehearsal, change: Partial<RehearsalView> = {}): Message =>
  drawRehearsal({
    rehearsal,
    days: 30,
    shown: { channel: channelId('C0ALERTS'), wish: 'failures let-in-after-failures after:4' },
    topics: USUAL_TOPICS,
    unread: [],
    cut: [],
    nameOfDoor: (_, door) => (door === '181' ? 'testDoor' : undefined),
    nameOfPlace: () => 'Shibuya store',
    showPlace: false,
    timeZone: TOKYO,
    say: catalogueOf(language),
    ...change,
  });

const hostile = (language: Language): Message =>
  drawn(language, FULL, {
    showPlace: true,
    nameOfDoor: (_, door) => HOSTILE_NAMES[Number(door) % HOSTILE_NAMES.length],
    nameOfPlace: () => '<!channel>',
    unread: Array.from({ length: 9 }, (_, index) => ({ id: String(index), name: HOSTILE_NAMES[index] ?? '' })),
    cut: [{ id: '178', name: '*store*' }, { id: '179' }],
    shown: { channel: channelId('C0ALERTS'), wish: `door:"${'`<@U1>`'.repeat(400)}"` },
  });

const nameIn = (name: string, language: Language): string => (language === 'en' ? name : `${name}.${language}`);

/** Rehearsals, in every state and language. */
export const REHEARSALS: Readonly<Record<string, Message>> = Object.fromEntries(
  LANGUAGES.flatMap((language): readonly (readonly [string, Message])[] => {
    const say = catalogueOf(language);
    const { rehearsal } = say;
    return [
      ['rehearsal', drawn(language, FULL)] as const,
      [
        'rehearsal-none',
        drawn(language, NONE, { days: 1, shown: { channel: channelId('C0ALERTS'), wish: '' } }),
      ] as const,
      ['rehearsal-hostile-names', hostile(language)] as const,
      ['rehearsal-reading', drawProgress({ kind: 'reading', rows: 12_000, total: 98_765 }, say)] as const,
      ['rehearsal-under-way', drawProgress({ kind: 'rehearsing', rows: 98_765, share: 0.427 }, say)] as const,
      ['rehearsal-busy', saying(rehearsal.busy)] as const,
      ['rehearsal-subscribed', saying(rehearsal.subscribed('`failures after:2`'))] as const,
      ['rehearsal-unclear', saying(rehearsal.unclear('`fialures`'), rehearsal.grammar(['`failures`'], 30))] as const,
    ].map(([name, message]) => [nameIn(name, language), message] as const);
  }),
);
