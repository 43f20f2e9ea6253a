import type { Instant } from '../../../door/ids.ts';
import type { Problem } from '../../../door/problem.ts';
import { inText } from '../escape.ts';
import { type Named, placeWord } from '../names.ts';
import { adviceOf, problemInWords } from '../problem.ts';
import type { Reader } from '../reader.ts';
import { type CutReading, type Scope, type UnreadPlace, unreadLines } from '../scope.ts';
import { lengthOfTime, moment } from '../time.ts';

/** A place of which memory told, since CLUe could not be read. */
export type Remembered = {
  readonly place: Named;
  /** Why CLUe could not be read. */
  readonly problem: Problem;
  /** Nothing older is at hand. */
  readonly since: Instant;
  /** Nothing newer is known. */
  readonly knownAt?: Instant;
};

export type LacksView = {
  readonly malformed: number;
  readonly cuts: readonly CutReading[];
  readonly unread: readonly UnreadPlace[];
  readonly remembered: readonly Remembered[];
};

/** Whether all of what was asked for was read: else an answer proves nothing by what it lacks. */
export const isWhole = ({ malformed, cuts, unread }: LacksView): boolean =>
  malformed === 0 && cuts.length === 0 && unread.length === 0;

/** What an answer lacks, in lines: what CLUe did not tell first. */
export function lackLines(view: LacksView, { showPlace }: Pick<Scope, 'showPlace'>, reader: Reader): readonly string[] {
  const { say, timeZone } = reader;
  const { queries, answers } = say;
  return [
    ...view.remembered.map(({ place, since, knownAt, problem }) => {
      const where = showPlace ? inText(placeWord(place, say)) : undefined;
      const ago = knownAt === undefined ? undefined : lengthOfTime(reader.now - knownAt, say);
      const words = problemInWords(problem, reader.now, timeZone, say);
      return `🕰️ ${queries.fromMemory(words.what, adviceOf(words, say), moment(since, timeZone), ago, where)}`;
    }),
    ...view.cuts.map(({ place, rowsRead, backTo }) => {
      const where = showPlace ? inText(placeWord(place, say)) : undefined;
      return `⚠️ ${queries.cut(rowsRead, where, backTo === undefined ? undefined : moment(backTo, timeZone))}`;
    }),
    ...(view.malformed > 0 ? [answers.rowsUnreadable(view.malformed)] : []),
    // Of a place that memory told of, it is said already.
    ...unreadLines(
      view.unread.filter(({ place }) => !view.remembered.some((one) => one.place.id === place.id)),
      reader,
    ),
  ];
}
