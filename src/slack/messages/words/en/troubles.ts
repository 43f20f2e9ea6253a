import { common, count } from './common.ts';

/** What the bot tells of itself. `what` is what is wrong, in the words of problems; lengths come in words, moments as Slack's dates. */
export const troubles = {
  /** After it is over. */
  reason: (what: string): string => `The reason was: ${what}`,
  blind: {
    head: (places: string, what: string): string => `The bot does not see ${places}: ${what}`,
    seenAgain: (places: string): string => `seen again: ${places}`,
    later: 'What happens meanwhile is told when it sees again',
    again: (places: string): string => `The bot sees ${places} again`,
    was: (from: string, to: string, length: string): string => `It was blind from ${from} to ${to} (${length})`,
    /** An older version did not count what came meanwhile. */
    uncounted: 'What happened meanwhile is told now, as late as it is',
    caughtUp: (rows: number): string =>
      rows === 0
        ? 'No row had come meanwhile'
        : `${common.rows(rows)} caught up; what ${rows === 1 ? 'it tells' : 'they tell'} is told now, as late as it is`,
  },
  session: {
    head: (what: string): string => `The bot sees no doors: ${what}`,
    noRetry: 'The bot does not try again by itself, so as not to lock the account',
    again: 'CLUe accepts the login again',
    was: (from: string, to: string, length: string): string => `The bot was blind from ${from} to ${to} (${length})`,
  },
  missing: {
    device: (id: string): string => `device ${id}`,
    head: (rows: number, where: string): string =>
      `${common.rows(rows)} of ${where} ${rows === 1 ? 'has' : 'have'} not reached the bot`,
    story:
      'What happened there may not be told yet. Look whether the device has power and a network; it sends its rows when it can.',
    since: (moment: string): string => `missed since ${moment}`,
    was: (from: string, to: string, length: string): string => `missed from ${from} to ${to} (${length})`,
    came: (rows: number): string =>
      `${common.rows(rows)} came late and ${rows === 1 ? 'is told, as late as it is' : 'are told, as late as they are'}`,
    never: (rows: number, where: string): string => `${common.rows(rows)} of ${where} never reached the bot`,
    unknown: (rows: number): string =>
      rows === 1
        ? 'What it tells stays unknown. The bot waits for it no longer.'
        : 'What they tell stays unknown. The bot waits for them no longer.',
    all: (where: string): string => `All rows of ${where} have reached the bot`,
    /** By the device's own count, which is what its maker asks for. */
    numbers: (device: string, first: number, last: number): string =>
      `device ${device}, ${first === last ? `entry ${first}` : `entries ${first} to ${last}`} of its own log`,
  },
  silent: {
    head: (doors: number, where: string): string =>
      `${where} ${doors === 1 ? 'is' : 'are'} silent, unlike in other weeks`,
    story:
      'A quiet day, or a device without power or network: the bot cannot tell. Look at the door, or try it with a face.',
    last: (moment: string, usual: number): string =>
      `last row ${moment}, at least ${common.rows(usual)} since then in other weeks`,
    lastOf: (door: string, moment: string, usual: number): string =>
      `${door}: last row ${moment}, at least ${common.rows(usual)} since then in other weeks`,
    more: (doors: number): string => `and ${count(doors, 'more door')}`,
    again: (doors: number, where: string): string => `${where} ${doors === 1 ? 'is' : 'are'} heard again`,
    was: (from: string, to: string, length: string): string => `silent from ${from} to ${to} (${length})`,
    /** Given up. */
    unheard: (where: string): string => `The bot listens no longer for rows of ${where}`,
    unheardWhy: 'Nothing came in weeks, or the place is no longer watched.',
    unheardSince: (moment: string, length: string): string => `silent since ${moment}, for ${length}`,
  },
  slackAway: {
    head: 'Slack does not reach the bot: commands and buttons are not answered',
    story: 'The bot goes on trying by itself. If this stays, look at the bot’s network and at status.slack.com.',
    watched: 'The doors are watched all the while; an alert that Slack does not take waits, and is told',
    again: 'Slack reaches the bot again: commands and buttons are answered',
    was: (from: string, to: string, length: string): string => `Slack was away from ${from} to ${to} (${length})`,
    unanswered: 'What was typed meanwhile got no answer',
    wereWatched: 'The doors were watched all the while; alerts that waited are told now',
  },
  store: {
    head: (what: string): string => `The bot cannot save what it knows: ${what}`,
    again: 'The bot can save again',
    was: (from: string, to: string, length: string): string => `It could not from ${from} to ${to} (${length})`,
    saved: 'Everything is saved now',
  },
  channel: {
    head: (channel: string, what: string): string => `Alerts do not reach ${channel}: ${what}`,
    wait: 'They wait, and are told there once it is put right',
    again: (channel: string): string => `Alerts reach ${channel} again`,
    was: (from: string, to: string, length: string): string => `They did not from ${from} to ${to} (${length})`,
    told: 'What waited is told there now',
  },
  test: {
    head: 'Test alert: nothing happened at any door',
    by: (who: string): string => `asked for by ${who}`,
  },
};

export type TroubleWords = typeof troubles;
