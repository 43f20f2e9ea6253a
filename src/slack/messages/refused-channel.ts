import { asCode } from './escape.ts';

/** Why Slack takes nothing for a channel, and what helps; by Slack's words for it. */
const WORDS: Readonly<Record<string, { readonly what: string; readonly todo: string }>> = {
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
const TOKEN = {
  what: 'Slack takes the bot’s token no more',
  todo: 'Install the app again, put the new `SLACK_BOT_TOKEN` into the configuration and restart the bot.',
};
const TOKEN_WORDS = ['token_revoked', 'token_expired', 'invalid_auth', 'not_authed', 'account_inactive'];

/** What a refusal of Slack's means for people. An unknown word is shown as it is. */
export function refusedChannel(word: string): { readonly what: string; readonly todo: string } {
  if (TOKEN_WORDS.includes(word)) return TOKEN;
  return (
    WORDS[word] ?? {
      what: `Slack says ${asCode(word)}`,
      todo: 'Look the word up in Slack’s documentation of chat.postMessage.',
    }
  );
}
