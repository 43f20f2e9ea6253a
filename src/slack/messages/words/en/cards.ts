const times = (amount: number): string => (amount === 1 ? 'once' : `${amount} times`);

/** A burst of failures, and who was let in after it. */
const failures = {
  head: (failed: string, where: string, within: string | undefined): string =>
    `${failed} at ${where}${within === undefined ? '' : ` in ${within}`}`,
  nobody: 'Nobody was let in afterwards',
  /** `gap` after the last of several, or after the only one. */
  letInThen: (who: string, gap: string, isOne: boolean, also: string | undefined): string =>
    `Then ${who} was let in ${gap} after ${isOne ? 'it' : 'the last'}${also === undefined ? '' : `; later also ${also}`}`,
  meanwhile: (people: string): string => `Let in meanwhile: ${people}`,
  fromTo: (first: string, last: string): string => `from ${first} to ${last}`,
  since: (first: string, last: string): string => `since ${first}, last ${last}`,
};

/** A spell of an unlocked door. */
const unlock = {
  head: (where: string, people: string | undefined, after: string | undefined): string =>
    `${where} unlocked ${people === undefined ? 'with nobody authenticated' : `for ${people}`}${after === undefined ? '' : `, locked again after ${after}`}`,
  since: (moment: string): string => `since ${moment}`,
  still: 'still unlocked',
  notAPerson: 'exit button, schedule or remote command',
  alsoWithout: (amount: number): string =>
    `meanwhile also unlocked ${times(amount)} with nobody authenticated: exit button, schedule or remote command`,
};

/** The cards of doors, and what all cards share. */
export const cards = {
  failures,
  unlock,
  /** The reply that rings: `isAfter` where all failures came before. */
  letIn: (people: string, isOne: boolean, where: string, failed: string, isAfter: boolean): string =>
    `${people} ${isOne ? 'was' : 'were'} let in at ${where} ${isAfter ? 'after' : 'amid'} ${failed}`,
  seenLate: (length: string, isMost: boolean): string => `🕰️ reached the bot ${isMost ? 'up to ' : ''}${length} late`,
  toldLate: (length: string, isMost: boolean): string =>
    `🕰️ told ${isMost ? 'up to ' : ''}${length} late: Slack did not take it sooner`,
  merged: 'Late rows showed that this belongs to another alert here; that message tells and counts it now.',
  showRows: 'Show rows',
};

export type CardWords = typeof cards;
