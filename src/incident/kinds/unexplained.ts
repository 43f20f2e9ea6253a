import type { Unexplained } from '../door-facts.ts';
import { habitsOf } from '../learned.ts';
import { type DoorKind, isRecent } from './kind.ts';
import { carryRun, extentOfRun, rowsOfRun, runsOf } from './runs.ts';

/** The relay went on with nobody before it: told where no exit button makes that normal. */
export const unexplained: DoorKind<Unexplained> = {
  name: 'unexplained',
  of: 'door',
  sight: (view) => {
    const runs = runsOf(view, (passage) => passage.kind === 'unlocked-without-person');
    const habitAt = habitsOf(view);
    return runs.map(({ passages, since, lastAt, founders, ...run }) => {
      const habit = habitAt(since);
      return {
        ...run,
        facts: { kind: 'unexplained', count: passages.length, since, lastAt, habit },
        // What has become normal opens nothing more; what was told before goes on to its end.
        founders: habit === 'usual' ? [] : founders,
        isDue: isRecent(run.seenAt, view),
      };
    });
  },
  extent: extentOfRun,
  // What the door's habit was when it happened stays what was said.
  carry: (known, sighted, isAtHand) => ({ ...carryRun(known, sighted, isAtHand), habit: known.habit }),
  keeps: rowsOfRun,
};
