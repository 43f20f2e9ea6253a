const number = (amount: number): string => amount.toLocaleString('en');
const count = (amount: number, one: string, many = `${one}s`): string =>
  `${number(amount)} ${amount === 1 ? one : many}`;

/** What a rehearsal says: what a subscription would have told. */
export const rehearsal = {
  /** `31 messages in the last 30 days, at most 4 a day`. */
  head: (messages: number, days: number, mostADay: number): string =>
    `${count(messages, 'message')} in the last ${count(days, 'day')}, at most ${number(mostADay)} a day`,
  none: (days: number): string => `No message at all in the last ${count(days, 'day')}`,
  average: (messages: string): string => `${messages} a day on average`,
  busiest: (hours: readonly string[]): string => `*Busiest hours:* ${hours.join(', ')}`,
  hour: (from: string, messages: number): string => `${from} (${count(messages, 'message')})`,
  doors: (doors: readonly string[], more: number): string =>
    `*Doors:* ${doors.join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}`,
  door: (door: string, alerts: number): string => `${door} (${count(alerts, 'alert')})`,
  loudest: '*The loudest:*',
  instead: (wishes: readonly string[]): string => `*Instead:* ${wishes.join(' · ')}`,
  other: (wish: string, messages: number): string => `with ${wish} ${count(messages, 'message')}`,
  /** Rows that came late, some of them by name. */
  late: (rows: number, length: string, named: readonly string[]): string =>
    `🕰️ ${count(rows, 'row')} came late, by up to ${length} (${named.join(', ')}${rows > named.length ? ', …' : ''}): ${rows === 1 ? 'it was' : 'they were'} taken when they came. A row that came late while no other did looks like one in time`,
  lateRow: (door: string, at: string, length: string): string => `${door} ${at}, ${length} late`,
  blind: '`blind` is not rehearsed: what the bot could not see, the log does not tell',
  noButton: 'This is too long for a button: type it after `/clue subscribe`',
  honest:
    'Read with the names and habits that the bot knows today. Every card counts, and every reply that rings because it became worse; reminders that nobody answered, mutes and quiet hours do not count',
  cut: (places: string): string => `⚠️ so much happened at ${places} that only the newest rows were rehearsed`,
  reading: (rows: number, total: number): string => `⏳ Reading the log: ${number(rows)} of ${number(total)} rows …`,
  rehearsing: (rows: number, percent: number): string => `⏳ Rehearsing ${count(rows, 'row')}: ${percent} % …`,
  busy: '⏳ Another rehearsal is under way. Ask again in a minute.',
  button: 'Subscribe as shown',
};

export type RehearsalWords = typeof rehearsal;
