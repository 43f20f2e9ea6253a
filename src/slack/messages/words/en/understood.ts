/** What every answer opens with: what was understood. Names come escaped. */
export const understood = {
  what: {
    rows: 'rows',
    failures: 'failures',
    entries: 'entries',
    unlocks: 'unlocks',
    passages: 'passages',
  },
  /** Rows of one raw type of CLUe's. */
  ofType: (code: string): string => `rows of type ${code}`,
  /** `Entries of Jack at Front door, Fri 20 Nov 2026 18:00–20:00, Tokyo time`. */
  line: ({ what, where, who, when }: Said): string =>
    [
      `${what.charAt(0).toUpperCase()}${what.slice(1)}${who === undefined ? '' : ` of ${who}`} at ${where}`,
      ...(when === undefined ? [] : [when]),
    ].join(', '),
  per: { hour: 'per hour', day: 'per day', door: 'per door', person: 'per person' },
  /** How many of them are shown, where there may be more. */
  newest: (rows: string): string => `the newest ${rows}`,
  namesNobody: 'CLUe does not say who failed or for whom a door unlocked.',
  nothing: (line: string): string => `${line}: I found nothing.`,
};

/** What was asked for, where, about whom and when, each in words. */
type Said = { readonly what: string; readonly where: string; readonly who?: string; readonly when?: string };

export type UnderstoodWords = typeof understood;
