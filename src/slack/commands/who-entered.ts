import type { Message } from '../messages/message.ts';
import type { Span } from '../messages/span.ts';
import { drawWhoEntered, type EntryRow, type WhoEnteredView } from '../messages/who-entered.ts';
import type { Asked } from './answers/asked.ts';
import { type AnswerDesk, readerAt } from './answers/desk.ts';
import { gather } from './answers/gather.ts';
import { runAsk } from './answers/listed.ts';
import type { Command } from './command.ts';

/** Who authenticated and was let in by the relay. */
export const whoEntered: Command = {
  name: 'who-entered',
  takesDoor: true,
  examples: ['/clue who-entered', '/clue who-entered "Front door" yesterday', '/clue who-entered 24h'],
  run: (call) => runAsk(call, whoEntered, 'who-entered', { time: true }),
};

/** Draws who entered in a stretch of time. */
export async function answerWhoEntered(
  { span, ...asked }: Asked & { readonly span: Span },
  desk: AnswerDesk,
): Promise<Message> {
  const gathered = await gather(asked, span, desk);
  if ('failure' in gathered) return gathered.failure;
  const { passages, names, malformed, cuts, unread, remembered } = gathered;
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
    entries,
    pending: passages.filter(({ passage }) => passage.kind === 'pending').length,
    malformed,
    cuts,
    unread,
    remembered,
  };
  return drawWhoEntered(view, readerAt(desk));
}
