import { common, count } from './common.ts';

/** What answers about the log say: what was understood, what was found, and what is missing. Names come escaped. */
export const answers = {
  asking: 'Asking CLUe…',
  broken: {
    what: 'Something in the bot went wrong, so there is no answer.',
    todo: 'The bot’s log says what. Please try again.',
  },
  oldButton: {
    what: 'This button is too old: the bot no longer knows what it was about.',
    todo: '`/clue recent` shows the newest rows.',
  },
  /** What is wrong, as a sentence. */
  sentence: (what: string): string => `${what}.`,
  /** What is wrong, and what helps. */
  wrong: (what: string, todo: string): string => `${what}. ${todo}`,
  /** The line above a table. */
  above: (head: string): string => `${head}:`,
  allDoors: 'all doors',
  allDoorsOf: (places: string): string => `all doors of ${places}`,
  /** How many places, and their names. */
  missingHere: (amount: number, places: string, what: string, advice: string): string =>
    `${places} ${amount === 1 ? 'is' : 'are'} missing here: ${what}. ${advice}`,
  noPlaceRead: 'None of the places could be read.',
  rowsUnreadable: (amount: number): string =>
    `${common.rows(amount)} from CLUe could not be read; the bot’s log has more.`,
  columns: {
    time: 'Time',
    door: 'Door',
    place: 'Place',
    what: 'What happened',
    who: 'Who',
    person: 'Person',
    code: 'Code',
    row: 'Row',
  },
  recent: {
    caption: 'Rows, newest first',
    noneYet: (where: string): string => `CLUe has no rows yet (${where}).`,
    noneFound: (where: string): string => `I found no rows (${where}).`,
    page: (amount: number, where: string): string => `${common.rows(amount)} of ${where}, newest first`,
    newest: (amount: number, where: string): string =>
      `The newest ${amount === 1 ? 'row' : common.rows(amount)} of ${where}`,
    leftOut: (amount: number): string => `${count(amount, 'older row')} left out: a table in Slack holds no more.`,
    lookedThrough: (amount: number, place?: string): string =>
      `I looked through the newest ${common.rows(amount)}${place === undefined ? '' : ` of ${place}`} and no further.`,
  },
  entered: {
    caption: 'Entries, newest first',
    /** Each after what was understood. */
    nobody: (understood: string): string => `${understood}: nobody entered.`,
    noneFound: (understood: string): string => `${understood}: I found no entries.`,
    /** By how many people; none where CLUe names nobody. */
    summary: (entries: number, people: number): string =>
      `${common.entries(entries)} by ${people === 0 ? 'somebody CLUe does not name' : common.people(people)}`,
    timesOf: (name: string, times: number): string => `${name} ${times}`,
    morePeople: (amount: number): string => count(amount, 'more person', 'more people'),
    notNamed: (times: number): string => `not named by CLUe ${times}`,
    /** Who how often. */
    tally: (people: readonly string[]): string => people.join(', '),
    leftOut: (amount: number): string =>
      `${count(amount, 'older entry', 'older entries')} left out: a table in Slack holds no more. They are counted above.`,
    pending: (amount: number): string =>
      `${common.people(amount)} authenticated just now; whether the door unlocks is not known yet.`,
    cut: (rows: number, place?: string, backTo?: string): string =>
      `Only the newest ${common.rows(rows)}${place === undefined ? '' : ` of ${place}`} were read${backTo === undefined ? '' : `, back to ${backTo}`}; earlier entries are missing here. Ask for a shorter time.`,
  },
  rows: {
    caption: 'Rows, oldest first',
    none: (where: string): string => `CLUe has no rows of ${where} for this card any more.`,
    head: (amount: number, where: string): string => `${common.rows(amount)} of ${where}`,
    more: (amount: number): string => `… and ${count(amount, 'more row')}, left out here`,
    cut: 'There were more rows than could be read; earlier ones are missing.',
  },
  /** How fresh an answer is. */
  fresh: {
    asOf: (age: string): string => `As of ${age} ago.`,
    away: (what: string, age: string, places?: string): string =>
      `${what}: ${places === undefined ? '' : `${places} `}as known ${age} ago.`,
    missing: (amount: number): string =>
      `CLUe counts ${common.rows(amount)} more than it gives, so something may be missing here.`,
  },
  /** While many rows are read. */
  reading: {
    progress: (pages: number, ofPages: number, rows: number, left: string): string =>
      `Reading ${common.rows(rows)} from CLUe: page ${pages.toLocaleString('en')} of ${ofPages.toLocaleString('en')}, about ${left} left.`,
    stop: 'Stop',
    stopped: 'Stopped. I read no further.',
    over: 'There is nothing to stop: that answer is there, or was stopped before.',
    tooMany: (total: number, most: number): string =>
      `That is ${common.rows(total)}, more than the ${most.toLocaleString('en')} I read for one answer. Please narrow it down: ask for a shorter time, or for one place.`,
  },
  span: {
    today: (day: string, zone: string): string => `today, ${day}, ${zone}`,
    yesterday: (day: string, zone: string): string => `yesterday, ${day}, ${zone}`,
    day: (day: string, zone: string): string => `${day}, ${zone}`,
    fromTo: (first: string, last: string, zone: string): string => `${first} – ${last}, ${zone}`,
    since: (moment: string, zone: string): string => `since ${moment}, ${zone}`,
    clock: (day: string, from: string, to: string, zone: string): string => `${day} ${from}–${to}, ${zone}`,
    last: (length: string, since: string, zone: string): string => `the last ${length}, since ${since} ${zone}`,
    hours: (amount: number): string => `${amount} h`,
    days: (amount: number): string => count(amount, 'day'),
  },
  /** The end of a text that was cut. */
  moreLines: (amount: number): string => `… and ${amount} lines more.`,
};

export type AnswerWords = typeof answers;
