import { openAuditLog } from './audit-log.ts';
import type { ChannelDesks } from './channel-desks.ts';
import type { ChannelSharing } from './channel-sharing.ts';
import type { Config } from './config.ts';
import type { Instant } from './door/ids.ts';
import {
  type AccessMessage,
  type AccessState,
  groupsOf,
  isAtLeast,
  NEW_ACCESS,
  type Role,
  roleOf,
  updateAccess,
} from './incident/access.ts';
import type { Log } from './log.ts';
import type { Slack } from './slack/bolt.ts';
import type { Access } from './slack/commands/access/access.ts';
import type { CommandPorts } from './slack/commands/ports.ts';
import { createFiles } from './slack/files.ts';
import { createUserGroups, type UserGroups } from './slack/user-groups.ts';
import { accessValue } from './store/access.ts';
import type { Keeper } from './store/keeper.ts';
import { loadValue } from './store/values.ts';
import { openDesk } from './watch/desk.ts';

export type OpenAccessOptions = {
  readonly config: Pick<Config, 'roles' | 'lookupReason'>;
  readonly store: Pick<Keeper, 'load' | 'save' | 'remove' | 'names'>;
  readonly channels: Pick<ChannelDesks, 'of'>;
  readonly sharing: Pick<ChannelSharing, 'sight' | 'mayName' | 'allow'>;
  /** The client for answers to people, once there is one. */
  readonly people: () => Slack['people'];
  readonly now: () => Instant;
  readonly log: Pick<Log, 'info' | 'warn'>;
};

/** Who may ask what, and what is kept of it. */
export type OpenAccess = Pick<CommandPorts, 'access' | 'audit' | 'files'> & {
  /** A full member's role, as far as Slack says within two seconds who is in which group. */
  readonly roleOf: (member: { readonly userId: string; readonly rulesWorkspace: boolean }) => Promise<Role>;
  readonly groups: UserGroups;
};

/** Opens the desk of who may ask, the audit log, and the way to people's files. */
export async function openAccess(options: OpenAccessOptions): Promise<OpenAccess> {
  const { config, store, channels, sharing, people, now, log } = options;
  const { roles: configured, lookupReason } = config;
  const groups = createUserGroups({ client: people, now, log });
  const desk = openDesk<AccessState, AccessMessage, never>({
    name: 'access',
    initial: (await loadValue(store, 'access', accessValue)) ?? NEW_ACCESS,
    update: updateAccess,
    store,
    now,
    run: () => undefined,
  });
  const access: Access = {
    configured,
    lookupReason,
    state: desk.state,
    send: desk.send,
    roleOf: (asker) => (asker.kind === 'member' ? asker.role : undefined),
    personOf: (userId) => desk.state().links.find(({ user }) => user === userId)?.person,
    maySeeNames: async (asker, where) => {
      if (asker.kind !== 'member' || !isAtLeast(asker.role, 'operator')) return false;
      if (where.to === 'asker') return true;
      try {
        // Its desk keeps what Slack says, and an admin's word for it.
        await channels.of(where.channel);
        const sight = await sharing.sight(where.channel);
        return sight.kind === 'seen' && sharing.mayName(where.channel);
      } catch (error) {
        log.warn('who reads a channel could not be looked up', { channel: where.channel, error: String(error) });
        return false;
      }
    },
    allowNames: async (channel, allowed, by) => {
      await channels.of(channel);
      await sharing.allow(channel, allowed, by);
    },
  };
  return {
    access,
    audit: await openAuditLog({ store, now, log }),
    files: createFiles({ people, log }),
    groups,
    roleOf: async ({ userId, rulesWorkspace }) => {
      await groups.look(groupsOf(configured, desk.state()));
      const isIn = (group: string): boolean | undefined => groups.isIn(group, userId);
      return roleOf({ user: userId, rulesWorkspace, isIn }, configured, desk.state());
    },
  };
}
