import type { FirstIn } from '../door-facts.ts';
import type { PlaceKind } from './kind.ts';
import { aboutDay, noRows } from './of-day.ts';

/** The first who was let in on a day, told at once. */
export const firstIn: PlaceKind<FirstIn> = {
  name: 'first-in',
  of: 'place',
  sight: ({ days, doors, now }) =>
    days.flatMap(({ day, from, to, first }) => {
      if (first === undefined) return [];
      const { rows, ...entry } = first;
      return [
        {
          facts: { kind: 'first-in', since: entry.at, day, from, to, entry },
          founders: rows,
          ...aboutDay(doors, rows, now),
        },
      ];
    }),
  extent: ({ from, to }) => ({ from, to }),
  carry: (_, sighted) => sighted,
  keeps: noRows,
};
