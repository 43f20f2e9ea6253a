type Span = 'day' | 'week';
const number = (amount: number): string => amount.toLocaleString('en');
const count = (amount: number, one: string, many = `${one}s`): string =>
  `${number(amount)} ${amount === 1 ? one : many}`;

/** What a digest says: a day or a week in numbers. */
export const digest = {
  /** `1,234 entries by 56 people, 12 authentication failures`. Nobody is known of where `people` is 0. */
  head: (entries: number, people: number, failures: number): string =>
    [
      `${count(entries, 'entry', 'entries')}${people > 0 ? ` by ${count(people, 'person', 'people')}` : ''}`,
      count(failures, 'authentication failure'),
    ].join(', '),
  /** Where no place could be read, 0 would be a lie. */
  noNumbers: 'No numbers this time',
  nothing: (span: Span): string =>
    `A quiet ${span}: no entry, no authentication failure, and nothing else that needs a word`,
  span: (span: Span, from: string, to: string): string => `the ${span} from ${from} to ${to}`,
  chart: { day: 'Entries per two hours', week: 'Entries per two hours of the day, all week' },
  /** The days of a week, from the time at which its digest is due; each is `Fri 20 (200)`. */
  perDay: (from: string, days: readonly string[]): string => `entries per day, each from ${from}: ${days.join(', ')}`,
  ofDay: (day: string, entries: number): string => `${day} (${number(entries)})`,
  series: 'Entries',
  caption: 'Doors, the most failures first',
  columns: { door: 'Door', place: 'Place', entries: 'Entries', failures: 'Failures', usual: 'Usually' },
  line: (door: string, entries: number, failures: number, usual: number | undefined): string =>
    `${door} · ${count(entries, 'entry', 'entries')} · ${count(failures, 'failure')}${usual === undefined ? '' : ` (usually ${number(usual)})`}`,
  moreDoors: (left: number): string => `… and ${count(left, 'more door')}`,
  busiest: (from: string, entries: number): string =>
    `busiest hour: from ${from}, ${count(entries, 'entry', 'entries')}`,
  longest: (door: string, length: string, isOpen: boolean): string =>
    isOpen ? `longest unlocked: ${door}, ${length} so far, and it still is` : `longest unlocked: ${door}, ${length}`,
  hidden: (incidents: number, what: string): string => `🔇 mutes hid ${count(incidents, 'alert')}: ${what}`,
  hiddenOf: (what: string, incidents: number): string => `${what} (${number(incidents)})`,
  blind: (spells: number, length: string): string =>
    `⛔ the bot was blind ${spells === 1 ? 'once' : `${number(spells)} times`}, for ${length} in all`,
  missingRows: (rows: number): string => `⛔ ${count(rows, 'row')} of devices never reached the bot, or have not yet`,
  unanswered: (cards: number): string => `⚠️ ${count(cards, 'severe alert')} that nobody answered`,
  dismissed: (noise: number, test: number, known: number): string => {
    const why = [
      ...(noise > 0 ? [`${number(noise)} as noise`] : []),
      ...(test > 0 ? [`${number(test)} as a test`] : []),
      ...(known > 0 ? [`${number(known)} as known`] : []),
    ];
    return `not an incident: ${why.join(', ')}`;
  },
  usualLater: (past: number): string =>
    `what is usual for a door is shown from the fourth digest on; this is number ${number(past + 1)}`,
  unread: (places: string): string => `⚠️ CLUe could not be read for ${places}: what happened there is missing here`,
  cut: (places: string): string => `⚠️ so much happened at ${places} that only the newest rows are counted`,
  malformed: (rows: number): string =>
    `⚠️ ${count(rows, 'row')} could not be understood and ${rows === 1 ? 'is' : 'are'} not counted`,
  late: (length: string, why: 'off' | 'unread'): string =>
    why === 'off' ? `🕰️ told ${length} late: the bot was off` : `🕰️ told ${length} late: CLUe could not be read sooner`,
  skipped: (due: string): string => `⚠️ the digest due at ${due} was left out: the bot was off for too long`,
};

export type DigestWords = typeof digest;
