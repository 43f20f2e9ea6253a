import type { FirstIn } from '../door-facts.ts';
import { isRecent, type PlaceKind } from './kind.ts';
import { aboutDay, noRows } from './of-day.ts';

/** The first who was let in on a day, told at once. */
export const firstIn: PlaceKind<FirstIn> = {
  name: 'first-in',
  of: 'place',
  sight: (place) =>
    place.days.flatMap(({ day, from, to, first }) => {
      if (first === undefined) return [];
      const { rows, ...entry } = first;
      const { isAtHand, ...about } = aboutDay(place.doors, rows, place.now);
      return [
        {
          facts: { kind: 'first-in', since: entry.at, day, from, to, entry },
          founders: rows,
          ...about,
          // A clock that runs ahead wrote the day's first row before the day was known.
          isDue: isAtHand && isRecent(about.seenAt, place),
        },
      ];
    }),
  extent: ({ from, to }) => ({ from, to }),
  carry: (_, sighted) => sighted,
  keeps: noRows,
};
