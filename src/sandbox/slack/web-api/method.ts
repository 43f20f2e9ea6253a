import type { Files } from '../files.ts';
import type { JsonObject } from '../json.ts';
import type { Tier } from '../rates.ts';
import type { Triggers } from '../triggers.ts';
import type { Refusal } from '../validate/message.ts';
import type { Views } from '../views.ts';
import type { Workspace } from '../workspace.ts';

export type { Refusal };
/** What a method answers: its members beside `ok`, or why it refuses. */
export type Reply = { readonly ok: true; readonly body: JsonObject } | Refusal;

/** What the methods work on. */
export type Office = {
  readonly workspace: Workspace;
  readonly views: Views;
  readonly files: Files;
  readonly triggers: Triggers;
  /** The scopes of the bot token. */
  readonly scopes: ReadonlySet<string>;
  /** A new WebSocket address that lets one connection in. */
  readonly socketUrl: () => string;
};

/** One method of the Web API. */
export type Method = {
  readonly name: string;
  readonly token: 'bot' | 'app';
  readonly tier: Tier;
  /** The scope it always needs; what depends on the kind of channel the method asks for itself. */
  readonly scope?: string;
  readonly run: (args: JsonObject, office: Office) => Reply;
};

export const refuse = (error: string, ...messages: readonly string[]): Refusal => ({
  ok: false,
  error,
  ...(messages.length === 0 ? {} : { messages }),
});

export const answer = (body: JsonObject = {}): Reply => ({ ok: true, body });

/** Refuses when the bot's token lacks this scope. */
export function lacking(office: Office, needed: string): Refusal | undefined {
  if (office.scopes.has(needed)) return undefined;
  return { ok: false, error: 'missing_scope', more: { needed, provided: [...office.scopes].join(',') } };
}
