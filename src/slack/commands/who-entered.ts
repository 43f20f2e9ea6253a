import { isNamed } from '../messages/names.ts';
import type { Span } from '../messages/span.ts';
import { drawWhoEntered, type EntryRow, type WhoEnteredView } from '../messages/who-entered.ts';
import type { Answer } from './answers/answer.ts';
import type { Asked } from './answers/asked.ts';
import { type AnswerDesk, readerAt } from './answers/desk.ts';
import { gather } from './answers/gather.ts';
import { runAsk } from './answers/listed.ts';
import type { Command } from './command.ts';

/** Who authenticated and was let in by the relay. */
export const whoEntered: Command = {
  name: 'who-entered',
  shows: 'names',
  least: 'viewer',
  takesDoor: true,
  examples: [
    '/clue who-entered',
    '/clue who-entered "Front door" yesterday evening',
    '/clue who-entered Jack last week',
  ],
  run: (call) => runAsk(call, whoEntered, 'who-entered', { time: true, person: true }),
};

/** Draws who entered in a stretch of time. */
export async function answerWhoEntered(
  { span, ...asked }: Asked & { readonly span: Span },
  desk: AnswerDesk,
): Promise<Answer> {
  const gathered = await gather(asked, span, desk);
  if ('failure' in gathered) return { message: gathered.failure, rows: undefined };
  const { passages, names, malformed, cuts, unread, freshness } = gathered;
  const entries: readonly EntryRow[] = passages
    .filter(({ passage }) => passage.kind === 'let-in')
    .map(({ passage, place }) => {
      const person = names.person(place.id, passage.person);
      const at = { at: passage.at, place: names.place(place.id), door: names.door(place.id, passage.door) };
      return person === undefined ? at : { ...at, person };
    });
  const view: WhoEnteredView = {
    scope: asked.scope,
    span,
    ...(asked.person !== undefined && { of: asked.person }),
    entries,
    pending: passages.filter(({ passage }) => passage.kind === 'pending').length,
    malformed,
    cuts,
    unread,
    freshness,
    ...(desk.ports.names === 'left-out' && { namesLeftOut: true }),
  };
  return {
    message: drawWhoEntered(view, readerAt(desk, asked.timeZone)),
    rows: entries.filter(({ person }) => isNamed(person)).length,
  };
}
