import { common, count } from './common.ts';

/** What the answers to questions say beside those of `recent` and `who-entered`. Names come escaped. */
export const queries = {
  none: (head: string): string => `${head}: none.`,
  noneFound: (head: string): string => `${head}: I found none.`,
  times: (what: string, amount: number): string => `${what} ${amount.toLocaleString('en')}`,
  tally: (parts: readonly string[]): string => parts.join(', '),
  notLetIn: (amount: number, tally: string): string => `Not let in ${common.times(amount)}: ${tally}`,
  captions: { failures: 'Failures, newest first', passages: 'Passages, newest first' },
  leftOut: (amount: number): string =>
    `${count(amount, 'more line')} left out: a table in Slack holds no more. All are counted above.`,
  cut: (rows: number, place?: string, backTo?: string): string =>
    `Only the newest ${common.rows(rows)}${place === undefined ? '' : ` of ${place}`} were read${backTo === undefined ? '' : `, back to ${backTo}`}; what came before is missing here. Ask for a shorter time.`,
  /** CLUe could not be read: what is told is so old. */
  away: (what: string, advice: string, ago?: string, place?: string): string =>
    `${place === undefined ? '' : `${place}: `}${what}. ${ago === undefined ? 'I have not seen it since I started' : `This is as known ${ago} ago`}. ${advice}`,
  results: {
    'let-in': 'let in',
    refused: 'refused by CLUe',
    'refused-by-third-party': 'refused by the third party',
    'not-unlocked': 'accepted, but the door did not unlock',
    'unlocked-without-person': 'unlocked with nobody before it',
    pending: 'a moment ago; not decided yet',
  },
  person: {
    summary: (entries: number, others: number): string =>
      `${common.entries(entries)}${others === 0 ? '' : `, ${common.times(others)} not let in`}`,
    firstAndLast: (first: string, last: string): string => `First ${first}, last ${last}`,
    doors: (tally: string): string => `Doors: ${tally}`,
  },
  door: {
    head: (where: string, state: string): string => `${where}: ${state}`,
    unlockedSince: (at: string): string => `unlocked since ${at}`,
    lockedAt: (at: string): string => `locked again ${at}`,
    notKnown: 'I have not seen it locked or unlocked yet',
    last: (what: string, at: string, who?: string): string =>
      `Last: ${what}${who === undefined ? '' : `, ${who}`}, ${at}`,
    usual: (length: string): string => `It is usually unlocked for ${length}.`,
    unexplained: {
      usual: 'That it unlocks with nobody before it is normal here: an exit button, most likely.',
      rare: 'That it unlocks with nobody before it is rare here.',
      unknown: 'Whether it is normal that it unlocks with nobody before it, I do not know yet.',
    },
    busiest: (hours: readonly string[]): string => `Its busiest hours: ${hours.join(', ')}.`,
    noPassages: 'I found no passages in the last 24 h.',
  },
  doors: {
    caption: 'Doors, the unlocked ones first',
    none: 'No door has shown itself yet.',
    allLocked: 'No door is unlocked, as far as I know',
    unlocked: (doors: string): string => `Unlocked now: ${doors}`,
    state: 'Lock',
    last: 'Last event',
    isUnlocked: (length: string): string => `unlocked for ${length}`,
    isLocked: 'locked again',
    notKnown: 'not seen yet',
    leftOut: (amount: number): string => `${count(amount, 'more door')} left out: a table in Slack holds no more.`,
  },
  inside: {
    caption: 'Entered, the last first',
    head: (where: string, hours: number): string => `Entered at ${where} in the last ${hours} h`,
    honest: 'Entered; leaving is not recorded, so some may be gone.',
    nobody: (head: string): string => `${head}: nobody.`,
    nobodyNamed: (head: string): string => `${head}: nobody whom CLUe names.`,
    nobodyShown: (head: string): string => `${head}: nobody whom you may see by name.`,
    notShown: (amount: number): string => `${common.entries(amount)} more by people whom you may not see by name.`,
    unnamed: (amount: number): string => `${common.entries(amount)} more by somebody CLUe does not name.`,
    entered: 'Last entered',
    times: 'Entries',
  },
  count: {
    column: { hour: 'Hour', day: 'Day', door: 'Door', person: 'Person' },
    total: (amount: number, label: string, most: number): string =>
      `${amount.toLocaleString('en')} in all, most: ${label} (${most.toLocaleString('en')})`,
    others: 'others',
    notNamed: 'not named',
    othersAre: (amount: number): string => `The last bar is ${amount.toLocaleString('en')} others together.`,
    eachBar: (amount: number, per: 'hour' | 'day'): string => `Each bar is ${count(amount, per)} together.`,
  },
  explain: {
    story: {
      'let-in': (where: string, who: string): string => `${who} was let in at ${where}`,
      refused: (where: string, _who: string): string => `CLUe refused somebody at ${where}`,
      'refused-by-third-party': (where: string, who: string): string =>
        `CLUe accepted ${who} at ${where}, the third party did not: not let in`,
      'not-unlocked': (where: string, who: string): string =>
        `CLUe accepted ${who} at ${where}, but the door did not unlock: not let in`,
      'unlocked-without-person': (where: string, _who: string): string =>
        `${where} was unlocked with nobody before it: an exit button, a schedule or a remote command`,
      pending: (where: string, who: string): string =>
        `CLUe accepted ${who} at ${where} a moment ago; whether the door unlocks is not known yet`,
    },
    aReader: 'reader',
    reader: (id: string): string => `reader ${id}`,
    nobody: 'nobody before it',
    thirdParty: 'third party',
    thirdPartySilent: 'third party (no word of it)',
    unlocked: 'unlocked',
    noRelay: 'the relay did not answer',
    locked: 'locked again',
    notLocked: 'no row of locking again',
    row: (id: string, code: string): string => `row ${id}, ${code}`,
    around: (where: string, from: string, to: string): string => `${where}, ${from} to ${to}`,
    noRows: 'CLUe has no rows of this time any more.',
    earlier: (amount: number): string => `… ${amount} earlier passages, left out here`,
    noPassage: (what: string, at: string, where: string): string =>
      `${where}, ${at}: ${what}. This row belongs to no passage.`,
    notOfDoor: 'This message is about the bot itself, not about a door. `/clue status` says how it is.',
    noCard:
      'This message is no card of mine, or one so old that I no longer know it. `/clue recent` shows the newest rows.',
  },
  export: {
    done: (rows: number): string => `📎 ${common.rows(rows)} are in our direct message, as a file.`,
    none: (head: string): string => `${head}: no rows, so there is no file.`,
    failed: (word: string): string => `Slack did not take the file (${word}). Please try again.`,
    scope: 'The app lacks a permission that files need: take `manifest.yml` over and install the app again.',
  },
  buttons: {
    older: 'Older',
    newer: 'Newer',
    failures: 'Only failures',
    csv: 'As CSV',
    share: 'Share here',
    tooLong: 'This question is too long for buttons: to ask on, type it with fewer places.',
  },
  share: {
    ask: (where: string): string => `Everybody in ${where} would see these people’s names. Share them?`,
    leftOut: {
      role: (where: string): string => `Your role is viewer, so you can name nobody in ${where}.`,
      shared: (where: string): string => `${where} is shared with another company, so nobody can be named in it.`,
      unknown: (where: string): string =>
        `Slack does not say just now whether another company reads ${where}, so nobody can be named in it.`,
    },
    named: 'Share with names',
    unnamed: 'Share without names',
    ofPerson: 'An answer about one person cannot be shared without their name.',
    by: (who: string): string => `Shared by ${who}`,
    outcome: {
      done: (where: string): string => `Shared in ${where}.`,
      direct: (_where: string): string => 'Only you read this: ask in a channel to share the answer there.',
      'not-in': (where: string): string => `I am not in ${where}: type \`/invite @CLUe\` there, then press again.`,
      archived: (where: string): string => `${where} is archived.`,
      refused: (where: string): string => `Slack did not take the message for ${where}. Please try again.`,
    },
  },
  unclear: {
    whom: 'Whom do you mean? Type a name, a part of it, or an id.',
    whichDoor: 'Which door do you mean? Type its name, a part of it, or its id.',
    whichRow: 'Which row do you mean? Type its id, as the button “Show rows” has it, or a card’s link.',
    noSuchRow: (word: string): string => `I found no row and no card ${word} among the newest rows.`,
  },
};

export type QueryWords = typeof queries;
