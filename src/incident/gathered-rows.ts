import type { GatheredRow } from './gathering.ts';

/** Rows of one gathering that are kept one by one; beyond them, what is over is added up per door. */
const KEPT_SINGLY = 500;

/** What tells the rows of a gathering apart. */
export const keyOfRow = ({ desk, incident }: Pick<GatheredRow, 'desk' | 'incident'>): string => `${desk} ${incident}`;

/** How many incidents these rows stand for. */
export const incidentsIn = (rows: readonly GatheredRow[]): number =>
  rows.reduce((sum, { times = 1 }) => sum + times, 0);

/** The rows, with the oldest of those that are over added up per door and topic when they are too many. */
export function foldRows(rows: readonly GatheredRow[]): readonly GatheredRow[] {
  const surplus = rows.length - KEPT_SINGLY;
  if (surplus <= 0) return rows;
  const folded = new Map<string, GatheredRow>();
  const kept: GatheredRow[] = [];
  let left = surplus;
  for (const row of rows) {
    const isFoldable = row.times !== undefined || (row.settled === true && row.released !== true && left > 0);
    if (!isFoldable) {
      kept.push(row);
      continue;
    }
    if (row.times === undefined) left -= 1;
    const key = [row.place, row.door ?? '', row.kind, row.severity].join('/');
    folded.set(key, sum(folded.get(key), row));
  }
  return [...folded.values(), ...kept];
}

function sum(a: GatheredRow | undefined, b: GatheredRow): GatheredRow {
  if (a === undefined) return { ...b, people: [], times: b.times ?? 1 };
  return {
    ...a,
    since: a.since < b.since ? a.since : b.since,
    lastAt: a.lastAt > b.lastAt ? a.lastAt : b.lastAt,
    count: a.count + b.count,
    letIn: a.letIn + b.letIn,
    times: (a.times ?? 1) + (b.times ?? 1),
  };
}
