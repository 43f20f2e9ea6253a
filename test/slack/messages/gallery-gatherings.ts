import { after, doorId, placeId } from '../../../src/door/ids.ts';
import type { GatheredRow, Gathering, GatheringReason } from '../../../src/incident/gathering.ts';
import { incidentId } from '../../../src/incident/incident.ts';
import type { Language } from '../../../src/incident/language.ts';
import { type CardView, drawCard } from '../../../src/slack/messages/card.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { aCard, anIncident, HOSTILE_NAMES } from './given.ts';

const since = at('05:12:00');

/** The incident number `index` of a crowd: every third one an unlocked spell, each three seconds after the one before. */
export function aRow(index: number, change: Partial<GatheredRow> = {}): GatheredRow {
  const isSpell = index % 3 === 2;
  const began = after(since, index * 3_000);
  const row: GatheredRow = {
    desk: 'place/178',
    incident: incidentId(`row/${index}`),
    place: placeId('178'),
    door: doorId(String(181 + index)),
    kind: isSpell ? 'unlocks' : 'failures',
    topics: [isSpell ? 'unlocks' : 'failures'],
    severity: isSpell ? 'calm' : 'notable',
    people: [],
    since: began,
    lastAt: after(began, isSpell ? 3_000 : 42_000),
    count: isSpell ? 1 : 1 + (index % 7),
    letIn: isSpell ? 1 : 0,
    isOpen: false,
    openedAt: after(began, 1_000),
    seenAfterMs: 1_000,
    revision: 1,
    ...change,
  };
  // What a row says decides what it is.
  const isSevere = change.severity === undefined && row.kind === 'failures' && row.letIn > 0 && row.count >= 4;
  return isSevere ? { ...row, severity: 'severe' } : row;
}

export const aCrowd = (size: number, change: (index: number) => Partial<GatheredRow> = () => ({})) =>
  Array.from({ length: size }, (_, index) => aRow(index, change(index)));

/** The message of a gathering with these rows; open, unless `isOver` says otherwise. */
export function gathered(
  why: GatheringReason,
  rows: readonly GatheredRow[],
  { isOver = false, ...change }: Partial<CardView> & { readonly isOver?: boolean } = {},
): Message {
  const facts: Gathering = { kind: 'gathering', why, since, joinedAt: after(since, 90_000), rows };
  const { place, door, ...incident } = anIncident(facts, isOver ? { closedAt: at('05:20:00') } : {});
  const named = { nameOfDoor: (_: unknown, id: string) => (Number(id) < 184 ? `Door ${Number(id) - 180}` : undefined) };
  return drawCard(aCard(incident, { toldAt: after(since, 2_000), ...named, ...change }));
}

const sixDoors = (index: number): Partial<GatheredRow> => ({ door: doorId(String(181 + (index % 6))) });
const late = (index: number): Partial<GatheredRow> => ({
  ...sixDoors(index),
  openedAt: at('11:00:00'),
  seenAfterMs: 20_880_000 - index * 3_000,
});
const twoPlaces = (index: number): Partial<GatheredRow> => ({
  ...sixDoors(index),
  place: placeId(index % 2 === 0 ? '178' : '179'),
});
const broken = { kind: 'failures', count: 14, letIn: 1, door: doorId('182') } as const;

/** One message in place of many, in every state and in a language. */
export function gatherings(language: Language): Readonly<Record<string, Message>> {
  const drawn = (
    why: GatheringReason,
    rows: readonly GatheredRow[],
    change: Partial<CardView> & { readonly isOver?: boolean } = {},
  ): Message => gathered(why, rows, { say: catalogueOf(language), ...change });
  return {
    'storm-one': drawn(
      'storm',
      aCrowd(1, () => ({ isOpen: true })),
    ),
    'storm-one-door': drawn(
      'storm',
      aCrowd(20, () => ({ door: doorId('181'), isOpen: true })),
    ),
    'storm-goes-on': drawn(
      'storm',
      aCrowd(20, (index) => ({ ...sixDoors(index), isOpen: index > 17 })),
    ),
    'storm-over': drawn('storm', aCrowd(20, sixDoors), { isOver: true }),
    'storm-let-in': drawn('storm', [...aCrowd(20, sixDoors), aRow(20, broken)]),
    'storm-released': drawn('storm', [...aCrowd(20, sixDoors), aRow(20, { isOpen: true, released: true })], {
      isOver: true,
    }),
    'storm-two-places': drawn('storm', aCrowd(20, twoPlaces), { showPlace: true }),
    'storm-hundred': drawn('storm', aCrowd(100)),
    'storm-hundred-and-one': drawn('storm', aCrowd(101)),
    'rows-late': drawn('rows-late', aCrowd(20, late), { toldAt: at('11:00:01') }),
    'rows-late-one': drawn('rows-late', aCrowd(1, late), { toldAt: at('11:00:01') }),
    'rows-late-told-late': drawn('rows-late', aCrowd(20, late), { toldAt: at('11:20:00') }),
    'rows-late-let-in': drawn('rows-late', [...aCrowd(20, late), aRow(20, { ...late(20), ...broken })], {
      toldAt: at('11:00:01'),
    }),
    'while-slack-was-away': drawn('slack-away', aCrowd(20, sixDoors), { toldAt: at('05:32:00') }),
    'storm-hostile-names': drawn(
      'storm',
      aCrowd(HOSTILE_NAMES.length, (index) => ({ ...broken, door: doorId(String(index)) })),
      {
        nameOfDoor: (_, id) => HOSTILE_NAMES[Number(id)],
        nameOfPlace: () => HOSTILE_NAMES[0] ?? '',
        showPlace: true,
      },
    ),
  };
}
