import type { WebClient } from '@slack/web-api';
import type { Instant } from '../door/ids.ts';
import { sortFailure } from './call-outcome.ts';
import { pause } from './pause.ts';

export type UserGroupsOptions = {
  readonly client: () => WebClient;
  readonly now: () => Instant;
  readonly log: { warn(message: string, fields?: object): void };
};

export type UserGroups = {
  /** Who is in each group, as far as Slack says within two seconds. Never rejects. */
  readonly look: (groups: readonly string[]) => Promise<void>;
  /** Whether somebody is in a group; undefined where Slack does not say. */
  readonly isIn: (group: string, user: string) => boolean | undefined;
  /** Who is in a group; undefined where Slack does not say. */
  readonly membersOf: (group: string) => readonly string[] | undefined;
};

/** What Slack said of a group holds so long, in milliseconds; that it said nothing, a little while. */
const HOLDS_MS = 300_000;
const SILENCE_HOLDS_MS = 15_000;
/** A person waits for it. */
const PATIENCE_MS = 2_000;

type Word = { readonly at: Instant; readonly users?: ReadonlySet<string> };

/** Knows who is in which user group. What Slack did not say lately counts as unknown: a role may have been taken from somebody meanwhile. */
export function createUserGroups({ client, now, log }: UserGroupsOptions): UserGroups {
  const words = new Map<string, Word>();
  const asking = new Map<string, Promise<void>>();

  const wordOf = (group: string): Word | undefined => {
    const word = words.get(group);
    if (word === undefined) return undefined;
    const sinceMs = now() - word.at;
    return sinceMs >= 0 && sinceMs < (word.users === undefined ? SILENCE_HOLDS_MS : HOLDS_MS) ? word : undefined;
  };
  const ask = (group: string): Promise<void> => {
    const known = asking.get(group);
    if (known !== undefined) return known;
    const asked = client()
      .usergroups.users.list({ usergroup: group })
      .then(
        ({ users }) => void words.set(group, { at: now(), ...(users !== undefined && { users: new Set(users) }) }),
        (error: unknown) => {
          words.set(group, { at: now() });
          log.warn('Slack does not say who is in a user group; the least that could be true counts', {
            group,
            failure: sortFailure(error),
          });
        },
      )
      .finally(() => asking.delete(group));
    asking.set(group, asked);
    return asked;
  };

  return {
    look: async (groups) => {
      const missing = groups.filter((group) => wordOf(group) === undefined);
      if (missing.length > 0) await Promise.race([Promise.all(missing.map(ask)), pause(PATIENCE_MS)]);
    },
    isIn: (group, user) => wordOf(group)?.users?.has(user),
    membersOf: (group) => {
      const users = wordOf(group)?.users;
      return users === undefined ? undefined : [...users];
    },
  };
}
