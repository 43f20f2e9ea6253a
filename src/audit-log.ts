import type { Instant } from './door/ids.ts';
import { AUDIT_KEPT_MS, type AuditEntry, type AuditFilter, isMeant, trimmed } from './incident/audit.ts';
import type { Log } from './log.ts';
import type { Audit } from './slack/commands/access/access.ts';
import { auditValue } from './store/access.ts';
import type { Keeper } from './store/keeper.ts';
import { loadValue } from './store/values.ts';

export type AuditLogOptions = {
  readonly store: Pick<Keeper, 'load' | 'save' | 'remove' | 'names'>;
  readonly now: () => Instant;
  readonly log: Pick<Log, 'warn'>;
  /** Entries of one value, at most. */
  readonly pageOf?: number;
};

/** A page is written anew with each entry, so it is short: `audit/2026-11-24/0003`. */
const PREFIX = 'audit/';
const PAGE_OF = 200;
const DAY_MS = 86_400_000;

/**
 * The questions that were answered with names, in pages of a day each. An entry is added to the newest page alone; a page goes
 * when all of it is too old.
 */
export async function openAuditLog(options: AuditLogOptions): Promise<Audit> {
  const { store, now, log, pageOf = PAGE_OF } = options;
  /** Names of all pages, oldest first. */
  const pages = (await store.names()).filter((name) => name.startsWith(PREFIX)).sort();
  let name = pages.at(-1);
  let page = name === undefined ? [] : await pageNamed(name);
  let writing: Promise<unknown> = Promise.resolve();

  async function pageNamed(of: string): Promise<readonly AuditEntry[]> {
    return (await loadValue(store, of, auditValue)) ?? [];
  }

  const tidy = async (): Promise<void> => {
    const oldest = dayOf(now() - AUDIT_KEPT_MS);
    const isOld = (one: string): boolean => one.slice(PREFIX.length, PREFIX.length + oldest.length) < oldest;
    const gone = pages.filter((one) => one !== name && isOld(one));
    for (const one of gone) {
      try {
        await store.remove(one);
        pages.splice(pages.indexOf(one), 1);
      } catch (error) {
        // Tried again with the next page, and told to nobody meanwhile: what is too old is not read.
        log.warn('a page of the audit log could not be removed', { page: one, error: String(error) });
        return;
      }
    }
  };

  const write = async (entry: AuditEntry): Promise<void> => {
    const day = dayOf(entry.at);
    // A clock that was put back must not bring a day's older pages before its newer ones.
    const isSame = name !== undefined && name.slice(PREFIX.length, PREFIX.length + day.length) >= day;
    const isNew = !isSame || page.length >= pageOf;
    const nextName = isNew ? nameAfter(name, day) : (name ?? nameAfter(name, day));
    const next = isNew ? [entry] : [...page, entry];
    await store.save(nextName, next);
    page = next;
    if (!isNew) return;
    name = nextName;
    pages.push(nextName);
    await tidy();
  };

  await tidy();
  return {
    note: (entry) => {
      const whole = trimmed({ ...entry, at: now() });
      // One after another: each is added to what was kept before it.
      const written = writing.then(() => write(whole));
      writing = written.catch(() => undefined);
      return written;
    },
    read: async (filter: AuditFilter, most = Number.POSITIVE_INFINITY) => {
      await writing;
      const found: AuditEntry[] = [];
      for (const one of pages.toReversed()) {
        const entries = one === name ? page : await pageNamed(one);
        found.push(...entries.filter((entry) => isMeant(entry, filter, now())).toReversed());
        if (found.length >= most) break;
      }
      return found.sort((a, b) => b.at - a.at).slice(0, most);
    },
  };
}

const dayOf = (at: number): string => new Date(Math.floor(at / DAY_MS) * DAY_MS).toISOString().slice(0, 10);

/** The next page, on this day or, where the clock was put back, on the newest one there is. */
function nameAfter(before: string | undefined, day: string): string {
  const [newest = '', count = '0'] = before?.slice(PREFIX.length).split('/') ?? [];
  const isSameDay = newest >= day;
  return `${PREFIX}${isSameDay ? newest : day}/${String(isSameDay ? Number(count) + 1 : 0).padStart(4, '0')}`;
}
