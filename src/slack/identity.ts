import type { WebClient } from '@slack/web-api';
import { type CallFailure, sortFailure } from './call-outcome.ts';
import { pause } from './pause.ts';

/** Who the bot is in this workspace, as Slack says. */
export type Identity = { readonly botUserId: string; readonly botId: string; readonly teamId: string };

/** Slack says no to a token: nothing but another token helps. */
export class SlackRefusedError extends Error {
  override readonly name = 'SlackRefusedError';
  constructor(variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN', word: string) {
    super(`Slack refuses ${variable} (${word}). Copy it again from the app's page: ${WHERE[variable]}.`);
  }
}

const WHERE = {
  // Worded so that the log's scrubber, which hides what looks like a token, leaves it whole.
  SLACK_BOT_TOKEN: '"OAuth & Permissions", Bot User OAuth Token, which begins with "xoxb"',
  SLACK_APP_TOKEN: 'App-Level Tokens, with the scope connections:write, which begins with "xapp"',
} as const;

const FINAL_WORDS = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'missing_scope',
]);

/** Whether Slack's no will stay a no until somebody changes the token. */
export function isFinal(failure: CallFailure): failure is Extract<CallFailure, { kind: 'refused' }> {
  return failure.kind === 'refused' && FINAL_WORDS.has(failure.word);
}

export interface IdentityLog {
  warn(message: string, fields?: object): void;
}

/**
 * Asks Slack who the bot is, for as long as Slack is away.
 *
 * @throws SlackRefusedError when Slack says no to the token; the signal's reason when it aborts.
 */
export async function whoAmI(client: WebClient, log: IdentityLog, signal: AbortSignal): Promise<Identity> {
  for (let failures = 0; ; failures += 1) {
    signal.throwIfAborted();
    try {
      const { user_id, bot_id, team_id } = await client.auth.test();
      return { botUserId: user_id ?? '', botId: bot_id ?? '', teamId: team_id ?? '' };
    } catch (error) {
      const failure = sortFailure(error);
      if (isFinal(failure)) throw new SlackRefusedError('SLACK_BOT_TOKEN', failure.word);
      if (failures === 0)
        log.warn(
          'Slack cannot be reached; trying until it can. If this stays, look at the network and at SLACK_API_URL',
          { failure },
        );
      await pause(failure.kind === 'rate-limited' ? failure.afterMs : Math.min(1_000 * 2 ** failures, 5_000), signal);
    }
  }
}
