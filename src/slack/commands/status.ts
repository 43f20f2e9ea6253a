import { drawStatus } from '../messages/status.ts';
import type { Command } from './command.ts';
import { takesNothing } from './unclear-answer.ts';

/** The bot's health at one glance. */
export const status: Command = {
  name: 'status',
  usage: '',
  summary: 'whether the bot sees the doors and tells of them: troubles, each place, lag, counts, version',
  examples: ['/clue status'],
  run: async (call) =>
    takesNothing(call, status) ?? drawStatus(call.ports.health.status(), call.now, call.ports.timeZone),
};
