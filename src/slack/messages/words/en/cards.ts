import { common } from './common.ts';

const NOT_A_PERSON = 'exit button, schedule or remote command';

/** What cards of doors say, and what every card does. Names, people and lists of them come escaped and in words, moments as Slack's dates. */
export const cards = {
  /** The button under a card that shows its raw rows. */
  showRows: 'Show rows',
  since: (moment: string): string => `since ${moment}`,
  span: (from: string, to: string): string => `from ${from} to ${to}`,
  failures: {
    /** `length` of a burst that is over. */
    head: (times: number, where: string, length?: string): string =>
      `${common.failures(times)} at ${where}${length === undefined ? '' : ` in ${length}`}`,
    goesOn: (first: string, last: string): string => `since ${first}, last ${last}`,
    nobody: 'Nobody was let in afterwards',
    /** Who was let in first after so many failures and how long after the last of them, and who else since then. */
    letIn: (who: string, length: string, times: number, others?: string): string =>
      `Then ${who} was let in ${length} after ${times === 1 ? 'it' : 'the last'}${others === undefined ? '' : `; later also ${others}`}`,
    meanwhile: (people: string): string => `Let in meanwhile: ${people}`,
  },
  /** The reply that rings again. `amid` while failures went on afterwards. */
  letIn: ({ people, amount, where, times, amid }: LetIn): string =>
    `${people} ${amount === 1 ? 'was' : 'were'} let in at ${where} ${amid ? 'amid' : 'after'} ${common.failures(times)}`,
  unlock: {
    /** `people` where somebody was authenticated, `length` once it is locked again. */
    head: (where: string, people: string | undefined, length?: string): string =>
      `${where} unlocked ${people === undefined ? 'with nobody authenticated' : `for ${people}`}${length === undefined ? '' : `, locked again after ${length}`}`,
    still: 'still unlocked',
    notAPerson: NOT_A_PERSON,
    also: (times: number): string =>
      `meanwhile also unlocked ${common.times(times)} with nobody authenticated: ${NOT_A_PERSON}`,
  },
  late: {
    /** `most` where it is the latest of many. */
    reached: (length: string, most: boolean): string => `reached the bot ${most ? 'up to ' : ''}${length} late`,
    told: (length: string, most: boolean): string =>
      `told ${most ? 'up to ' : ''}${length} late: Slack did not take it sooner`,
  },
  merged: 'Late rows showed that this belongs to another alert here; that message tells and counts it now.',
};

/** Who was let in, where, and after or amid how many failures. */
export type LetIn = {
  readonly people: string;
  /** How many they are. */
  readonly amount: number;
  readonly where: string;
  readonly times: number;
  readonly amid: boolean;
};

export type CardWords = typeof cards;
