import type { Instant, PersonId } from '../door/ids.ts';
import type { ChannelId } from './incident.ts';

/**
 * A question that was answered with names, or that looked somebody up. Of the answer it holds nobody's name: only how many rows
 * had one, and who was looked up by id. What was typed, the question and its reason, can hold one.
 */
export type AuditEntry = {
  readonly at: Instant;
  /** Who asked. */
  readonly user: string;
  /** What was asked: a command as it was typed, or which button. */
  readonly asked: string;
  /** Rows in which somebody was named. */
  readonly rows: number;
  readonly channel?: ChannelId;
  readonly reason?: string;
  /** Who was looked up, where it was a question about people. */
  readonly people?: readonly PersonId[];
};

/** For so long a question is kept, in milliseconds. */
export const AUDIT_KEPT_MS = 400 * 86_400_000;

/** Letters of a question and of a reason that are kept, at most. */
const MOST_LETTERS = 300;

/** An entry as it is kept: no text in it is longer than needed. */
export function trimmed(entry: AuditEntry): AuditEntry {
  const cut = (text: string): string => text.slice(0, MOST_LETTERS).toWellFormed();
  const { asked, reason, ...rest } = entry;
  return { ...rest, asked: cut(asked), ...(reason !== undefined && { reason: cut(reason) }) };
}

/** Which questions are meant: all of them where nothing is said. */
export type AuditFilter = {
  readonly user?: string;
  readonly person?: PersonId;
  readonly from?: Instant;
  readonly to?: Instant;
};

/** Whether an entry is meant, and is not too old to be told. */
export function isMeant(entry: AuditEntry, { user, person, from, to }: AuditFilter, now: Instant): boolean {
  return (
    now - entry.at < AUDIT_KEPT_MS &&
    (user === undefined || entry.user === user) &&
    (person === undefined || entry.people?.includes(person) === true) &&
    (from === undefined || entry.at >= from) &&
    (to === undefined || entry.at <= to)
  );
}
