import type { Weekday } from '../../../door/zone.ts';
import type { Hours } from '../../../incident/hours.ts';

/** The hours of a wish; undefined for the whole week, and `never` where nothing is left of it. */
export function hoursOf({
  clock,
  days,
  outside,
}: {
  readonly clock?: Pick<Hours, 'from' | 'to'>;
  readonly days: ReadonlySet<Weekday>;
  readonly outside: boolean;
}): Hours | 'never' | undefined {
  const some = days.size > 0 && days.size < 7 ? [...days].sort((a, b) => a - b) : undefined;
  const { from, to } = clock ?? { from: 0, to: 1_440 };
  const isWholeDay = from === 0 && to === 1_440;
  if (isWholeDay && some === undefined) return outside ? 'never' : undefined;
  return { from, to, ...(some !== undefined && { days: some }), ...(outside && { outside }) };
}
