import type { Language } from '../../../src/incident/language.ts';
import { MENU } from '../../../src/slack/commands/index.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { drawUnclear, type Unclear, type UnclearView } from '../../../src/slack/messages/unclear.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { HOSTILE_NAMES, SHIBUYA_STORE, TEST_DOOR } from './given.ts';

const OFFICE = { id: '179' };
const known = { door: TEST_DOOR, place: SHIBUYA_STORE };
const hostile = (index: number): string => HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? '';

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
  { kind: 'no-such-name', word: '<!channel>', known: [known] },
  { kind: 'no-such-person', word: 'person:x' },
  {
    kind: 'several-people',
    word: 'j',
    candidates: [{ id: '34567', name: 'Jack' }, ...HOSTILE_NAMES.map((name, index) => ({ id: `${index}`, name }))],
  },
  { kind: 'several-meanings', word: 'Jack', meanings: ['door', 'person'] },
  { kind: 'no-such-time', word: '2026-03-29 02:00-03:00' },
  { kind: 'no-such-zone', word: 'tz:Atlantis' },
  { kind: 'ends-before', word: '2026-11-20 to 2026-11-18' },
  { kind: 'no-beginning', word: 'before friday' },
  { kind: 'no-such-day', word: '2026-02-30' },
  { kind: 'day-to-come', word: '2030-01-01' },
  { kind: 'time-too-long', word: '9999d', mostDays: 400 },
];

/** What cannot be understood, in every way and in a language. */
export function unclearAnswers(language: Language): Readonly<Record<string, Message>> {
  const say = catalogueOf(language);
  const unclear = (trouble: Unclear, change: Partial<UnclearView> = {}): Message => {
    const [, whoEntered] = MENU;
    const typed = `/clue who-entered ${trouble.word}`;
    const command = whoEntered === undefined ? {} : { command: whoEntered };
    return drawUnclear({ unclear: trouble, typed, menu: MENU, showPlace: true, ...command, ...change }, say);
  };
  return {
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
    'unclear-no-name-yet': unclear({ kind: 'no-such-name', word: 'lobby', known: [] }, { showPlace: false }),
    'unclear-second-person': unclear({ kind: 'given-twice', word: 'Jack', what: 'person' }),
    'unclear-second-split': unclear({ kind: 'given-twice', word: 'per day', what: 'per' }),
    'unclear-second-format': unclear({ kind: 'given-twice', word: 'csv', what: 'format' }),
    'unclear-second-zone': unclear({ kind: 'given-twice', word: 'tz:UTC', what: 'tz' }),
    'unclear-unknown-command': drawUnclear(
      {
        unclear: { kind: 'unknown-command', word: 'recnt' },
        typed: '/clue recnt 5',
        nearest: '/clue recent 5',
        menu: MENU,
        showPlace: false,
      },
      say,
    ),
  };
}
