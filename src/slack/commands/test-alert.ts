import { drawTestReport } from '../messages/test-report.ts';
import { type Command, readerOf } from './command.ts';
import { takesNothing } from './unclear-answer.ts';

/** Proves on demand that alerts arrive: sends one through the whole chain, and reads it back. */
export const testAlert: Command = {
  name: 'test-alert',
  shows: 'nothing',
  least: 'viewer',
  examples: ['/clue test-alert'],
  run: async (call) => {
    const unclear = takesNothing(call, testAlert);
    if (unclear !== undefined) return unclear;
    const report = await call.ports.testAlert.send(call.channel, call.asker.userId);
    return drawTestReport(report, readerOf(call));
  },
};
