import type { Instant } from '../../../door/ids.ts';
import type { Problem } from '../../../door/problem.ts';
import type { DoorNow } from '../../../incident/door-now.ts';
import { inText } from '../escape.ts';
import { eventInWords } from '../event-words.ts';
import { message, saying, section, smallPrint } from '../layout.ts';
import type { Message } from '../message.ts';
import { list, type Named, placeWord } from '../names.ts';
import { adviceOf, problemInWords } from '../problem.ts';
import type { Reader } from '../reader.ts';
import { tableOf, textCell } from '../table.ts';
import { lengthOfTime, moment, momentCell } from '../time.ts';
import { whereInWords } from './passage-words.ts';

export type DoorGlance = { readonly door: Named; readonly place: Named; readonly stands?: DoorNow };
/** A place that could not be read just now, and when it last could. */
export type PlaceAway = { readonly place: Named; readonly problem: Problem; readonly knownAt?: Instant };

export type DoorsView = {
  readonly showPlace: boolean;
  readonly doors: readonly DoorGlance[];
  readonly away: readonly PlaceAway[];
};

/** All doors at a glance: the unlocked ones first, and said before anything else. */
export function drawDoors({ doors, away, showPlace }: DoorsView, reader: Reader): Message {
  const { say, timeZone } = reader;
  const words = say.queries.doors;
  const { columns } = say.answers;
  const notes = awayLines(away, showPlace, reader);
  if (doors.length === 0) return saying(words.none, ...notes);
  const sorted = doors.toSorted(
    (a, b) => rankOf(a) - rankOf(b) || (b.stands?.last?.at ?? 0) - (a.stands?.last?.at ?? 0),
  );
  const unlocked = sorted.filter(isUnlocked);
  const names = unlocked.map((one) => inText(whereInWords(one, { showPlace }, say)));
  const head = unlocked.length === 0 ? `🔒 ${words.allLocked}` : `🔓 ${words.unlocked(list(names, say, 6, 'doors'))}`;
  const lastOf = ({ stands }: DoorGlance): string => (stands?.last === undefined ? '' : eventInWords(stands.last, say));
  const { block, shown } = tableOf<DoorGlance>({
    caption: words.caption,
    header: [columns.door, words.state, words.last, columns.time],
    rows: sorted,
    cells: (one) => [
      textCell(whereInWords(one, { showPlace }, say)),
      textCell(stateOf(one, reader)),
      textCell(lastOf(one)),
      one.stands?.last === undefined ? textCell('') : momentCell(one.stands.last.at, timeZone),
    ],
  });
  const left = sorted.length - shown.length;
  const lines = shown.map((one) => {
    const last =
      one.stands?.last === undefined ? '' : ` · ${inText(lastOf(one))} · ${moment(one.stands.last.at, timeZone)}`;
    return `${inText(whereInWords(one, { showPlace }, say))} · ${stateOf(one, reader)}${last}`;
  });
  const below = [...(left > 0 ? [words.leftOut(left)] : []), ...notes];
  return message(
    [head, ...lines, ...below],
    [section(`*${head}*`), block, ...(below.length > 0 ? [smallPrint(below)] : [])],
    say,
  );
}

const isUnlocked = ({ stands }: DoorGlance): boolean => stands?.relay?.kind === 'unlocked';
const rankOf = (one: DoorGlance): number => (isUnlocked(one) ? 0 : one.stands?.last === undefined ? 2 : 1);

function stateOf({ stands }: DoorGlance, { say, now }: Reader): string {
  const words = say.queries.doors;
  if (stands?.relay === undefined) return words.notKnown;
  if (stands.relay.kind !== 'unlocked') return words.isLocked;
  return words.isUnlocked(lengthOfTime(now - stands.relay.at, say));
}

/** What could not be read just now: how old is what memory tells of it, and why. */
export function awayLines(away: readonly PlaceAway[], showPlace: boolean, reader: Reader): readonly string[] {
  const { say, now, timeZone } = reader;
  const alike = Map.groupBy(away, ({ problem, knownAt }) => `${problem.kind} ${knownAt ?? ''}`);
  return [...alike.values()].flatMap((places) => {
    const [first] = places;
    if (first === undefined) return [];
    const where = list(
      places.map(({ place }) => inText(placeWord(place, say))),
      say,
      5,
      'doors',
    );
    const words = problemInWords(first.problem, now, timeZone, say);
    const known = first.knownAt === undefined ? undefined : lengthOfTime(now - first.knownAt, say);
    return [`⚠️ ${say.queries.away(words.what, adviceOf(words, say), known, showPlace ? where : undefined)}`];
  });
}
