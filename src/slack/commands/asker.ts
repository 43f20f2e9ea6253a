import type { Instant } from '../../door/ids.ts';
import type { Role } from '../../incident/access.ts';
import { type Language, languageOf } from '../../incident/language.ts';
import { type Catalogue, catalogueOf } from '../messages/words/catalogue.ts';

/** Somebody who may ask. */
export type Member = {
  readonly kind: 'member';
  readonly userId: string;
  readonly role: Role;
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

/** Somebody as Slack knows them; what a member may do here is not said yet. */
export type Known =
  | Exclude<Asker, Member>
  | (Omit<Member, 'role'> & {
      /** Slack calls them an admin or an owner of the workspace. */
      readonly rulesWorkspace: boolean;
    });

/** Somebody's language: the one they chose in Slack, or that of the bot's own `locale` where Slack did not say. */
export const languageFor = (asker: Pick<Asker, 'locale'> | undefined, locale: string): Language =>
  languageOf(asker?.locale ?? locale);

/** The words of somebody's language. */
export const wordsFor = (asker: Pick<Asker, 'locale'> | undefined, locale: string): Catalogue =>
  catalogueOf(languageFor(asker, locale));

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
  /** What a full member may do. */
  readonly roleOf: (member: { readonly userId: string; readonly rulesWorkspace: boolean }) => Promise<Role>;
  readonly now: () => Instant;
  /** How long an answer of Slack's is good for, in milliseconds. */
  readonly cacheMs?: number;
};

export type Askers = {
  readonly asker: (userId: string) => Promise<Asker>;
  /** What Slack last said of somebody, however long ago; good for choosing words, and for nothing else. */
  readonly known: (userId: string) => Known | undefined;
};

/** People remembered at most; a workspace of this size does not ask within one minute. */
const MOST_REMEMBERED = 5_000;

/** Finds out who asks. Without a clear word from Slack nobody is a member. */
export function createAskers(options: AskersOptions): Askers {
  const { client, ownTeamId, roleOf, now, cacheMs = 60_000 } = options;
  const remembered = new Map<string, { readonly asker: Promise<Known>; readonly at: Instant }>();
  const known = new Map<string, Known>();

  const ask = async (userId: string): Promise<Known> => {
    try {
      const { ok, error, user } = await client.users.info({ user: userId, include_locale: true });
      if (ok !== true || user === undefined) return { kind: 'unknown', why: error ?? 'no user in the answer' };
      return askerOf(user, userId, ownTeamId);
    } catch (error) {
      return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) };
    }
  };

  const whoIs = async (userId: string): Promise<Known> => {
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
  };

  return {
    asker: async (userId) => {
      const who = await whoIs(userId);
      if (who.kind !== 'member') return who;
      const { rulesWorkspace, ...member } = who;
      // Not remembered: what an admin changes holds at once.
      return { ...member, role: await roleOf({ userId, rulesWorkspace }) };
    },
    known: (userId) => known.get(userId),
  };
}

/** Judges one user. Bots and switched-off accounts first, then strangers, then guests. */
export function askerOf(user: SlackUser, userId: string, ownTeamId: string): Known {
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
    rulesWorkspace,
    ...(user.tz !== undefined && user.tz !== '' && { timeZone: user.tz }),
    ...locale,
  };
}

/** In an Enterprise Grid a person belongs to several workspaces, and `team_id` names only one of them. */
function belongsTo(user: SlackUser, ownTeamId: string): boolean {
  if (ownTeamId === '') return false;
  return user.team_id === ownTeamId || (user.enterprise_user?.teams?.includes(ownTeamId) ?? false);
}
