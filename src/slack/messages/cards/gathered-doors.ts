import type { Instant } from '../../../door/ids.ts';
import { incidentsIn } from '../../../incident/gathered-rows.ts';
import type { GatheredRow } from '../../../incident/gathering.ts';
import { bySeverity } from '../../../incident/severity.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import { doorWord } from '../names.ts';
import { lengthOfTime } from '../time.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { placeIn } from './row-words.ts';

/** One door's share of a message that tells of many incidents. Names are as CLUe or the configuration has them. */
export type DoorLine = {
  readonly door: string;
  /** Where there are several places. */
  readonly place?: string;
  readonly isSevere: boolean;
  readonly bursts: number;
  readonly failures: number;
  readonly unlocks: number;
  readonly letIn: number;
  readonly since: Instant;
  readonly lastAt: Instant;
  readonly isOpen: boolean;
  /** What of it goes on has a message of its own. */
  readonly isReleased: boolean;
};

/** A gathering's rows by door, the worst first. */
export function doorLines(rows: readonly GatheredRow[], view: CardView): readonly DoorLine[] {
  const byDoor = Map.groupBy(rows, ({ place, door }) => `${place}/${door ?? ''}`);
  const sorted = [...byDoor.values()].map((ofDoor) => ofDoor.toSorted(worstFirst));
  const lines = sorted.flatMap((ofDoor) => {
    const [worst] = ofDoor;
    return worst === undefined ? [] : [{ worst, line: lineOf(worst, ofDoor, view) }];
  });
  return lines
    .sort((a, b) => worstFirst(a.worst, b.worst) || b.line.failures - a.line.failures)
    .map(({ line }) => line);
}

function lineOf(worst: GatheredRow, rows: readonly GatheredRow[], view: CardView): DoorLine {
  const { place, door } = worst;
  const name = door === undefined ? undefined : view.nameOfDoor(place, door);
  const bursts = rows.filter((row) => row.kind === 'failures');
  const spells = rows.filter((row) => row.kind === 'unlocks');
  return {
    door: doorWord({ ...(name !== undefined && { name }), ...(door !== undefined && { id: door }) }, view.say),
    ...(view.showPlace && { place: placeIn(place, view) }),
    isSevere: worst.severity === 'severe',
    bursts: incidentsIn(bursts),
    failures: sum(bursts.map((row) => row.count)),
    unlocks: incidentsIn(spells),
    // A burst names who came in after it, and the spell by which they came in names them again.
    letIn: Math.max(sum(spells.map((row) => row.letIn)), ...bursts.map((row) => row.letIn)),
    since: rows.map((row) => row.since).reduce((a, b) => (a < b ? a : b), worst.since),
    lastAt: rows.map((row) => row.lastAt).reduce((a, b) => (a > b ? a : b), worst.lastAt),
    isOpen: rows.some((row) => row.isOpen && row.released !== true),
    isReleased: rows.some((row) => row.released === true),
  };
}

/** How it stands at the door now. */
export function stateOf({ isOpen, isReleased }: DoorLine, { crowds }: Catalogue): string {
  if (isReleased) return crowds.state.own;
  return isOpen ? crowds.state.goesOn : crowds.state.over;
}

/** A door with its place, where there are several. */
export const nameOf = ({ door, place }: DoorLine, { common }: Catalogue): string =>
  place === undefined ? inText(door) : common.doorAt(inText(door), inText(place));

/** One door in one line of text. */
export function lineInWords(line: DoorLine, say: Catalogue): string {
  const { failures, bursts, unlocks, letIn, since, lastAt, isOpen, isReleased } = line;
  const words = say.crowds;
  const lasted = !isOpen && !isReleased && lastAt > since;
  return [
    nameOf(line, say),
    ...(bursts > 0 ? [words.failures(failures)] : []),
    ...(letIn > 0 ? [words.letIn(letIn)] : []),
    ...(unlocks > 0 ? [words.unlocked(unlocks)] : []),
    lasted ? words.overAfter(lengthOfTime(lastAt - since, say)) : stateOf(line, say),
  ].join(' · ');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const worstFirst = (a: GatheredRow, b: GatheredRow): number => bySeverity(a.severity, b.severity) || b.count - a.count;
