import type { DoorFacts } from '../../../../incident/incident.ts';

const number = (amount: number): string => amount.toLocaleString('en');
const count = (amount: number, one: string, many = `${one}s`): string =>
  `${number(amount)} ${amount === 1 ? one : many}`;

/** Tells in few words what one incident was: how often it happened, and how many were let in. */
type Telling = (times: number, letIn: number) => string;

const kinds: Readonly<Record<DoorFacts['kind'], Telling>> = {
  failures: (times, letIn) =>
    `${count(times, 'authentication failure')}${letIn > 0 ? `, then ${number(letIn)} let in` : ''}`,
  unlocks: (times, letIn) =>
    letIn > 0 ? `unlocked for ${count(letIn, 'person', 'people')}` : `unlocked ${count(times, 'time')}`,
};

/** What a rehearsal says: what a subscription would have told. */
export const rehearsal = {
  /** `31 messages in the last 30 days, at most 4 a day`. */
  head: (messages: number, days: number, mostADay: number): string =>
    `${count(messages, 'message')} in the last ${count(days, 'day')}, at most ${number(mostADay)} a day`,
  none: (days: number): string => `No message at all in the last ${count(days, 'day')}`,
  wish: (wish: string): string => `for ${wish}`,
  average: (messages: string): string => `${messages} a day on average`,
  busiest: (hours: readonly string[]): string => `*Busiest hours:* ${hours.join(', ')}`,
  hour: (from: string, messages: number): string => `${from} (${count(messages, 'message')})`,
  doors: (doors: readonly string[], more: number): string =>
    `*Doors:* ${doors.join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}`,
  door: (door: string, alerts: number): string => `${door} (${count(alerts, 'alert')})`,
  loudest: '*The loudest:*',
  kinds,
  instead: (wishes: readonly string[]): string => `*Instead:* ${wishes.join(' · ')}`,
  other: (wish: string, messages: number): string => `with ${wish} ${count(messages, 'message')}`,
  late: (rows: number, length: string): string =>
    `🕰️ ${count(rows, 'row')} came late, by up to ${length}: ${rows === 1 ? 'it was' : 'they were'} taken when they came. A row that came late while no other did looks like one in time`,
  honest:
    'Read with the names and habits that the bot knows today. Every card counts once; what its thread says, mutes and quiet hours do not count',
  unread: (places: string): string => `⚠️ CLUe could not be read for ${places}: its messages are missing here`,
  cut: (places: string): string => `⚠️ so much happened at ${places} that only the newest rows were rehearsed`,
  reading: (rows: number, total: number): string => `⏳ Reading the log: ${number(rows)} of ${number(total)} rows …`,
  rehearsing: (rows: number, percent: number): string => `⏳ Rehearsing ${count(rows, 'row')}: ${percent} % …`,
  busy: '⏳ Another rehearsal is under way. Ask again in a minute.',
  button: 'Subscribe as shown',
  subscribed: (wish: string): string => `✅ This channel hears from now on: ${wish}`,
  unclear: (word: string): string => `🤔 I do not understand ${word}.`,
  grammar: (topics: readonly string[], mostDays: number): string =>
    `Kinds are ${topics.join(', ')}; then \`door:…\`, \`place:…\`, \`after:3\`, \`hours:22:00-07:00\`, and \`last 7d\` to \`last ${mostDays}d\`.`,
};

export type RehearsalWords = typeof rehearsal;
