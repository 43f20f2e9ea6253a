import type { PersonId } from '../../../door/ids.ts';
import type { AccessMessage, AccessState, ConfiguredRoles, Role } from '../../../incident/access.ts';
import type { AuditEntry, AuditFilter } from '../../../incident/audit.ts';
import type { ChannelId } from '../../../incident/incident.ts';
import type { Asker } from '../asker.ts';

/** Who would read a name: the asker alone, or everybody in a channel. */
export type Where = { readonly to: 'asker' } | { readonly to: 'channel'; readonly channel: ChannelId };

/** Who may ask what, and what admins change of it. */
export interface Access {
  /** Undefined for whoever may ask nothing at all. */
  roleOf(asker: Asker): Role | undefined;
  /** Whether the asker may have names shown there. A channel is looked at anew. Never rejects. */
  maySeeNames(asker: Asker, where: Where): Promise<boolean>;
  /** Who a Slack user is at the doors, where an admin said so. */
  personOf(userId: string): PersonId | undefined;
  /** What admins set in Slack. */
  state(): AccessState;
  /** Rejects when it could not be saved. */
  send(message: AccessMessage): Promise<unknown>;
  /** What the configuration says. */
  readonly configured: ConfiguredRoles;
  /** Whether looking up a person takes a reason. */
  readonly lookupReason: 'off' | 'required';
  /** An admin has people named in a channel that others read too, or not any more. Rejects when it could not be saved. */
  allowNames(channel: ChannelId, allowed: boolean, by: string): Promise<void>;
}

/** The questions that were answered with names. */
export interface Audit {
  /** Resolves when it is kept; rejects when it could not be. */
  note(entry: Omit<AuditEntry, 'at'>): Promise<void>;
  /** Newest first; `most` of them where it is given. */
  read(filter: AuditFilter, most?: number): Promise<readonly AuditEntry[]>;
}

/** A table to take away. */
export type TableFile = {
  readonly name: string;
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
  /** Said beside it. */
  readonly comment?: string;
};

/** A text to take away. */
export type TextFile = Pick<TableFile, 'name' | 'title' | 'comment'> & { readonly content: string };

/** Files for one person. */
export interface Files {
  /** Sends a table as CSV to the person, in their talk with the bot; undefined when it is there, else Slack's word for why not. Never throws. */
  send(user: string, table: TableFile): Promise<string | undefined>;
  /** The same with a text as it is. */
  sendText(user: string, file: TextFile): Promise<string | undefined>;
}
