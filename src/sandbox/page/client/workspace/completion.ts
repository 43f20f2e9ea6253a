/** A command as the message box offers it. */
export type Offer = {
  /** What stands in the box when it is taken. */
  readonly command: string;
  /** What may follow it. */
  readonly usage: string;
  readonly says: string;
};

/** The bot's menu, in the words of its help. */
export const COMMANDS: readonly Offer[] = [
  {
    command: '/clue recent',
    usage: '[count] [door] [person] [failures|entries|unlocks|DEV_…] [time]',
    says: 'the newest rows of the log',
  },
  {
    command: '/clue who-entered',
    usage: '[door] [person] [today|yesterday evening|friday 18:00-20:00|last week|24h|2026-11-20]',
    says: 'who really entered',
  },
  {
    command: '/clue failures',
    usage: '[door] [person] [time]',
    says: 'who was not let in',
  },
  { command: '/clue person', usage: 'NAME [time]', says: 'one person’s passages' },
  { command: '/clue door', usage: 'NAME', says: 'one door, and what is usual there' },
  { command: '/clue doors', usage: '', says: 'all doors at a glance' },
  { command: '/clue inside', usage: '[place]', says: 'who may still be there' },
  {
    command: '/clue count',
    usage: '[failures|entries|unlocks|DEV_…] [door] [person] [time] [per hour|day|door|person]',
    says: 'how many, as a chart',
  },
  { command: '/clue explain', usage: 'ROW|LINK', says: 'one passage as it went' },
  {
    command: '/clue export',
    usage: '[failures|entries|unlocks|DEV_…] [door] [person] [time] [csv|jsonl]',
    says: 'the rows as a file',
  },
  {
    command: '/clue subscribe',
    usage:
      '[kinds] [door:… place:… person:…] [not door:… person:…] [hours:22:00-07:00 days:mon-fri|outside:09:00-18:00] [after:3] [names:full|initials|none] [notify:me]',
    says: 'have this channel hear something',
  },
  { command: '/clue unsubscribe', usage: '[kinds|id|all]', says: 'have this channel hear less' },
  { command: '/clue subscriptions', usage: '', says: 'what this channel hears' },
  { command: '/clue quiet', usage: '[22:00-07:00|off]', says: 'hold what is not severe in these hours' },
  { command: '/clue digest', usage: '[daily 09:00|weekly mon 09:00|off]', says: 'a day or a week in numbers' },
  {
    command: '/clue rehearse',
    usage: '[what /clue subscribe takes] [last 7d|30d]',
    says: 'try a subscription on the past',
  },
  { command: '/clue language', usage: '[en|ja|ko]', says: 'the language of alerts in this channel' },
  { command: '/clue status', usage: '', says: 'whether the bot sees the doors' },
  { command: '/clue test-alert', usage: '', says: 'send a marked alert to this channel, and time each step' },
  { command: '/clue names', usage: '[allow|forbid]', says: 'name people though another company reads; for admins' },
  { command: '/clue link', usage: '[U012ABCDEF person|off]', says: 'who a Slack user is at the doors; for admins' },
  { command: '/clue audit', usage: '[person|U012ABCDEF|7d] [csv]', says: 'who was answered with names; for admins' },
  { command: '/clue login', usage: '', says: 'log in to CLUe again after it refused; for admins' },
  { command: '/clue help', usage: '[command]', says: 'the list of commands, or more on one' },
];

/** Commands that take a door's name. */
const TAKES_DOOR: readonly string[] = [
  '/clue recent',
  '/clue who-entered',
  '/clue failures',
  '/clue door',
  '/clue count',
  '/clue export',
];

/** What the message box offers for what is typed in it: commands that begin so, then doors. None when nothing fits. */
export function offersFor(typed: string, doors: readonly string[]): readonly Offer[] {
  if (!typed.startsWith('/')) return [];
  const text = typed.toLowerCase().replace(/\s+/g, ' ');
  const commands = COMMANDS.filter(({ command }) => command.startsWith(text) && command !== text);
  if (commands.length > 0) return commands;
  const command = TAKES_DOOR.find((one) => text.startsWith(`${one} `));
  if (command === undefined) return [];
  const begun = text.slice(command.length + 1).replace(/^"/, '');
  return [...new Set(doors)]
    .filter((name) => name.toLowerCase().startsWith(begun) && name.toLowerCase() !== begun)
    .map((name) => ({ command: `${command} ${quoted(name)}`, usage: '', says: 'this door only' }))
    .filter((offer) => offer.command.toLowerCase() !== text);
}

/** A name of several words is kept together by quotes. */
function quoted(name: string): string {
  return /\s/.test(name) ? `"${name}"` : name;
}
