import type { LoginRefusal } from '../../../../door/problem.ts';
import type { StoreFault } from '../../../../incident/trouble.ts';

/** What is wrong, without a full stop, and what helps, in whole sentences. */
export type Advice = { readonly what: string; readonly todo: string };

/** Slack's words for why it takes nothing for a channel. */
export const CHANNEL_REFUSALS = [
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'missing_scope',
] as const;

const ASK_AGAIN = 'then an admin types `/clue login`';

const refusals: Readonly<Record<LoginRefusal, Advice>> = {
  'wrong-password': {
    what: 'CLUe refuses the login, the phone number or the password is wrong',
    todo: 'Correct `CLUE_COUNTRY_CODE`, `CLUE_PHONE` and `CLUE_PASSWORD` and restart the bot. If they are right and CLUe was wrong, an admin types `/clue login`.',
  },
  'no-account': {
    what: 'CLUe refuses the login, it knows no account with this phone number',
    todo: 'Correct `CLUE_COUNTRY_CODE`, `CLUE_PHONE` and `CLUE_ACCOUNT_TYPE` and restart the bot.',
  },
  'account-locked': {
    what: 'CLUe has locked the bot’s account',
    todo: `Unlock it in CLUe, ${ASK_AGAIN}. If that took a new password, put it into \`CLUE_PASSWORD\` and restart the bot instead.`,
  },
  'password-expired': {
    what: 'CLUe refuses the login, the password has expired',
    todo: 'Set a new password in CLUe, put it into `CLUE_PASSWORD` and restart the bot.',
  },
  'account-inactive': {
    what: 'CLUe refuses the login, the bot’s account is not active',
    todo: `Activate the account in CLUe, ${ASK_AGAIN}.`,
  },
  'two-factor-asked': {
    what: 'CLUe asks for a second factor, which a bot cannot give',
    todo: `Give the bot an account of its own without a second factor, or an API key (\`CLUE_API_KEY\`), and restart it. If the account was changed, ${ASK_AGAIN}.`,
  },
  'key-refused': {
    what: 'CLUe refuses the API key',
    todo: `Put a valid key into \`CLUE_API_KEY\` and restart the bot. If the key was allowed again in CLUe, ${ASK_AGAIN}.`,
  },
  'account-shared': {
    what: 'CLUe ended the bot’s session early three times within an hour, so somebody else logs in with its account',
    todo: `Give the bot a CLUe account of its own and restart it, or end the other logins, ${ASK_AGAIN}.`,
  },
  other: {
    what: 'CLUe refuses the login',
    todo: `Log in to CLUe with the bot’s account to see why, put it right, ${ASK_AGAIN}. If \`CLUE_API_URL\` is not CLUe’s address, correct it and restart the bot.`,
  },
};

const channels: Readonly<Record<(typeof CHANNEL_REFUSALS)[number], Advice>> = {
  not_in_channel: {
    what: 'the bot is no member there',
    todo: 'Type `/invite` with the bot’s name in that channel.',
  },
  channel_not_found: {
    what: 'the bot cannot see it',
    todo: 'Invite the bot there, or correct the channel’s id in the configuration.',
  },
  is_archived: {
    what: 'the channel is archived',
    todo: 'Bring it back, or name another one in the configuration.',
  },
  restricted_action: {
    what: 'the workspace lets only some people post there',
    todo: 'Allow the bot, or name another channel in the configuration.',
  },
  missing_scope: {
    what: 'the Slack app lacks a right',
    todo: 'Bring the app up to `manifest.yml` on api.slack.com/apps and install it again.',
  },
};

const store: Readonly<Record<StoreFault, Advice>> = {
  full: { what: 'its disk is full', todo: 'Make room on the disk of `STORE_URL`.' },
  'read-only': {
    what: 'its file may not be written',
    todo: 'Give the bot the right to write the file of `STORE_URL`.',
  },
  locked: { what: 'another program holds its file', todo: 'Stop the program that holds the file of `STORE_URL`.' },
  gone: {
    what: 'its file is gone',
    todo: 'Put back the folder of `STORE_URL`; the bot writes the file again by itself.',
  },
  other: { what: 'its store cannot be written', todo: 'The bot’s log tells more. Look at the disk of `STORE_URL`.' },
};

/** What can be wrong with CLUe, Slack and the store, and what helps. */
export const problems = {
  refusals,
  /** What is wrong with one place of several. */
  ofPlace: (place: string, what: string): string => `${place}: ${what}`,
  /** A code of CLUe's after what is wrong. */
  coded: (what: string, code: string): string => `${what} (code ${code})`,
  goesOn: 'The bot goes on trying by itself.',
  againInAMinute: 'Ask again in a minute.',
  againThen: 'Ask again then.',
  loginWaits: 'The bot has to log in to CLUe again, and does so at most once a minute',
  loginAt: (moment: string): string => `It does at ${moment}.`,
  unreachable: (detail: string): string => `CLUe cannot be reached (${detail})`,
  timeout: (length: string): string => `CLUe gave no answer within ${length}`,
  rateLimited: 'CLUe says that it is asked too often',
  waits: (length: string): string => `The bot waits ${length}, as CLUe asks.`,
  serverError: (status: number): string => `CLUe has an error of its own, HTTP ${status}`,
  unreadable: (status: number, detail: string): string => `CLUe’s answer cannot be read, HTTP ${status} (${detail})`,
  lookBetween:
    'If this stays, look whether something between the bot and CLUe (a proxy, a wrong `CLUE_API_URL`) answers in its place.',
  notAllowed: {
    what: 'CLUe does not let the bot’s account read this place',
    todo: 'Give the account the right to see the place’s events in CLUe, or take the place out of `CLUE_PLACES`.',
  },
  noSuchPlace: {
    what: 'CLUe knows no such place',
    todo: 'Correct the place’s id in `CLUE_PLACES` and restart the bot.',
  },
  badRequest: (status: number, detail: string): string => `CLUe refuses the question, HTTP ${status} (${detail})`,
  faultOfTheBot: 'This is likely a fault of the bot, or CLUe has changed: the bot’s log tells more.',
  channels,
  /** Slack takes the bot's token no more. */
  token: {
    what: 'Slack takes the bot’s token no more',
    todo: 'Install the app again, put the new `SLACK_BOT_TOKEN` into the configuration and restart the bot.',
  },
  /** A refusal that nobody has described yet, in Slack's word, shown as code. */
  unknownRefusal: {
    what: (word: string): string => `Slack says ${word}`,
    todo: 'Look the word up in Slack’s documentation of chat.postMessage.',
  },
  store,
  /** What a failing store means, after what helps. */
  fromMemory: 'Alerts go on from memory; a restart before that would forget them.',
};

export type ProblemWords = typeof problems;
