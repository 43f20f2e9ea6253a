import { withButtons } from '../../messages/answers/buttons.ts';
import { drawCount } from '../../messages/answers/count.ts';
import { drawFailures } from '../../messages/answers/failures.ts';
import { drawPerson } from '../../messages/answers/person.ts';
import type { Message } from '../../messages/message.ts';
import type { Span } from '../../messages/span.ts';
import { todaySpan } from '../range.ts';
import { answerRecent } from '../recent.ts';
import { answerWhoEntered } from '../who-entered.ts';
import { buttonsOf, type Turns } from './ask-on.ts';
import type { Asked } from './asked.ts';
import { bucketsOf } from './count-buckets.ts';
import { type AnswerDesk, readerAt } from './desk.ts';
import { gather } from './gather.ts';
import { isOf, rowOf } from './passage-rows.ts';

/** An answer, and what its buttons turn to where that is known only now. */
export type Answer = { readonly message: Message; readonly turns?: Turns };

/** A day and a half: what is longer is counted by the day where nobody says otherwise. */
const BY_DAY_FROM_MS = 36 * 3_600_000;

/** Answers a question, with buttons to ask on where one person alone reads it. */
export async function answerAsked(asked: Asked, desk: AnswerDesk): Promise<Message> {
  const { message, turns } = await answerTo(asked, desk);
  if (desk.isShared === true) return message;
  return withButtons(message, buttonsOf(asked, desk, turns), desk.say);
}

async function answerTo(asked: Asked, desk: AnswerDesk): Promise<Answer> {
  const span = asked.span ?? todaySpan(desk.now, desk.ports.timeZone);
  switch (asked.ask) {
    case 'recent':
      return await answerRecent(asked, desk);
    case 'who-entered':
      return { message: await answerWhoEntered({ ...asked, span }, desk) };
    case 'failures':
      return { message: await failures(asked, span, desk) };
    case 'person':
      return { message: await person(asked, span, desk) };
    case 'count':
      return { message: await count(asked, span, desk) };
  }
}

async function failures(asked: Asked, span: Span, desk: AnswerDesk): Promise<Message> {
  const gathered = await gather(asked, span, desk);
  if ('failure' in gathered) return gathered.failure;
  const { passages, names, ...lacks } = gathered;
  const rows = passages.filter(({ passage }) => isOf('failures', passage)).map((one) => rowOf(one, names));
  return drawFailures({ ...lacks, scope: asked.scope, span, rows }, readerAt(desk));
}

async function person(asked: Asked, span: Span, desk: AnswerDesk): Promise<Message> {
  const { person: who, scope } = asked;
  const gathered = await gather(asked, span, desk);
  if ('failure' in gathered) return gathered.failure;
  const { passages, names, ...lacks } = gathered;
  const rows = passages
    .filter(({ passage }) => who !== undefined && passage.person?.id === who.id)
    .map((one) => rowOf(one, names));
  return drawPerson({ ...lacks, person: who ?? {}, scope, span, rows }, readerAt(desk));
}

async function count(asked: Asked, span: Span, desk: AnswerDesk): Promise<Message> {
  const { kinds = 'entries', scope } = asked;
  const to = span.to === undefined || span.to > desk.now ? desk.now : span.to;
  const per = asked.per ?? (to - span.from > BY_DAY_FROM_MS ? 'day' : 'hour');
  const gathered = await gather(asked, span, desk);
  if ('failure' in gathered) return gathered.failure;
  const { passages, names, ...lacks } = gathered;
  // A device's clock may run a little ahead: its rows count for the hour that it is.
  const rows = passages
    .filter(({ passage }) => isOf(kinds, passage))
    .map((one) => rowOf(one, names))
    .map((row) => (row.at > to ? { ...row, at: to } : row));
  const buckets = bucketsOf(rows, per, { from: span.from, to }, scope, readerAt(desk));
  return drawCount({ ...lacks, scope, span, kinds, per, buckets, total: rows.length }, readerAt(desk));
}
