import { dayOf } from '../../../door/day.ts';
import type { EventId } from '../../../door/ids.ts';
import type { Passage } from '../../../door/passage.ts';
import { lackLines } from '../../messages/answers/lacks.ts';
import { inText } from '../../messages/escape.ts';
import { EXPORT_COLUMNS, type ExportRow, exportTable, jsonlOf } from '../../messages/export.ts';
import { saying } from '../../messages/layout.ts';
import type { Message } from '../../messages/message.ts';
import { isNamed } from '../../messages/names.ts';
import { understoodInWords } from '../../messages/understood.ts';
import { type Named, namingNobody, withheld } from '../access/names-given.ts';
import { isReasonMissing } from '../access/release.ts';
import type { Command } from '../command.ts';
import { todaySpan } from '../range.ts';
import { readNewest } from '../recent.ts';
import { COUNTED, lookedUp } from './answer.ts';
import type { Asked } from './asked.ts';
import { type AnswerDesk, deskOf, readerAt } from './desk.ts';
import { type Gathered, gather } from './gather.ts';
import { keepNote } from './keep-note.ts';
import { askedFrom, understand } from './listed.ts';
import { isInKinds } from './passage-rows.ts';

/** The rows of a question as a file, in the asker's talk with the bot. */
export const exportRows: Command = {
  name: 'export',
  shows: 'names',
  least: 'viewer',
  takesDoor: true,
  examples: ['/clue export', '/clue export failures 7d csv', '/clue export "Front door" yesterday jsonl'],
  run: async (call) => {
    const understood = understand(call, exportRows, { time: true, person: true, kinds: true, format: true });
    if ('message' in understood) return understood;
    const { format = 'csv' } = understood;
    return await sendFile(askedFrom(understood, 'rows'), deskOf(call), format);
  },
};

/** The rows of a question, or those of the answer to one. */
export type Exported = Omit<Asked, 'ask'> & { readonly ask: Asked['ask'] | 'rows' };

/** What each question's rows are: of a kind of passages, or all there are. */
function kindsOf({ ask, kinds }: Exported): Asked['kinds'] {
  if (ask === 'who-entered') return ['entries'];
  if (ask === 'failures') return ['failures'];
  return ask === 'count' ? (kinds ?? COUNTED) : kinds;
}

/** Reads the rows of a question, and sends them as a file to whoever asked, and to nobody else. */
export async function sendFile(asked: Exported, desk: AnswerDesk, format: 'csv' | 'jsonl'): Promise<Named> {
  const { ports, now, say, asker } = desk;
  const { ask, timeZone } = asked;
  const people = lookedUp(asked);
  if (isReasonMissing(people, desk)) return withheld(people);
  const kinds = kindsOf(asked);
  const span = asked.span ?? (ask === 'recent' ? undefined : todaySpan(now, timeZone));
  const understood = { ...asked, ...(kinds !== undefined && { kinds }), ...(span !== undefined && { span }) };
  const gathered =
    ask === 'recent'
      ? await readNewest({ ...asked, ask }, desk)
      : await gather(asked, span ?? todaySpan(now, timeZone), desk);
  if ('failure' in gathered) return namingNobody(gathered.failure);
  // The newest rows are of their kinds already.
  const rows = exportRowsOf(gathered, ask === 'recent' ? undefined : kinds);
  const line = understoodInWords(understood, 'rows', say);
  const head =
    ask === 'recent' ? `${line}${say.common.between}${say.understood.newest(say.common.rows(rows.length))}` : line;
  const lacks = lackLines(gathered, asked.scope, readerAt(desk, timeZone));
  if (rows.length === 0) return namingNobody(saying(say.queries.export.none(head), ...lacks));
  const failed = await keepNote(desk, rows.filter(({ person }) => isNamed(person)).length, people);
  if (failed !== undefined) return namingNobody(failed);
  const name = `clue-${nameOf(kinds)}-${dayOf(span?.from ?? now, timeZone)}.${format}`;
  const comment = [head, ...lacks].join('\n');
  const word =
    format === 'csv'
      ? await ports.files.send(asker.userId, {
          ...{ name, title: name, comment, header: EXPORT_COLUMNS },
          rows: exportTable(rows, timeZone),
        })
      : await ports.files.sendText(asker.userId, { name, title: name, comment, content: jsonlOf(rows, timeZone) });
  return namingNobody(outcome(word, rows.length, head, lacks, desk));
}

function outcome(
  word: string | undefined,
  amount: number,
  head: string,
  lacks: readonly string[],
  { say, ports }: AnswerDesk,
): Message {
  const words = say.queries.export;
  if (word !== undefined) {
    return saying(`⚠️ ${word === 'missing_scope' ? words.scope : words.failed(inText(word))}`, head);
  }
  const notes = ports.names === 'left-out' ? [say.access.namesLeftOut] : [];
  return saying(words.done(amount), head, ...lacks, ...notes);
}

const nameOf = (kinds: Asked['kinds']): string =>
  kinds === undefined ? 'rows' : kinds.join('-').toLowerCase().slice(0, 60);

function exportRowsOf({ events, passages, names }: Gathered, kinds: Asked['kinds']): readonly ExportRow[] {
  const ofRow = new Map<EventId, Passage>();
  for (const { passage } of passages) for (const id of passage.rows) ofRow.set(id, passage);
  return events
    .filter((event) => kinds === undefined || isInKinds(kinds, event, ofRow.get(event.id)))
    .map((event): ExportRow => {
      const person = names.person(event.place, event.person);
      const result = ofRow.get(event.id)?.kind;
      const { id, at, code, kind, device } = event;
      return {
        id,
        at,
        code,
        kind,
        ...(device !== undefined && { device }),
        place: names.place(event.place),
        door: names.door(event.place, event.door),
        ...(person !== undefined && { person }),
        ...(result !== undefined && { result }),
      };
    });
}
