import { fold } from '../../../asking/match.ts';
import type { Word } from '../../../asking/words.ts';
import type { AuditFilter } from '../../../incident/audit.ts';
import { drawAudit } from '../../messages/access/audit.ts';
import { mention } from '../../messages/access/home-part.ts';
import { asCode, inText } from '../../messages/escape.ts';
import { saying } from '../../messages/layout.ts';
import { type Span, spanInWords } from '../../messages/span.ts';
import { type Call, type Command, readerOf } from '../command.ts';
import { readQuestion } from '../question.ts';
import { unclearAnswer } from '../unclear-answer.ts';
import { whereOf } from '../where.ts';
import { namingOf } from '../wishes/naming.ts';
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

/** Reads a Slack user, `csv`, and what is left as a question for a time and a person at the doors. Every word is understood or pointed at. */
function readFilter(words: readonly Word[], call: Call): Reading {
  let user: string | undefined;
  let isFile = false;
  const rest: Word[] = [];
  for (const word of words) {
    const isPlain = word.key === undefined && !word.quoted;
    const whom = isPlain ? readWhom(word.text, call.asker.userId) : undefined;
    if (isPlain && fold(word.text) === 'csv' && !isFile) isFile = true;
    else if (whom !== undefined && !isGroup(whom) && user === undefined) user = whom;
    else rest.push(word);
  }
  // Nobody asks for a door here: its name among the words is somebody's, or a slip.
  const where = whereOf(call);
  const places = where.places.map((place) => ({ ...place, doors: [] }));
  const reading = readQuestion(rest, { time: true, person: true }, { ...where, places });
  if (!reading.ok) {
    // Its words offer doors, and nobody asks for one here.
    if (reading.unclear.kind === 'no-such-name') {
      return { answer: namingNobody(saying(call.say.access.audit.unclear(asCode(reading.unclear.word)))) };
    }
    return { answer: naming(unclearAnswer(call, audit, reading), namesOffered(reading.unclear)) };
  }
  const { person, span } = reading.question;
  const filter: AuditFilter = {
    ...(user !== undefined && { user }),
    ...(person !== undefined && { person: person.id }),
    ...(span !== undefined && { from: span.from }),
    ...(span?.to !== undefined && { to: span.to }),
  };
  return { filter, isFile, ...(span !== undefined && { span }) };
}
