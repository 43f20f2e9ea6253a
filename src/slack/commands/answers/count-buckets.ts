import type { Per } from '../../../asking/kinds.ts';
import { dayAfter, startOfDay } from '../../../door/day.ts';
import { after, type Instant } from '../../../door/ids.ts';
import { openZone } from '../../../door/zone.ts';
import type { Bucket } from '../../messages/answers/count.ts';
import { whereInWords } from '../../messages/answers/passage-words.ts';
import { personKey, personWord } from '../../messages/names.ts';
import type { Reader } from '../../messages/reader.ts';
import type { Scope } from '../../messages/scope.ts';
import type { Counted } from './passage-rows.ts';

const HOUR_MS = 3_600_000;

/** How many there were of each hour or day, with those that had none, oldest first; or of each door or person, the largest first. */
export function bucketsOf(
  rows: readonly Counted[],
  per: Per,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  scope: Scope,
  { timeZone, say }: Reader,
): readonly Bucket[] {
  switch (per) {
    case 'day':
      return byDay(rows, from, to, timeZone);
    case 'hour':
      return byHour(rows, from, to, timeZone);
    case 'door':
      return bySize(
        Map.groupBy(rows, (row) => `${row.place.id}/${row.door.id ?? ''}`),
        (row) => whereInWords(row, scope, say),
      );
    case 'person':
      return bySize(
        Map.groupBy(rows, ({ person }) => personKey(person)),
        ({ person }) => (personKey(person) === undefined ? say.queries.count.notNamed : personWord(person, say)),
      );
  }
}

function byDay(rows: readonly Counted[], from: Instant, to: Instant, timeZone: string): readonly Bucket[] {
  const zone = openZone(timeZone);
  const values = Map.groupBy(rows, ({ at }) => zone.wall(at).day);
  const last = zone.wall(to).day;
  const buckets: Bucket[] = [];
  for (let day = zone.wall(from).day; day <= last; day = dayAfter(day, 1)) {
    buckets.push({ label: day, value: values.get(day)?.length ?? 0 });
  }
  return buckets;
}

/** Hours as the clock at the doors begins them; one that comes twice in a night of summer time is told apart by its number. */
function byHour(rows: readonly Counted[], from: Instant, to: Instant, timeZone: string): readonly Bucket[] {
  const zone = openZone(timeZone);
  const { day, minute } = zone.wall(from);
  const midnight = startOfDay(day, timeZone);
  const first = after(from, -((from - midnight) % HOUR_MS));
  const isOneDay = zone.wall(to).day === day && minute >= 0;
  const values = Map.groupBy(rows, ({ at }) => Math.floor((at - first) / HOUR_MS));
  return Array.from({ length: Math.floor((to - first) / HOUR_MS) + 1 }, (_, index) => {
    const wall = zone.wall(after(first, index * HOUR_MS));
    const hour = `${String(Math.floor(wall.minute / 60)).padStart(2, '0')}:00`;
    return { label: isOneDay ? hour : `${wall.day.slice(5)} ${hour}`, value: values.get(index)?.length ?? 0 };
  });
}

function bySize<Key>(groups: Map<Key, Counted[]>, label: (row: Counted) => string): readonly Bucket[] {
  return [...groups.values()]
    .flatMap((own) => (own[0] === undefined ? [] : [{ label: label(own[0]), value: own.length }]))
    .sort((a, b) => b.value - a.value);
}
