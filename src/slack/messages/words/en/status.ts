import { common, count } from './common.ts';

const have = (amount: number): string => (amount === 1 ? 'has' : 'have');
const are = (amount: number): string => (amount === 1 ? 'is' : 'are');

/** The bot's health. `since` is a moment; lengths of time and names come in words. */
export const status = {
  /** The worst that is known, in one line. */
  verdict: {
    seesNoDoors: 'The bot sees no doors',
    signedOut: 'The bot is not logged in to CLUe yet',
    noPlaceRead: 'The bot sees no doors: no place can be read',
    placesUnread: (unread: number, all: number): string => `${unread} of ${common.places(all)} cannot be read`,
    cannotSave: 'The bot cannot save what it knows',
    starting: 'Starting: not every place has been read yet',
    channelRefuses: 'Alerts do not reach every channel',
    slackAway: 'Slack does not reach the bot all the time',
    connecting: 'Connecting to Slack',
    rowsMissing: (amount: number): string => `${common.rows(amount)} ${have(amount)} not reached the bot`,
    doorsSilent: (amount: number): string => `${common.doors(amount)} ${are(amount)} silent, unlike in other weeks`,
    troubled: 'A trouble is not over yet',
    well: (places: number): string => `All is well, watching ${common.places(places)}`,
  },
  session: {
    active: (until?: string): string => `CLUe session: active${until === undefined ? '' : `, renewed before ${until}`}`,
    apiKey: 'CLUe session: by API key',
    signedOut: 'CLUe session: none yet',
    refused: (what: string, todo: string): string => `CLUe session: refused. ${what}. ${todo}`,
  },
  speed: (p50: string, p95: string, cards: number): string =>
    `From a row’s arrival to its card: ${p50} (p50), ${p95} (p95), of ${count(cards, 'card')} since the start`,
  noSpeed: 'From a row’s arrival to its card: no card since the start',
  gathered: (amount: number): string => `${common.messages(amount)} told of many at once`,
  place: {
    notRead: 'not read yet',
    lastPoll: (ago: string): string => `last poll ${ago} ago`,
    noRows: 'no rows yet',
    newestFromBefore: (at: string): string => `newest row ${at}, from before the bot watched`,
    newestAhead: (at: string, by: string): string => `newest row ${at}, by a clock ${by} or more ahead of the bot’s`,
    newestSeen: (at: string, lag: string): string => `newest row ${at}, seen ${lag} after it happened`,
    taken: (rows: number, since?: string): string =>
      `${common.rows(rows)} taken${since === undefined ? '' : ` since ${since}`}`,
    told: (amount: number): string => `${common.messages(amount)} told`,
    retries: (amount: number): string => count(amount, 'retry', 'retries'),
    duplicates: (amount: number): string => `${count(amount, 'duplicate')} avoided`,
    missing: (rows: number): string => `${rows === 0 ? 'no rows' : common.rows(rows)} missing now`,
    sinceTheStart: (facts: string): string => `since the start: ${facts}`,
    more: (amount: number, troubled: number): string =>
      `… and ${count(amount, 'more place')}, ${troubled > 0 ? `${troubled} with` : 'without'} a problem`,
  },
  /** What goes on: what is wrong since when, and what to do. */
  trouble: {
    session: (since: string, what: string, todo: string): string =>
      `The bot sees no doors since ${since}: ${what}. ${todo}`,
    blind: (places: string, since: string, what: string, todo: string): string =>
      `The bot does not see ${places} since ${since}: ${what}. ${todo}`,
    store: (since: string, what: string, todo: string): string =>
      `The bot cannot save what it knows since ${since}: ${what}. ${todo}`,
    channel: (channel: string, since: string, what: string, todo: string): string =>
      `Alerts do not reach ${channel} since ${since}: ${what}. ${todo}`,
    slackAway: (since: string): string =>
      `Slack does not reach the bot since ${since}: some commands and buttons are not answered.`,
    device: (id: string): string => `device ${id}`,
    missing: (rows: number, of: string, since: string): string =>
      `${common.rows(rows)} of ${of} ${have(rows)} not reached the bot since ${since}. Look whether the device has power and a network.`,
    silent: (doors: number, names: string, since: string): string =>
      `${names} ${are(doors)} silent since ${since}, unlike in other weeks. Look at the door, or try it with a face.`,
    more: (amount: number): string => `… and ${count(amount, 'more trouble')}`,
  },
  running: (length: string): string => `running for ${length}`,
  slack: { connected: 'Slack connected', connecting: 'Slack connecting' },
  store: { onDisk: 'store on disk', inMemory: 'store in memory, lost at a restart' },
  encrypted: 'encrypted',
  notEncrypted: 'not encrypted (`STORE_KEY` is not set)',
};

export type StatusWords = typeof status;
