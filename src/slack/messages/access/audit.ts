import type { Button, RichTextBlock } from '@slack/types';
import type { PersonId } from '../../../door/ids.ts';
import { instant, personId } from '../../../door/ids.ts';
import type { AuditEntry, AuditFilter } from '../../../incident/audit.ts';
import { EXPORT_AUDIT } from '../action-ids.ts';
import { asCode, inText } from '../escape.ts';
import { message, plain, saying, section, smallPrint } from '../layout.ts';
import type { Message } from '../message.ts';
import { partsOf } from '../parts.ts';
import type { Reader } from '../reader.ts';
import { tableOf, textCell } from '../table.ts';
import { moment, momentCell } from '../time.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { mention } from './home-part.ts';

export type AuditView = {
  readonly filter: AuditFilter;
  /** What the filter means, in words that are escaped already; empty for everything. */
  readonly about: readonly string[];
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  readonly nameOf: (person: PersonId) => string | undefined;
};

/** Which questions were answered with names: who asked, what, why and how many rows. */
export function drawAudit({ filter, about, entries, nameOf }: AuditView, { say, timeZone }: Reader): Message {
  const { audit } = say.access;
  const { between } = say.common;
  if (entries.length === 0) return saying(`🗂️ ${[audit.none, ...about].join(between)}`, audit.kept);
  const people = ({ people: ids = [] }: AuditEntry): string => ids.map((id) => nameOf(id) ?? id).join(', ');
  const { columns } = audit;
  const { block, shown } = tableOf<AuditEntry>({
    caption: audit.caption,
    header: [columns.at, columns.user, columns.asked, columns.rows, columns.people, columns.reason],
    rows: entries,
    cells: (one) => [
      momentCell(one.at, timeZone),
      userCell(one.user),
      textCell(one.asked),
      { type: 'raw_number', value: one.rows, text: String(one.rows) },
      textCell(people(one)),
      textCell(one.reason ?? ''),
    ],
  });
  const head = `🗂️ ${[audit.head(entries.length), ...about].join(between)}`;
  const left = entries.length - shown.length;
  const notes = [...(left > 0 ? [audit.leftOut(left)] : []), audit.kept];
  const lines = shown.map((one) =>
    [
      moment(one.at, timeZone),
      mention(one.user),
      asCode(one.asked, 300),
      String(one.rows),
      inText(people(one)),
      inText(one.reason ?? '', 300),
    ]
      .filter((part) => part !== '')
      .join(between),
  );
  return message(
    [head, ...lines, ...notes],
    [section(`*${head}*`), block, smallPrint(notes), { type: 'actions', elements: [exportButton(filter, say)] }],
    say,
  );
}

function exportButton({ user, person, from, to }: AuditFilter, { access }: Catalogue): Button {
  const value = JSON.stringify([user ?? null, person ?? null, from ?? null, to ?? null]);
  return { type: 'button', action_id: EXPORT_AUDIT, text: plain(access.audit.asFile), value };
}

/** What a pressed button is to export; undefined for a value that no version of the bot wrote. */
export function filterIn(value: string): AuditFilter | undefined {
  const parts = partsOf(value);
  const [user, person, from, to] = parts;
  if (parts.length !== 4) return undefined;
  return {
    ...(typeof user === 'string' && { user }),
    ...(typeof person === 'string' && { person: personId(person) }),
    ...(typeof from === 'number' && { from: instant(from) }),
    ...(typeof to === 'number' && { to: instant(to) }),
  };
}

const userCell = (user: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: user }] }],
});
