import { inText } from '../escape.ts';
import { type Freshness, freshnessLines, isCertain } from '../freshness.ts';
import { placeWord } from '../names.ts';
import type { Reader } from '../reader.ts';
import { type CutReading, type Scope, type UnreadPlace, unreadLines } from '../scope.ts';
import { moment } from '../time.ts';

/** What an answer lacks, and how sure it is. */
export type LacksView = {
  /** Rows that CLUe sent and the bot could not read. */
  readonly malformed: number;
  readonly cuts: readonly CutReading[];
  readonly unread: readonly UnreadPlace[];
  readonly freshness: readonly Freshness[];
};

/** Whether all of what was asked for was read: else an answer proves nothing by what it lacks. */
export const isWhole = ({ malformed, cuts, unread, freshness }: LacksView): boolean =>
  malformed === 0 && cuts.length === 0 && unread.length === 0 && isCertain(freshness);

/** What an answer lacks, in lines, and how fresh it is. */
export function lackLines(view: LacksView, { showPlace }: Pick<Scope, 'showPlace'>, reader: Reader): readonly string[] {
  const { say, timeZone } = reader;
  return [
    ...view.cuts.map(({ place, rowsRead, backTo }) => {
      const where = showPlace ? inText(placeWord(place, say)) : undefined;
      return `⚠️ ${say.queries.cut(rowsRead, where, backTo === undefined ? undefined : moment(backTo, timeZone))}`;
    }),
    ...(view.malformed > 0 ? [say.answers.rowsUnreadable(view.malformed)] : []),
    ...unreadLines(view.unread, reader),
    ...freshnessLines(view.freshness, showPlace, reader),
  ];
}
