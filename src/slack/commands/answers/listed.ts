import { drawUnclearAsked } from '../../messages/answers/unclear-asked.ts';
import type { Message } from '../../messages/message.ts';
import type { Call, Command } from '../command.ts';
import { unclearAnswer } from '../unclear-answer.ts';
import { answerAsked } from './answer.ts';
import type { Ask } from './asked.ts';
import { deskOf } from './desk.ts';
import { readAsked, type Takes, type Understood } from './read-asked.ts';

/** Reads what was typed; or answers what of it was not understood. */
export function understand(call: Call, command: Command, takes: Takes): Understood | Message {
  const { ports, now, words } = call;
  const where = { places: ports.places.places(), now, timeZone: ports.timeZone };
  const reading = readAsked(words, takes, where);
  if (reading.ok) return reading.asked;
  if ('about' in reading) return drawUnclearAsked(reading.about, command, call.say);
  return unclearAnswer(call, command, reading);
}

/** Runs a command whose whole answer follows from its question. */
export async function runAsk(call: Call, command: Command, ask: Ask, takes: Takes): Promise<Message> {
  const understood = understand(call, command, takes);
  if ('blocks' in understood) return understood;
  return await answerAsked({ ...understood, ask }, deskOf(call));
}
