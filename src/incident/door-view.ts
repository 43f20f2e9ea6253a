import type { DoorEvent, Person } from '../door/event.ts';
import type { DoorId, EventId, Instant, PersonId } from '../door/ids.ts';
import { type Passage, passagesOfDoor } from '../door/passage.ts';
import { type Spell, spellsOf } from './kinds/spells.ts';
import { type Stretch, stretchesOf } from './kinds/stretches.ts';
import type { Learned } from './learned.ts';
import type { TrailRow } from './trail.ts';

/** What a kind of incident looks at: one door's rows at hand and what they mean, oldest first, and what the door's past taught. */
export type DoorView = {
  readonly door?: DoorId;
  readonly trail: readonly TrailRow[];
  readonly passages: readonly Passage[];
  /** Spells of the unlocked door, oldest first; and the same cut where somebody was let in. */
  readonly spells: readonly Spell[];
  readonly stretches: readonly Stretch[];
  /** The rows at hand by their ids. */
  readonly rows: ReadonlyMap<EventId, TrailRow>;
  readonly learned: Learned;
  /** When the bot first saw the place: what was seen then alerts nobody. */
  readonly watchingSince: Instant;
  /** When the bot last looked, as far as it remembers: what time alone has made an incident since then is not told yet. */
  readonly lookedAt: Instant;
  readonly now: Instant;
};

type Seen = Omit<DoorView, 'passages' | 'rows' | 'spells' | 'stretches'> & {
  readonly thirdParty: boolean;
  /** Names that other rows taught: some rows carry a person's key alone. */
  readonly names: () => ReadonlyMap<PersonId, string>;
};

/** A door's view. What it costs to read its rows is paid when a kind first asks, and once. */
export function doorView({ thirdParty, names, ...seen }: Seen): DoorView {
  const passages = once(() => passagesOfDoor(named(seen.trail, names()), seen.now, thirdParty));
  const spells = once(() => spellsOf(seen.trail));
  const stretches = once(() => stretchesOf(spells(), passages()));
  const rows = once(() => new Map(seen.trail.map((row) => [row.event.id, row])));
  return {
    ...seen,
    get passages() {
      return passages();
    },
    get spells() {
      return spells();
    },
    get stretches() {
      return stretches();
    },
    get rows() {
      return rows();
    },
  };
}

/** When the bot last saw one of these rows; undefined where none is at hand. */
export function lastSeen({ rows }: Pick<DoorView, 'rows'>, ids: readonly EventId[]): Instant | undefined {
  return ids.reduce<Instant | undefined>((last, id) => {
    const seenAt = rows.get(id)?.seenAt;
    return seenAt === undefined || (last !== undefined && last >= seenAt) ? last : seenAt;
  }, undefined);
}

/** What tells people apart; nobody is the same as a person of whom nothing is known. */
export function eachOnce(people: readonly (Person | undefined)[]): readonly Person[] {
  const known = people.flatMap((person) => (person === undefined ? [] : [person]));
  return [...new Map(known.map((person) => [person.id ?? person.name ?? '', person])).values()];
}

export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function named(trail: readonly TrailRow[], names: ReadonlyMap<PersonId, string>): readonly DoorEvent[] {
  return trail.map(({ event }) => {
    const name = event.person?.id === undefined ? undefined : names.get(event.person.id);
    return event.person?.name !== undefined || name === undefined
      ? event
      : { ...event, person: { ...event.person, name } };
  });
}
