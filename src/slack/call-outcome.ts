import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';

/** What became of a call to Slack that did not succeed. */
export type CallFailure =
  | { readonly kind: 'rate-limited'; readonly afterMs: number }
  /** `invalid_blocks`: the layout was refused, a plain text may pass. */
  | { readonly kind: 'layout-refused'; readonly detail: string }
  /** The message is not there any more. */
  | { readonly kind: 'gone' }
  /** A no that stays a no until a person changes something: not in the channel, token revoked. */
  | { readonly kind: 'refused'; readonly word: string }
  /** It certainly was not carried out, and may work later. */
  | { readonly kind: 'not-carried-out'; readonly detail: string }
  /** It may have been carried out: the answer was lost, late, or broken. */
  | { readonly kind: 'unclear'; readonly detail: string };

/** The message to be changed, or to be replied to, was deleted. */
const GONE = new Set(['message_not_found', 'thread_not_found', 'cannot_reply_to_message']);
/** Slack's own troubles; by its documentation some aspect of the operation may have succeeded. */
const SLACKS_TROUBLE = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);
const LAYOUT = new Set(['invalid_blocks', 'invalid_blocks_format', 'invalid_attachments']);
/** Errors of a connection that never came to stand: nothing was sent. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What Slack says no to when it takes nothing from the bot in this channel, whatever the message is. */
const CHANNEL_WORDS = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'no_permission',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_non_threadable_channel',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'missing_scope',
  'not_allowed_token_type',
  'access_denied',
  'team_access_not_granted',
]);

/** Whether a no holds for every message to the channel; any other no may be about one message alone. */
export const isAboutChannel = (failure: Extract<CallFailure, { kind: 'refused' }>): boolean =>
  CHANNEL_WORDS.has(failure.word);

/** Sorts what a WebClient threw. The only place that reads Slack's errors for the cards. */
export function sortFailure(error: unknown): CallFailure {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'rate-limited', afterMs: error.retryAfter * 1_000 };
  if (error instanceof WebAPIPlatformError)
    return sortWord(error.data.error, error.data.response_metadata?.messages ?? []);
  if (error instanceof WebAPIHTTPError) {
    const detail = `HTTP ${error.statusCode}`;
    return error.statusCode >= 500 ? { kind: 'unclear', detail } : { kind: 'not-carried-out', detail };
  }
  if (error instanceof WebAPIRequestError) {
    const code = codeOf(error.original);
    return code !== undefined && NEVER_SENT.has(code)
      ? { kind: 'not-carried-out', detail: code }
      : { kind: 'unclear', detail: code ?? error.original.name };
  }
  return { kind: 'unclear', detail: error instanceof Error ? error.name : 'unknown' };
}

function sortWord(word: string, messages: readonly string[]): CallFailure {
  if (word === 'ratelimited' || word === 'rate_limited') return { kind: 'rate-limited', afterMs: 1_000 };
  if (LAYOUT.has(word)) return { kind: 'layout-refused', detail: [word, ...messages].join(' ') };
  if (GONE.has(word)) return { kind: 'gone' };
  if (SLACKS_TROUBLE.has(word)) return { kind: 'unclear', detail: word };
  return { kind: 'refused', word };
}

/** The system's or undici's code, which fetch hides in the cause of its error. */
function codeOf(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return undefined;
}
