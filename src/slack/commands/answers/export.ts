import { dayOf } from '../../../door/day.ts';
import type { EventId } from '../../../door/ids.ts';
import type { Passage } from '../../../door/passage.ts';
import { lackLines } from '../../messages/answers/remembered.ts';
import { inText } from '../../messages/escape.ts';
import { csvOf, type ExportRow, jsonlOf } from '../../messages/export.ts';
import { saying } from '../../messages/layout.ts';
import type { Message } from '../../messages/message.ts';
import { scopeInWords } from '../../messages/scope.ts';
import { spanInWords } from '../../messages/span.ts';
import type { Command } from '../command.ts';
import { todaySpan } from '../range.ts';
import { readNewest } from '../recent.ts';
import type { Ask, Asked, Kinds } from './asked.ts';
import { type AnswerDesk, deskOf, readerAt } from './desk.ts';
import { gather } from './gather.ts';
import { understand } from './listed.ts';
import { isOf } from './passage-rows.ts';
import type { Format } from './read-asked.ts';

/** The rows of a question as a file, in the asker's talk with the bot. */
export const exportRows: Command = {
  name: 'export',
  takesDoor: true,
  examples: ['/clue export', '/clue export failures 7d csv', '/clue export "Front door" yesterday jsonl'],
  run: async (call) => {
    const understood = understand(call, exportRows, { time: true, kinds: true, format: true });
    if ('blocks' in understood) return understood;
    const { format = 'csv', ...question } = understood;
    return await sendFile({ ...question, ask: 'count', kinds: understood.kinds }, deskOf(call), format);
  },
};

type Exported = Omit<Asked, 'kinds'> & { readonly kinds?: Kinds | undefined };

/** What each question's rows are: of a kind of passages, or all there are. */
const KINDS_OF: Readonly<Partial<Record<Ask, Kinds>>> = { 'who-entered': 'entries', failures: 'failures' };

/** Reads the rows of a question, and sends them as a file to whoever asked, and to nobody else. */
export async function sendFile(asked: Exported, desk: AnswerDesk, format: Format): Promise<Message> {
  const { ports, now, say, userId } = desk;
  const reader = readerAt(desk);
  const { timeZone } = ports;
  const span = asked.span ?? todaySpan(now, timeZone);
  const isNewest = asked.ask === 'recent';
  const { kinds: _, ...question } = asked;
  const gathered = isNewest ? await readNewest(question, desk) : await gather(asked, span, desk);
  if ('failure' in gathered) return gathered.failure;
  const kinds = asked.kinds ?? KINDS_OF[asked.ask];
  const results = new Map<EventId, Passage>();
  for (const { passage } of gathered.passages) for (const id of passage.rows) results.set(id, passage);
  const rows = gathered.events
    .filter(({ id }) => {
      const passage = results.get(id);
      if (asked.person !== undefined && passage?.person?.id !== asked.person.id) return false;
      return kinds === undefined || (passage !== undefined && isOf(kinds, passage));
    })
    .map((event): ExportRow => {
      const person = gathered.names.person(event.place, event.person);
      const result = results.get(event.id)?.kind;
      const { id, at, code, kind, device } = event;
      return {
        id,
        at,
        code,
        kind,
        ...(device !== undefined && { device }),
        place: gathered.names.place(event.place),
        door: gathered.names.door(event.place, event.door),
        ...(person !== undefined && { person }),
        ...(result !== undefined && { result }),
      };
    });
  const where = inText(scopeInWords(asked.scope, say), 300);
  const head = isNewest
    ? say.queries.export.newest(rows.length, where)
    : say.queries.export.head(where, spanInWords(span, timeZone, say));
  const lacks = lackLines(gathered, asked.scope, reader);
  if (rows.length === 0) return saying(say.queries.export.none(head), ...lacks);
  const sent = await ports.files.send({
    user: userId,
    name: `clue-${kinds ?? 'rows'}-${dayOf(isNewest ? now : span.from, timeZone)}.${format}`,
    bytes: format === 'csv' ? csvOf(rows, timeZone) : jsonlOf(rows, timeZone),
    comment: [head, ...lacks].join('\n'),
  });
  if (sent.ok) return saying(say.queries.export.done(rows.length), head, ...lacks);
  return saying(
    `⚠️ ${sent.word === 'missing_scope' ? say.queries.export.scope : say.queries.export.failed(inText(sent.word))}`,
    head,
  );
}
