import type { Instant } from '../../door/ids.ts';
import type { Passage } from '../../door/passage.ts';
import type { TrailRow } from '../trail.ts';
import { lockedAt, type Spell } from './spells.ts';

/** A stretch of a spell that nobody's entry renewed. */
export type Stretch = {
  readonly ons: readonly TrailRow[];
  readonly since: Instant;
  readonly until?: Instant;
  /** It ended because the lock was released again for somebody, and no row told when it had been locked. */
  readonly isEndUntold: boolean;
  /** When the bot last saw a row of it. */
  readonly seenAt: Instant;
};

/**
 * A door's spells, cut where somebody was let in: a relay that goes on for somebody had gone off before, or begins to
 * count anew. So people who come one after the other, each of whom the lock is released for, leave no door unlocked, and a
 * relay-off that never reaches the server does not keep a door unlocked for ever.
 */
export function stretchesOf(spells: readonly Spell[], passages: readonly Passage[]): readonly Stretch[] {
  const entries = new Set(passages.flatMap((one) => (one.kind === 'let-in' ? [one.relay] : [])));
  return spells.flatMap((spell) => {
    const parts: TrailRow[][] = [];
    for (const on of spell.ons) {
      const last = parts.at(-1);
      if (last === undefined || entries.has(on.event.id)) parts.push([on]);
      else last.push(on);
    }
    return parts.flatMap((ons, index): readonly Stretch[] => {
      const [first] = ons;
      const next = parts[index + 1]?.[0];
      if (first === undefined) return [];
      const until = next === undefined ? lockedAt({ ons, off: spell.off }) : next.event.at;
      const end = next ?? spell.off;
      const rows = end === undefined ? ons : [...ons, end];
      return [
        {
          ons,
          since: first.event.at,
          ...(until !== undefined && { until }),
          isEndUntold: next !== undefined,
          seenAt: rows.map((row) => row.seenAt).reduce((a, b) => (a > b ? a : b)),
        },
      ];
    });
  });
}
