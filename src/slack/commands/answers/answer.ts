import type { KindAsked } from '../../../asking/kinds.ts';
import type { PersonId } from '../../../door/ids.ts';
import { withButtons } from '../../messages/answers/buttons.ts';
import { drawCount } from '../../messages/answers/count.ts';
import { drawFailures } from '../../messages/answers/failures.ts';
import { drawPerson } from '../../messages/answers/person.ts';
import type { Message } from '../../messages/message.ts';
import { isNamed } from '../../messages/names.ts';
import type { Span } from '../../messages/span.ts';
import { type Named, naming, namingNobody, withheld } from '../access/names-given.ts';
import { isReasonMissing } from '../access/release.ts';
import { todaySpan } from '../range.ts';
import { answerRecent } from '../recent.ts';
import { answerWhoEntered } from '../who-entered.ts';
import { buttonsOf, type Turns } from './ask-on.ts';
import type { Asked } from './asked.ts';
import { bucketsOf } from './count-buckets.ts';
import { type AnswerDesk, readerAt } from './desk.ts';
import { gather } from './gather.ts';
import { countedIn, isOf, rowOf } from './passage-rows.ts';

/** An answer, how many it names, and what its buttons turn to where that is known only now. */
export type Answer = {
  readonly message: Message;
  /** Rows in which somebody is named; undefined where there is no answer. */
  readonly rows: number | undefined;
  readonly turns?: Turns;
};

/** A day and a half: what is longer is counted by the day where nobody says otherwise. */
const BY_DAY_FROM_MS = 36 * 3_600_000;

/** Who is looked up by a question: whom it is about. */
export const lookedUp = ({ person }: Pick<Asked, 'person'>): readonly PersonId[] =>
  person === undefined ? [] : [person.id];

/** Answers a question, with buttons to ask on where one person alone reads it. Nobody is looked up before it is known why. */
export async function answerAsked(asked: Asked, desk: AnswerDesk): Promise<Named> {
  const people = lookedUp(asked);
  if (isReasonMissing(people, desk)) return withheld(people);
  const { message, rows, turns } = await answerTo(asked, desk);
  if (rows === undefined) return namingNobody(message);
  if (desk.isShared === true) return naming(message, rows, people);
  return naming(withButtons(message, buttonsOf(asked, desk, turns), desk.say), rows, people);
}

async function answerTo(asked: Asked, desk: AnswerDesk): Promise<Answer> {
  const span = asked.span ?? todaySpan(desk.now, asked.timeZone);
  switch (asked.ask) {
    case 'recent':
      return await answerRecent(asked, desk);
    case 'who-entered':
      return await answerWhoEntered({ ...asked, span }, desk);
    case 'failures':
      return await failures({ ...asked, span }, desk);
    case 'person':
      return await person({ ...asked, span }, desk);
    case 'count':
      return await count({ ...asked, span }, desk);
  }
}

type AskedThen = Asked & { readonly span: Span };

async function failures(asked: AskedThen, desk: AnswerDesk): Promise<Answer> {
  const gathered = await gather(asked, asked.span, desk);
  if ('failure' in gathered) return { message: gathered.failure, rows: undefined };
  const { passages, names, ...lacks } = gathered;
  const rows = passages.filter(({ passage }) => isOf('failures', passage)).map((one) => rowOf(one, names));
  const understood: Asked = { ...asked, kinds: ['failures'] };
  const message = drawFailures({ ...lacks, understood, rows }, readerAt(desk, asked.timeZone));
  return { message, rows: rows.filter((one) => isNamed(one.person)).length };
}

async function person(asked: AskedThen, desk: AnswerDesk): Promise<Answer> {
  const gathered = await gather(asked, asked.span, desk);
  if ('failure' in gathered) return { message: gathered.failure, rows: undefined };
  const { passages, names, ...lacks } = gathered;
  const rows = passages.map((one) => rowOf(one, names));
  const message = drawPerson({ ...lacks, understood: asked, rows }, readerAt(desk, asked.timeZone));
  return { message, rows: rows.filter((one) => isNamed(one.person)).length };
}

/** What a count counts where nobody says so. */
export const COUNTED: readonly KindAsked[] = ['entries'];

async function count(asked: AskedThen, desk: AnswerDesk): Promise<Answer> {
  const { kinds = COUNTED, span, scope, timeZone } = asked;
  const to = span.to === undefined || span.to > desk.now ? desk.now : span.to;
  const per = asked.per ?? (to - span.from > BY_DAY_FROM_MS ? 'day' : 'hour');
  const gathered = await gather(asked, span, desk);
  if ('failure' in gathered) return { message: gathered.failure, rows: undefined };
  const { passages: _, names: _names, ...lacks } = gathered;
  const reader = readerAt(desk, timeZone);
  // A device's clock may run a little ahead: its rows count for the hour that it is.
  const rows = countedIn(gathered, kinds).map((row) => (row.at > to ? { ...row, at: to } : row));
  const buckets = bucketsOf(rows, per, { from: span.from, to }, scope, reader);
  const understood = { ...asked, kinds, per };
  const message = drawCount({ ...lacks, understood, kinds, per, buckets, total: rows.length }, reader);
  return { message, rows: per === 'person' ? rows.filter((one) => isNamed(one.person)).length : 0 };
}
