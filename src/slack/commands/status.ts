import { drawStatus } from '../messages/status.ts';
import { type Command, readerOf } from './command.ts';
import { takesNothing } from './unclear-answer.ts';

/** The bot's health at one glance. */
export const status: Command = {
  name: 'status',
  shows: 'states',
  least: 'viewer',
  examples: ['/clue status'],
  run: async (call) => takesNothing(call, status) ?? drawStatus(call.ports.health.status(), readerOf(call)),
};
