/** What help says. What stands in code is typed as it is, in every language. */
export const help = {
  opening: 'I tell who came through which door, from CLUe’s log. Only you see my answers.',
  doors:
    'A door is given by its id, its name, or a part of its name that fits one door; quotes keep words together: `"Front door"`. Where there are several places, `place:178` or `place:Shibuya` picks one. Times are yours, and are said back: `friday 18:00-20:00`, `since monday`, `last 2h`; `tz:Asia/Tokyo` reads them elsewhere.',
  examples: (commands: readonly string[]): string => `For example: ${commands.join(', ')}`,
  /** What comes after each command's name; empty where nothing does. */
  usage: {
    recent: '[count] [door] [person] [failures|entries|unlocks|DEV_…] [time]',
    'who-entered': '[door] [person] [today|yesterday evening|friday 18:00-20:00|last week|24h|2026-11-20]',
    failures: '[door] [person] [time]',
    person: 'NAME [time]',
    door: 'NAME',
    doors: '',
    inside: '[place]',
    count: '[failures|entries|unlocks|DEV_…] [door] [person] [time] [per hour|day|door|person]',
    explain: 'ROW|LINK',
    export: '[failures|entries|unlocks|DEV_…] [door] [person] [time] [csv|jsonl]',
    status: '',
    'test-alert': '',
    login: '',
    subscribe:
      '[kinds] [door:… place:… person:…] [not door:… person:…] [hours:22:00-07:00 days:mon-fri|outside:09:00-18:00] [after:3] [names:full|initials|none] [notify:me]',
    unsubscribe: '[kinds|id|all]',
    subscriptions: '',
    quiet: '[22:00-07:00|off]',
    digest: '[daily 09:00|weekly mon 09:00|off]',
    rehearse: '[what /clue subscribe takes] [last 7d|30d]',
    language: '[en|ja|ko]',
    audit: '[person|U012ABCDEF|7d] [csv]',
    link: '[U012ABCDEF person|off]',
    names: '[allow|forbid]',
    help: '[command]',
  },
  /** What each command answers. */
  summary: {
    recent: 'the newest rows of the log: 10 of them, or up to 100',
    'who-entered': 'who really entered: authenticated, and the door unlocked for them; today, if you name no time',
    failures:
      'who was not let in, and who refused them: CLUe, the third party, or the door; today, if you name no time',
    person: 'one person’s passages: first and last, through which doors, and where they were not let in',
    door: 'one door: whether it is unlocked, what is usual there, its last passages',
    doors: 'all doors at a glance, the unlocked ones first; works when CLUe does not answer',
    inside: 'who entered in the last 12 hours and may still be there; leaving is not recorded',
    count: 'how many, as a chart and a table; entries, if you name no kind',
    explain: 'one passage as it went: reader, CLUe, third party, relay, and the times between',
    export: 'the rows as a file, in our direct message; today, as CSV, if you name nothing else',
    status: 'whether the bot sees the doors and tells of them: troubles, each place, lag, counts, version',
    'test-alert': 'send a marked alert through the whole chain to this channel, and time each step',
    login: 'log in to CLUe again after it refused; for admins, once in ten minutes',
    subscribe: 'have this channel hear what you name; alone, it opens a form to pick from',
    unsubscribe: 'have this channel hear less; alone, it lists what there is to remove',
    subscriptions: 'what this channel hears, its mutes, quiet hours, digest and language, with buttons to change them',
    quiet: 'hold what is not severe in these hours, and tell it in one message when they end',
    digest: 'have this channel told what happened, every day or every week at this time',
    rehearse: 'what a subscription would have told in the past days, and what other wishes would change',
    language: 'the language of alerts in this channel; answers to you are in yours',
    audit: 'which questions were answered with names, by whom and why; for admins, also as a file',
    link: 'say who a Slack user is at the doors, so that they can look themselves up; for admins',
    names: 'name people in this channel though another company reads it, or not any more; for admins',
    help: 'this list, or more on one command',
  },
};

export type HelpWords = typeof help;
/** A command that the menu can hold: one that every language has words for. */
export type CommandName = keyof HelpWords['summary'];
