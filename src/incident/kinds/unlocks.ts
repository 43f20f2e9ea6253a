import { after, instant } from '../../door/ids.ts';
import type { Passage } from '../../door/passage.ts';
import type { Entry, Unlock } from '../door-facts.ts';
import type { TrailRow } from '../trail.ts';
import type { DoorKind, Sighting } from './kind.ts';
import { lockedAt, type Spell } from './spells.ts';

/** The end of time, for a spell that still goes on. */
export const NEVER = instant(Number.MAX_SAFE_INTEGER);

/** One message per spell of an unlocked door, from the first relay-on to the relay-off. */
export const unlocks: DoorKind<Unlock> = {
  name: 'unlocks',
  of: 'door',
  sight: ({ spells, passages }) => {
    const byRelay = new Map(passages.flatMap((passage) => ('relay' in passage ? [[passage.relay, passage]] : [])));
    return spells.map((spell) => sighting(spell, (row) => byRelay.get(row.event.id)));
  },
  // A relay-off whose time is wrong can end a spell at the very moment of its last relay-on, which is in it.
  extent: (facts) => ({ from: facts.since, to: facts.until === undefined ? NEVER : after(facts.until, 1) }),
  // A spell whose rows are forgotten is not sighted any more.
  carry: (_, sighted) => sighted,
  // The authentication comes shortly before the relay; its row is part of the story.
  keeps: (facts) => ({ from: after(facts.since, -10_000), to: facts.until ?? NEVER }),
};

function sighting(spell: Spell, passageOf: (row: TrailRow) => Passage | undefined): Sighting<Unlock> {
  const passages = spell.ons.map(passageOf);
  const entries: Entry[] = passages.flatMap((passage) =>
    passage?.kind === 'let-in' ? [{ at: passage.at, ...(passage.person && { person: passage.person }) }] : [],
  );
  const until = lockedAt(spell);
  const rows = spell.off === undefined ? spell.ons : [...spell.ons, spell.off];
  return {
    facts: {
      kind: 'unlocks',
      since: spell.ons[0]?.event.at ?? NEVER,
      ...(until !== undefined && { until }),
      entries,
      withoutPerson: passages.length - entries.length,
    },
    founders: spell.ons.map((row) => row.event.id),
    seenAt: rows.map((row) => row.seenAt).reduce((a, b) => (a > b ? a : b)),
    over: spell.off !== undefined,
  };
}
