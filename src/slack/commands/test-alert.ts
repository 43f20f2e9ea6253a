import { drawTestReport } from '../messages/test-report.ts';
import type { Command } from './command.ts';
import { takesNothing } from './unclear-answer.ts';

/** Proves on demand that alerts arrive: sends one through the whole chain, and reads it back. */
export const testAlert: Command = {
  name: 'test-alert',
  usage: '',
  summary: 'send a marked alert through the whole chain to this channel, and time each step',
  examples: ['/clue test-alert'],
  run: async (call) => {
    const unclear = takesNothing(call, testAlert);
    if (unclear !== undefined) return unclear;
    const report = await call.ports.testAlert.send(call.channel, call.asker.userId);
    return drawTestReport(report, call.now, call.ports.timeZone);
  },
};
