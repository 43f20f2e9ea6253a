import { after } from '../../door/ids.ts';
import { DAY_TOLD_AFTER_MS } from '../days.ts';
import type { LastEntry } from '../door-facts.ts';
import type { PlaceKind } from './kind.ts';
import { aboutDay, noRows } from './of-day.ts';

/** The last who was let in on a day, told when the day has been over for two minutes. */
export const lastEntry: PlaceKind<LastEntry> = {
  name: 'last-entry',
  of: 'place',
  sight: ({ days, doors, watchingSince, now }) =>
    days.flatMap(({ day, from, to, last, count, isOver }) => {
      if (last === undefined || now < after(to, DAY_TOLD_AFTER_MS)) return [];
      const { rows, ...entry } = last;
      const { isAtHand: _, ...about } = aboutDay(doors, rows, now);
      const countedFrom = watchingSince > from ? { countedFrom: watchingSince } : {};
      return [
        {
          facts: { kind: 'last-entry', since: entry.at, day, from, to, entry, count, ...countedFrom },
          founders: rows,
          ...about,
          isDue: isOver !== true && watchingSince < to,
        },
      ];
    }),
  extent: ({ from, to }) => ({ from, to }),
  carry: (_, sighted) => sighted,
  keeps: noRows,
};
