import type { AuditFilter } from '../../../incident/audit.ts';
import { asCode } from '../../messages/escape.ts';
import { saying } from '../../messages/layout.ts';
import type { Message } from '../../messages/message.ts';
import { readable } from '../../messages/time.ts';
import type { Catalogue } from '../../messages/words/catalogue.ts';
import type { CommandPorts } from '../ports.ts';

type Ports = Pick<CommandPorts, 'audit' | 'files' | 'timeZone'>;

/** Sends the questions as a file to an admin, in their talk with the bot. */
export async function exportAudit(
  filter: AuditFilter,
  user: string,
  { audit, files, timeZone }: Ports,
  say: Catalogue,
): Promise<Message> {
  const words = say.access.audit;
  const entries = await audit.read(filter);
  if (entries.length === 0) return saying(`🗂️ ${words.none}`);
  const { columns } = words;
  const header = [columns.at, columns.user, columns.asked, columns.rows, columns.people, columns.reason];
  const rows = entries.map((one) => [
    readable(one.at, timeZone),
    one.user,
    one.asked,
    one.rows,
    one.people?.join(' '),
    one.reason,
  ]);
  const word = await files.send(user, { name: 'clue-audit.csv', title: words.title, header, rows });
  return saying(word === undefined ? words.sent : words.notSent(asCode(word)));
}
