import { asCode } from './escape.ts';
import type { Catalogue } from './words/catalogue.ts';
import { type Advice, CHANNEL_REFUSALS } from './words/en/problems.ts';

const TOKEN_WORDS = ['token_revoked', 'token_expired', 'invalid_auth', 'not_authed', 'account_inactive'];

/** Why Slack takes nothing for a channel, and what helps; by Slack's word for it. An unknown word is shown as it is. */
export function refusedChannel(word: string, { problems }: Catalogue): Advice {
  if (TOKEN_WORDS.includes(word)) return problems.token;
  const known = CHANNEL_REFUSALS.find((one) => one === word);
  if (known !== undefined) return problems.channels[known];
  const { what, todo } = problems.unknownRefusal;
  return { what: what(asCode(word)), todo };
}
