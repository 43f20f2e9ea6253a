import type { ConfiguredRoles } from './incident/access.ts';
import { defaultRoleOf, isGroupId } from './incident/access.ts';
import type { Log } from './log.ts';
import type { OpenAccess } from './open-access.ts';
import type { Slack } from './slack/bolt.ts';
import { sortFailure } from './slack/call-outcome.ts';
import { type Asker, wordsFor } from './slack/commands/asker.ts';
import { drawDefaultRole } from './slack/messages/access/start.ts';
import { pause } from './slack/pause.ts';
import { writeTo } from './slack/write-to.ts';

export type TellAdminsOptions = Pick<OpenAccess, 'access' | 'groups'> & {
  /** A client that sends nothing twice. */
  readonly client: Slack['people'];
  /** Resolves when Slack can be asked; it may reject. */
  readonly ready: Promise<unknown>;
  readonly asker: (userId: string) => Promise<Asker>;
  readonly locale: string;
  readonly log: Log;
  /** Asked again after so long where Slack did not answer, in milliseconds. */
  readonly againAfterMs?: number;
};

/** People of the workspace that are looked through for its admins, at most: 200 on a page. */
const MOST_PAGES = 50;
const AGAIN_AFTER_MS = 300_000;

/**
 * Tells each admin, once for ever, what full members are here while nobody has decided it. That it is told is saved first: what
 * Slack may have taken is not told again, since the Home tab shows the same.
 */
export function tellAdmins(options: TellAdminsOptions): { readonly stop: () => Promise<void> } {
  const { access, groups, client, ready, asker, locale, log, againAfterMs = AGAIN_AFTER_MS } = options;
  const stopping = new AbortController();
  const isDecided = (): boolean =>
    access.configured.defaultRole !== undefined || access.state().defaultRole !== undefined;

  /** Whether the admin needs no more telling. */
  const tell = async (user: string): Promise<boolean> => {
    const who = await asker(user);
    if (who.kind !== 'member') return who.kind !== 'unknown';
    if (who.role !== 'admin' || access.state().told?.includes(user) === true) return true;
    await access.send({ kind: 'telling', user });
    try {
      const role = defaultRoleOf(access.configured, access.state());
      await writeTo(client, user, drawDefaultRole(role, wordsFor(who, locale)));
      return true;
    } catch (error) {
      const failure = sortFailure(error);
      log.warn('an admin could not be told who may see names', { user, failure });
      if (failure.kind === 'unclear') return true;
      await access.send({ kind: 'not-told', user });
      // A no stays a no until the next start.
      return failure.kind === 'refused';
    }
  };

  const tellAll = async (): Promise<void> => {
    await ready;
    while (!stopping.signal.aborted && !isDecided()) {
      try {
        const admins = await adminsOf(access.configured, groups, client);
        let isDone = admins !== undefined;
        for (const user of admins ?? []) {
          if (stopping.signal.aborted || isDecided()) return;
          isDone = (await tell(user)) && isDone;
        }
        if (isDone) return;
      } catch (error) {
        log.warn('admins could not be told who may see names', { error: String(error) });
      }
      await pause(againAfterMs, stopping.signal);
    }
  };
  const telling = tellAll().catch((error: unknown) =>
    log.warn('admins were not told who may see names', { error: String(error) }),
  );
  return {
    stop: async () => {
      stopping.abort();
      await Promise.race([telling, pause(1_000)]);
    },
  };
}

/** Who the admins are; undefined where Slack does not say of a group. Rejects where Slack does not answer. */
async function adminsOf(
  { admins }: ConfiguredRoles,
  groups: OpenAccess['groups'],
  client: Slack['people'],
): Promise<readonly string[] | undefined> {
  if (admins.length > 0) {
    const named = admins.filter(isGroupId);
    await groups.look(named);
    const members = named.map((group) => groups.membersOf(group));
    if (members.includes(undefined)) return undefined;
    return [...new Set([...admins.filter((id) => !isGroupId(id)), ...members.flatMap((one) => one ?? [])])];
  }
  const found: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await client.users.list({ limit: 200, ...(cursor !== undefined && { cursor }) });
    for (const { id, deleted, is_bot: isBot, is_admin: isAdmin, is_owner: isOwner } of answer.members ?? []) {
      const rules = isAdmin === true || isOwner === true;
      if (id !== undefined && rules && deleted !== true && isBot !== true) found.push(id);
    }
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) break;
  }
  return found;
}
