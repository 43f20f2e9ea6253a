/** What came of asking CLUe to log the bot in again. */
export const login = {
  accepted: { what: 'CLUe accepts the login again.', next: 'The bot reads what happened meanwhile now.' },
  already: 'The bot is logged in to CLUe already.',
  nothingToDo: 'There was nothing to do.',
  keyAgain: {
    what: 'The bot has an API key in place of a login, and shows it to CLUe again at its next poll.',
    next: 'In a minute, `/clue status` says whether CLUe accepts it.',
  },
  keyNotRefused: 'The bot has an API key in place of a login, and CLUe has not refused it.',
  tooSoon: 'Somebody asked for this less than ten minutes ago, and repeated refusals lock the account.',
  askAt: (moment: string): string => `Ask again at ${moment}.`,
  askInTenMinutes: 'The next try can be asked for in ten minutes.',
  failed: (what: string): string => `The bot could not log in: ${what}.`,
};

export type LoginWords = typeof login;
