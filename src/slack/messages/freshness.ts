import type { Instant } from '../../door/ids.ts';
import type { Problem } from '../../door/problem.ts';
import { inText } from './escape.ts';
import { list, type Named, placeWord } from './names.ts';
import { problemInWords } from './problem.ts';
import type { Reader } from './reader.ts';
import { roughly } from './time.ts';

/** How fresh the rows of one place are. */
export type Freshness = {
  readonly place: Named;
  /** When CLUe knew no other rows. */
  readonly at: Instant;
  /** CLUe itself was asked for this answer. */
  readonly isNow: boolean;
  /** Why it could not be asked, where the rows are those that the bot knew before. */
  readonly problem?: Problem;
  /** Rows that CLUe counts and did not give. */
  readonly missing: number;
};

/** Whether what is not in the answer is known not to have been. */
export const isCertain = (freshness: readonly Freshness[]): boolean =>
  freshness.every(({ problem, missing }) => problem === undefined && missing === 0);

/** Lines that say how fresh an answer is: one for all places that are seen, one for each reason that others are not. */
export function freshnessLines(freshness: readonly Freshness[], showPlace: boolean, reader: Reader): readonly string[] {
  const { now, timeZone, say } = reader;
  const { fresh } = say.answers;
  const age = (ones: readonly Freshness[]): string => roughly(now - Math.min(...ones.map(({ at }) => at)), say);
  const where = (ones: readonly Freshness[]): string | undefined =>
    showPlace
      ? list(
          ones.map(({ place }) => inText(placeWord(place, say))),
          say,
          5,
          'doors',
        )
      : undefined;
  const away = Map.groupBy(
    freshness.filter(({ problem }) => problem !== undefined),
    ({ problem }) => (problem === undefined ? '' : problemInWords(problem, now, timeZone, say).what),
  );
  const remembered = freshness.filter(({ problem, isNow }) => problem === undefined && !isNow);
  const missing = freshness.reduce((sum, one) => sum + one.missing, 0);
  return [
    ...(remembered.length > 0 ? [fresh.asOf(age(remembered))] : []),
    ...(missing > 0 ? [`⚠️ ${fresh.missing(missing)}`] : []),
    ...[...away].map(([what, ones]) => `⚠️ ${fresh.away(what, age(ones), where(ones))}`),
  ];
}
