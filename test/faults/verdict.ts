/** What came of one scenario: the line that the matrix shows, and what was wrong. */
export type Verdict = {
  /** Incidents that the story holds. */
  readonly incidents: number;
  /** Cards owed: one per incident and channel. */
  readonly owed: number;
  /** How many of those owed were told right. */
  readonly seen: number;
  /** Owed and nowhere told right, each in words. */
  readonly lost: readonly string[];
  /** Told by more than one message after settling, each in words. */
  readonly twice: readonly string[];
  /** From the row that founded an incident to the first message that told of it, at worst, in milliseconds. */
  readonly worstDelayMs: number;
  /** Other promises that were not kept, each in words. */
  readonly broken: readonly string[];
  /** What else was measured. */
  readonly measured: readonly string[];
};

export const isGood = ({ lost, twice, broken }: Verdict): boolean =>
  lost.length === 0 && twice.length === 0 && broken.length === 0;
