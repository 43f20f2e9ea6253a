import { drawUnclearAsked, type UnclearAsked } from '../../messages/answers/unclear-asked.ts';
import { type Named, namingNobody, offering } from '../access/names-given.ts';
import type { Call, Command } from '../command.ts';
import { type Grammar, type Question, readQuestion } from '../question.ts';
import { unclearAnswer } from '../unclear-answer.ts';
import { whereOf } from '../where.ts';
import { answerAsked } from './answer.ts';
import type { Ask, Asked } from './asked.ts';
import { deskOf } from './desk.ts';

/** Reads what was typed; or answers what of it was not understood. */
export function understand(call: Call, command: Command, grammar: Grammar): Question | Named {
  const reading = readQuestion(call.words, grammar, whereOf(call));
  if (reading.ok) return reading.question;
  return offering(unclearAnswer(call, command, reading), reading.unclear);
}

/** Runs a command whose whole answer follows from its question. */
export async function runAsk(call: Call, command: Command, ask: Ask, grammar: Grammar): Promise<Named> {
  const understood = understand(call, command, grammar);
  if ('message' in understood) return understood;
  if (ask === 'person' && understood.person === undefined) return askBack({ kind: 'whom' }, call, command);
  return await answerAsked(askedFrom(understood, ask), deskOf(call));
}

/** A question back that offers nobody. */
export const askBack = (unclear: UnclearAsked, { say }: Call, command: Command): Named =>
  namingNobody(drawUnclearAsked(unclear, command, say));

/** The question with what an answer takes of it. */
export function askedFrom<Asks extends string>(
  { understood: _, heard: _heard, format: _format, ...question }: Question,
  ask: Asks,
): Omit<Asked, 'ask'> & { readonly ask: Asks } {
  return { ...question, ask };
}
