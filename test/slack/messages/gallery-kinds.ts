import assert from 'node:assert/strict';
import { doorId } from '../../../src/door/ids.ts';
import type {
  DoorFacts,
  Entries,
  FirstIn,
  LastEntry,
  LeftUnlocked,
  NotUnlocked,
  RefusedByThirdParty,
  Unexplained,
  WalkAround,
} from '../../../src/incident/door-facts.ts';
import { type Incident, incidentId } from '../../../src/incident/incident.ts';
import type { Language } from '../../../src/incident/language.ts';
import { type CardView, drawCard, drawNote } from '../../../src/slack/messages/card.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { aCard, anIncident, entry, HOSTILE_NAMES } from './given.ts';

const FRONT = doorId('181');
const BACK = doorId('182');
const names = new Map([
  [FRONT, 'testDoor'],
  [BACK, 'Back door'],
]);
const over = { closedAt: at('06:00:00'), lastReason: 'closed' } as const;
const people = [
  { id: 'EBISU', name: 'EBISU' },
  { id: 'Jack', name: 'Jack' },
].map(({ id, name }) => entry(name, at('05:12:06'), id).person ?? {});

const walk: WalkAround = {
  kind: 'walk-around',
  since: at('05:12:06'),
  lastAt: at('05:14:20'),
  steps: [
    { door: FRONT, count: 3, firstAt: at('05:12:06'), lastAt: at('05:12:30') },
    { door: BACK, count: 4, firstAt: at('05:14:00'), lastAt: at('05:14:20') },
  ],
  entries: [],
};
const letIn: WalkAround = { ...walk, entries: [{ ...entry('EBISU', at('05:14:26')), door: BACK }] };
const run = { count: 3, since: at('05:12:06'), lastAt: at('05:12:50'), people };
const refused: RefusedByThirdParty = { kind: 'refused-by-third-party', ...run };
const notUnlocked: NotUnlocked = {
  kind: 'not-unlocked',
  ...run,
  count: 1,
  lastAt: run.since,
  people: people.slice(0, 1),
};
const someone: Entries = {
  kind: 'entries',
  since: at('05:12:00'),
  entries: [{ ...entry('EBISU', at('05:12:06')), door: FRONT }],
};
const many: Entries = {
  ...someone,
  entries: Array.from({ length: 15 }, (_, index) => ({
    ...entry(`Person ${index}`, at(`05:12:${10 + index}`)),
    door: index % 3 === 0 ? BACK : FRONT,
  })),
};
const unexplained: Unexplained = {
  kind: 'unexplained',
  count: 2,
  since: at('05:12:06'),
  lastAt: at('05:12:40'),
  habit: 'rare',
};
const left: LeftUnlocked = {
  kind: 'left-unlocked',
  since: at('05:12:06'),
  minutes: 0,
  lastIn: entry('EBISU', at('05:12:05')),
};
const { minutes, ...ended } = left;
const day = { day: '2026-11-20', from: at('00:00:00'), to: at('23:59:59') };
const firstIn: FirstIn = {
  kind: 'first-in',
  ...day,
  since: at('05:12:06'),
  entry: { ...entry('EBISU', at('05:12:06')), door: FRONT },
};
const lastEntry: LastEntry = { ...firstIn, kind: 'last-entry', count: 1_234 };

type Stated = readonly [DoorFacts, Partial<Incident<DoorFacts>>?, Partial<CardView>?];

/** Every card of every kind, in each of its states. */
const STATES: Readonly<Record<string, Stated>> = {
  'walk-around': [walk],
  'walk-around-over': [walk, over, { showPlace: true }],
  'walk-around-let-in': [letIn, over],
  'walk-around-long': [
    {
      ...walk,
      steps: Array.from(
        { length: 12 },
        (_, index) => walk.steps[index % 2] ?? { count: 1, firstAt: walk.since, lastAt: walk.since },
      ),
    },
  ],
  'walk-around-unfounded': [walk, { ...over, isUnfounded: true }],
  'refused-by-third-party': [refused],
  'refused-by-third-party-over': [refused, over],
  'not-unlocked': [notUnlocked],
  'not-unlocked-over': [{ ...notUnlocked, ...run }, over, { showPlace: true }],
  'not-unlocked-merged': [notUnlocked, { ...over, mergedInto: incidentId('not-unlocked/178/181/0') }],
  entries: [someone, over],
  'entries-many': [many, over],
  'unexplained-rare': [unexplained],
  'unexplained-unknown': [{ ...unexplained, count: 1, lastAt: unexplained.since, habit: 'unknown' }, over],
  'unexplained-usual': [{ ...unexplained, habit: 'usual' }, over],
  'left-unlocked': [left],
  'left-unlocked-minutes': [{ ...left, minutes: 12 }, {}, { showPlace: true }],
  'left-unlocked-over': [{ ...ended, until: at('05:40:07') }, over],
  'left-unlocked-end-untold': [{ ...ended, until: at('05:40:07'), isEndUntold: true }, over],
  'left-unlocked-late': [
    { ...ended, until: at('05:40:07') },
    { ...over, openedAt: at('11:00:00'), seenAfterMs: 20_873_000 },
    { toldAt: at('11:20:00') },
  ],
  'first-in': [firstIn, over],
  'last-entry': [lastEntry, over, { showPlace: true }],
  'last-entry-counted': [{ ...lastEntry, count: 1, countedFrom: at('04:00:00') }, over],
};

function view([facts, change = {}, viewed = {}]: Stated, say: CardView['say']): CardView {
  const { door, ...ofPlace } = anIncident<DoorFacts>(facts, change);
  const isOfDoor = !['walk-around', 'entries', 'first-in', 'last-entry'].includes(facts.kind);
  return aCard(isOfDoor && door !== undefined ? { ...ofPlace, door } : ofPlace, {
    nameOfDoor: (_, one) => names.get(one),
    say,
    ...viewed,
  });
}

function worse(facts: DoorFacts, say: CardView['say'], toldAt = at('05:22:10')): Message {
  const seenAt = at('05:22:06');
  const message = drawNote(
    'worse',
    view([facts, { notes: [{ part: 'worse', revision: 2, seenAt }] }, { toldAt }], say),
  );
  assert.ok(message !== undefined);
  return message;
}

/** Cards of all kinds, in a language. */
export function kindCards(language: Language): Readonly<Record<string, Message>> {
  const say = catalogueOf(language);
  return {
    ...Object.fromEntries(Object.entries(STATES).map(([state, stated]) => [state, drawCard(view(stated, say))])),
    'walk-around-worse': worse(letIn, say, at('05:24:30')),
    'left-unlocked-worse': worse({ ...left, minutes: 10 }, say),
    'left-unlocked-worse-over': worse({ ...ended, until: at('05:40:07') }, say, at('05:45:00')),
    ...Object.fromEntries(
      HOSTILE_NAMES.map((name, index) => {
        const hostile = { ...many, entries: many.entries.map((one) => ({ ...one, ...entry(name, one.at) })) };
        const drawn = view([hostile, over, { nameOfDoor: () => name, nameOfPlace: () => name, showPlace: true }], say);
        return [`entries-names-${String(index + 1).padStart(2, '0')}`, drawCard(drawn)];
      }),
    ),
  };
}
