import type { PersonId } from '../../../door/ids.ts';
import type { AuditFilter } from '../../../incident/audit.ts';
import { drawAudit } from '../../messages/access/audit.ts';
import { mention } from '../../messages/access/home-part.ts';
import { asCode, inText } from '../../messages/escape.ts';
import { saying } from '../../messages/layout.ts';
import { type Span, spanInWords } from '../../messages/span.ts';
import type { Word } from '../arguments.ts';
import { type Call, type Command, readerOf } from '../command.ts';
import { fold } from '../match.ts';
import { readRange } from '../range.ts';
import { findPerson } from '../wishes/known.ts';
import { namingOf } from '../wishes/naming.ts';
import { unclearWish } from '../wishes/unclear.ts';
import { isGroup, readWhom } from '../wishes/whom.ts';
import { exportAudit } from './export-audit.ts';
import { type Named, namesOffered, naming, namingNobody } from './names-given.ts';

/** Which questions were answered with names: all of them, those of a Slack user, about a person, or of a time. */
export const audit: Command = {
  name: 'audit',
  shows: 'names',
  least: 'admin',
  examples: ['/clue audit', '/clue audit U012ABCDEF 7d', '/clue audit Jack', '/clue audit 2026-11-20 csv'],
  shape: { keys: ['person'], lists: false },
  run: async (call) => {
    const { ports, words, say } = call;
    const reading = readFilter(words, call);
    if ('answer' in reading) return reading.answer;
    const { filter, span, isFile } = reading;
    if (isFile) return namingNobody(await exportAudit(filter, call.asker.userId, ports, say));
    const nameOf = namingOf(ports, say).nameOfPerson;
    const { user, person } = filter;
    const about = [
      ...(user === undefined ? [] : [say.access.audit.ofUser(mention(user))]),
      ...(person === undefined ? [] : [say.access.audit.ofPerson(inText(nameOf(person) ?? person))]),
      ...(span === undefined ? [] : [spanInWords(span, ports.timeZone, say)]),
    ];
    const entries = await ports.audit.read(filter);
    return namingNobody(drawAudit({ filter, about, entries, nameOf }, readerOf(call)));
  },
};

type Reading =
  | { readonly filter: AuditFilter; readonly span?: Span; readonly isFile: boolean }
  | { readonly answer: Named };

/** Reads a Slack user, a time, `csv`, and what is left as a person at the doors. Every word is understood or pointed at. */
function readFilter(words: readonly Word[], call: Call): Reading {
  const { ports, now, asker } = call;
  let user: string | undefined;
  let span: Span | undefined;
  let isFile = false;
  const rest: Word[] = [];
  for (const word of words) {
    const isPlain = word.key === undefined && !word.quoted;
    const whom = isPlain ? readWhom(word.text, asker.userId) : undefined;
    const range = isPlain ? readRange(word.text, now, ports.timeZone) : undefined;
    if (isPlain && fold(word.text) === 'csv' && !isFile) isFile = true;
    else if (whom !== undefined && !isGroup(whom) && user === undefined) user = whom;
    else if (range?.kind === 'span' && span === undefined) span = range.span;
    else if (range !== undefined && range.kind !== 'not-a-range') return unknown(word, call);
    else rest.push(word);
  }
  let person: PersonId | undefined;
  if (rest.length > 0) {
    const found = findPerson(rest.map((word) => word.text).join(' '), ports.places.places());
    if ('unclear' in found) {
      if (found.unclear.kind === 'no-such-person' && rest.length > 1) return unknown(rest[0], call);
      return { answer: naming(unclearWish(call, audit, found), namesOffered(found.unclear)) };
    }
    person = found.id;
  }
  const filter: AuditFilter = {
    ...(user !== undefined && { user }),
    ...(person !== undefined && { person }),
    ...(span !== undefined && { from: span.from }),
    ...(span?.to !== undefined && { to: span.to }),
  };
  return { filter, isFile, ...(span !== undefined && { span }) };
}

const unknown = (word: Word | undefined, { say }: Call): Reading => ({
  answer: namingNobody(saying(say.access.audit.unclear(asCode(word?.typed ?? '')))),
});
