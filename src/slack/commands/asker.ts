import type { Instant } from '../../door/ids.ts';
import { languageOf } from '../../incident/language.ts';
import { type Catalogue, catalogueOf } from '../messages/words/catalogue.ts';

/** Somebody who may ask. */
export type Member = {
  readonly kind: 'member';
  readonly userId: string;
  readonly isAdmin: boolean;
  readonly timeZone?: string;
  readonly locale?: string;
};

/** Who typed a command, as far as it matters for the answer. */
export type Asker =
  | Member
  | { readonly kind: 'guest'; readonly locale?: string }
  /** Somebody of another company, who sees the channel over Slack Connect. */
  | { readonly kind: 'other-company'; readonly locale?: string }
  /** A bot, or an account that was switched off. */
  | { readonly kind: 'not-a-person'; readonly locale?: string }
  /** Slack did not say; `why` is for the log. */
  | { readonly kind: 'unknown'; readonly why: string; readonly locale?: undefined };

/** The words for somebody: of the language they chose in Slack, or of the bot's own `locale` where Slack did not say. */
export const wordsFor = (asker: Asker | undefined, locale: string): Catalogue =>
  catalogueOf(languageOf(asker?.locale ?? locale));

/** A user as Slack's `users.info` gives them; what is missing counts against them. */
export type SlackUser = {
  readonly id?: string;
  readonly team_id?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_workflow_bot?: boolean;
  readonly is_connector_bot?: boolean;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly is_primary_owner?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly enterprise_user?: { readonly teams?: readonly string[] };
  readonly tz?: string;
  readonly locale?: string;
};

/** The one call of Slack's Web API that is needed; a WebClient fits. */
export interface UsersClient {
  readonly users: {
    info(request: {
      user: string;
      include_locale: boolean;
    }): Promise<{ ok?: boolean; error?: string; user?: SlackUser }>;
  };
}

export type AskersOptions = {
  readonly client: UsersClient;
  /** The workspace the bot is installed in. */
  readonly ownTeamId: string;
  /** Slack user ids that are admins here; when empty, the workspace's admins and owners are. */
  readonly admins: readonly string[];
  readonly now: () => Instant;
  /** How long an answer of Slack's is good for, in milliseconds. */
  readonly cacheMs?: number;
};

export type Askers = {
  readonly asker: (userId: string) => Promise<Asker>;
  /** What Slack last said of somebody, however long ago; good for choosing words, and for nothing else. */
  readonly known: (userId: string) => Asker | undefined;
};

/** People remembered at most; a workspace of this size does not ask within one minute. */
const MOST_REMEMBERED = 5_000;

/** Finds out who asks. Without a clear word from Slack nobody is a member. */
export function createAskers(options: AskersOptions): Askers {
  const { client, ownTeamId, admins, now, cacheMs = 60_000 } = options;
  const remembered = new Map<string, { readonly asker: Promise<Asker>; readonly at: Instant }>();
  const known = new Map<string, Asker>();

  const ask = async (userId: string): Promise<Asker> => {
    try {
      const { ok, error, user } = await client.users.info({ user: userId, include_locale: true });
      if (ok !== true || user === undefined) return { kind: 'unknown', why: error ?? 'no user in the answer' };
      return askerOf(user, userId, ownTeamId, admins);
    } catch (error) {
      return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) };
    }
  };

  return {
    asker: async (userId) => {
      const at = now();
      const before = remembered.get(userId);
      if (before !== undefined && at - before.at < cacheMs && at >= before.at) return before.asker;
      if (remembered.size >= MOST_REMEMBERED) {
        remembered.clear();
        known.clear();
      }
      const entry = { asker: ask(userId), at };
      remembered.set(userId, entry);
      const asker = await entry.asker;
      // A Slack that was away for a moment must not keep somebody out for a minute.
      if (asker.kind !== 'unknown') known.set(userId, asker);
      else if (remembered.get(userId) === entry) remembered.delete(userId);
      return asker;
    },
    known: (userId) => known.get(userId),
  };
}

/** Judges one user. Bots and switched-off accounts first, then strangers, then guests. */
export function askerOf(user: SlackUser, userId: string, ownTeamId: string, admins: readonly string[]): Asker {
  if (user.id !== userId) return { kind: 'unknown', why: 'Slack answered for somebody else' };
  const locale = user.locale === undefined || user.locale === '' ? {} : { locale: user.locale };
  if (user.deleted || user.is_bot || user.is_workflow_bot || user.is_connector_bot) {
    return { kind: 'not-a-person', ...locale };
  }
  if (user.is_stranger || !belongsTo(user, ownTeamId)) return { kind: 'other-company', ...locale };
  if (user.is_restricted || user.is_ultra_restricted) return { kind: 'guest', ...locale };
  const rulesWorkspace = user.is_admin === true || user.is_owner === true || user.is_primary_owner === true;
  return {
    kind: 'member',
    userId,
    isAdmin: admins.length > 0 ? admins.includes(userId) : rulesWorkspace,
    ...(user.tz !== undefined && user.tz !== '' && { timeZone: user.tz }),
    ...locale,
  };
}

/** In an Enterprise Grid a person belongs to several workspaces, and `team_id` names only one of them. */
function belongsTo(user: SlackUser, ownTeamId: string): boolean {
  if (ownTeamId === '') return false;
  return user.team_id === ownTeamId || (user.enterprise_user?.teams?.includes(ownTeamId) ?? false);
}
