/** The steps of a test alert. Lengths of time come in words. */
export const testReport = {
  refused: (what: string): string => `No alert can arrive in this channel: ${what}.`,
  /** Where somebody typed in a channel, they know better than a card does what channel it is. */
  refusedHere: {
    not_in_channel: {
      what: 'the bot is no member here',
      todo: 'Type `/invite` with the bot’s name here.',
    },
    channel_not_found: {
      what: 'the bot cannot see it',
      todo: 'In a private channel, type `/invite` with the bot’s name here. A talk between people has no place for the bot.',
    },
  },
  thenAgain: (todo: string): string => `${todo} Then type \`/clue test-alert\` again.`,
  silence: {
    what: (length: string): string =>
      `No test alert within ${length}: Slack did not take it, or other alerts come first.`,
    todo: 'The bot goes on trying. If the alert still comes, it says how late it is. `/clue status` says what is wrong.',
  },
  notSaved: {
    what: 'The bot could not save the test alert, so it did not tell it.',
    todo: 'Look at the disk of `STORE_URL`; the bot’s log tells more.',
  },
  underWay: {
    what: 'A test alert is under way in this channel already.',
    todo: 'Look for it above, or ask again then.',
  },
  tooSoon: (wait: string): string => `You asked for a test alert moments ago. Ask again in ${wait}.`,
  /** `after` is the time since somebody asked. */
  verdict: {
    notShown: (after: string): string => `Slack took the test alert, ${after} after you asked, but does not show it.`,
    clueAway: (after: string): string =>
      `The test alert stands above, ${after} after you asked, but CLUe gives the bot no rows: what happens now is told later.`,
    severalTimes: (after: string, times: number): string =>
      `The test alert stands above, ${after} after you asked, ${times} times.`,
    stands: (after: string): string => `The test alert stands above, ${after} after you asked.`,
    notReadBack: (after: string): string =>
      `The test alert stands above, ${after} after you asked, but the bot cannot read it back.`,
  },
  step: {
    clue: (length: string): string => `CLUe answered: ${length}`,
    noClue: (length: string, what: string, todo: string): string =>
      `CLUe answered: no, for ${length}. ${what}. ${todo}`,
    saved: (length: string): string => `saved: ${length}`,
    notSaved: 'saved: no',
    posted: (length: string): string => `posted by Slack: ${length}`,
    notPosted: 'posted by Slack: no',
    notPostedYet: 'posted by Slack: not yet',
    readBack: (length: string, times: number): string =>
      `read back from the channel: ${length}, ${times === 1 ? 'once' : times === 0 ? 'not found' : `${times} times`}`,
    notReadBack: 'read back from the channel: no',
  },
  advice: {
    /** `word` is Slack's own, as code. */
    unreadable: (word: string): string =>
      `Slack does not let the bot read here (${word}): an alert arrives, but where Slack’s answer is lost it may stand here twice.`,
    gone: 'Somebody deleted it, or Slack is slow. Ask again in a minute.',
    doubled: 'The younger one is taken away in about two minutes.',
  },
};

export type TestReportWords = typeof testReport;
