import type { Habit } from '../../../../incident/door-facts.ts';
import { common } from './common.ts';

/** Who got in at the end of a path, where, and after how many failures at how many doors. */
export type WalkIn = {
  readonly people: string;
  /** How many they are. */
  readonly amount: number;
  readonly where: string;
  readonly failures: string;
  readonly doors: string;
};

/** Cards of doors and places. `where` is a door, or a door with its place. */
export const kinds = {
  walkedAround: (failures: string, where: string): string => `${failures} at ${where}, one after the other`,
  letInAfterWalk: ({ people, amount, where, failures, doors }: WalkIn): string =>
    `${people} ${amount === 1 ? 'was' : 'were'} let in at ${where} after ${failures} at ${doors}`,
  /** One door of a path. */
  step: (door: string, times: string, when: string): string => `${door} ${times} (${when})`,
  refusedByThirdParty: (times: number, where: string, people: string): string =>
    `Refused by the third party${often(times)} at ${where}: ${people}`,
  refusedByThirdPartyStory: 'CLUe accepted them, the other system did not, and the door stayed locked',
  notUnlocked: (times: number, where: string, people: string): string =>
    `Authenticated${often(times)} at ${where}, and the relay did not answer: ${people}`,
  notUnlockedStory: 'People cannot get in there. Look at the relay, its wiring and the door’s controller',
  enteredAt: (person: string, where: string): string => `${person} entered at ${where}`,
  enteredMany: (entries: string, where: string): string => `${entries} at ${where}`,
  unexplained: (times: number, where: string): string => `${where} unlocked${often(times)} with nobody authenticated`,
  unexplainedStory: {
    unknown: 'Exit button, schedule or remote command. Whether that is normal at this door is still being learned',
    rare: 'Exit button, schedule or remote command. At this door that is rare',
    usual: 'Exit button, schedule or remote command. At this door that is normal by now, and not told any more',
  } satisfies Record<Habit, string>,
  stillUnlocked: (where: string): string => `${where} stays unlocked longer than usual`,
  unlockedFor: (where: string, length: string): string => `${where} has been unlocked for ${length}`,
  lockedAfter: (where: string, length: string): string =>
    `${where} was left unlocked for ${length}, and is locked again`,
  endUntold: (where: string, length: string): string => `${where} was left unlocked, for ${length} at most`,
  endUntoldStory:
    'No row told when it was locked again; it must have been before the lock was released for the next person',
  lastIn: (person: string, when: string): string => `Last let in: ${person}, ${when}`,
  firstIn: (day: string, person: string, where: string): string => `First in on ${day}: ${person} at ${where}`,
  lastEntry: (day: string, person: string, where: string): string => `Last entry on ${day}: ${person} at ${where}`,
  lastEntryStory: (entries: string): string => `${entries} that day. Leaving is not recorded`,
  countedFrom: (when: string): string => `counted since ${when}`,
  unfounded: 'What came later showed that nothing was wrong here',
};

const often = (times: number): string => (times === 1 ? '' : ` ${common.times(times)}`);

export type KindWords = typeof kinds;
