import type { GatheredRow, Gathering } from '../../../incident/gathering.ts';
import { bySeverity } from '../../../incident/severity.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import { context, message, section } from '../layout.ts';
import type { Message } from '../message.ts';
import { muteInWords } from '../mute-line.ts';
import { tableOf, textCell } from '../table.ts';
import { moment, momentAfter, momentCell } from '../time.ts';
import { mention } from './answers.ts';
import { fitting } from './calm-day.ts';
import { doorIn, numberCell } from './row-words.ts';

/** Doors named in the bold line. */
const DOORS_NAMED = 3;

/** What quiet hours or a mute held back, told at their end: how much of what at each door, the worst first. A mute that hid nothing says so. */
export function drawHeld(facts: Gathering, view: CardView): Message {
  const { say, timeZone } = view;
  const words = say.answersToCards.gathered;
  const { rows } = facts;
  // What went on at the end, or became worse before it, was held back all the same until then.
  const released = rows.filter((row) => row.released === true).length;
  const amount = alertsOf(rows);
  const head = headOf(facts, amount, view);
  const doors = doorsOf(rows, view);
  const severe = doors.filter((one) => one.isSevere);
  const loud = severe.length === 0 ? [] : [words.letInFirst(namesOf(severe, view))];
  const notes = [...periodOf(facts, view), ...(released > 0 ? [words.own(released)] : [])];
  const lines = doors.map((one) => words.row(inText(one.door), countsInWords(one, view)));
  const paragraph = section([`*${head}*`, ...loud].join('\n'));
  if (doors.length === 0) {
    return message(
      [[head, ...notes].join(' · ')],
      [section(`*${head}*`), ...(notes.length > 0 ? [context(notes.join(' · '))] : [])],
    );
  }
  const { block, shown } = tableOf<DoorTotal>({
    caption: words.caption,
    header: [
      words.head.door,
      words.head.alerts,
      words.head.failures,
      words.head.letIn,
      words.head.unlocked,
      words.head.last,
    ],
    rows: doors,
    cells: (one) => [
      textCell(one.door),
      numberCell(one.alerts, say),
      numberCell(one.failures, say),
      numberCell(one.letIn, say),
      numberCell(one.unlocked, say),
      momentCell(one.lastAt, timeZone),
    ],
  });
  const cut = doors.length - shown.length;
  const small = [...notes, ...(cut > 0 ? [words.cut(cut)] : [])];
  return message(
    fitting([[head, ...loud, ...notes].join(' · '), ...lines], (left) => words.moreDoors(left)),
    [paragraph, block, ...(small.length > 0 ? [context(small.join(' · '))] : [])],
  );
}

function headOf({ why, confesses }: Gathering, amount: number, view: CardView): string {
  const words = view.say.answersToCards.gathered;
  if (why !== 'muted') return words.quiet(amount);
  return confesses === undefined ? words.unnamedMute(amount) : words.muted(amount, muteInWords(confesses, view));
}

/** Who muted it, from when until when it really was; the stretch of what was held by quiet hours. */
function periodOf({ confesses, tellAt, since, rows }: Gathering, { say, timeZone }: CardView): readonly string[] {
  const words = say.answersToCards.gathered;
  if (confesses !== undefined) {
    const until = tellAt ?? confesses.until;
    return [
      words.by(mention(confesses.by), moment(confesses.since, timeZone), momentAfter(confesses.since, until, timeZone)),
      ...(confesses.endedBy === undefined ? [] : [words.endedBy(mention(confesses.endedBy))]),
    ];
  }
  if (rows.length === 0) return [];
  const last = rows.map((row) => row.lastAt).reduce((a, b) => (a > b ? a : b), since);
  return last === since
    ? [moment(since, timeZone)]
    : [words.span(moment(since, timeZone), momentAfter(since, last, timeZone))];
}

type DoorTotal = {
  readonly door: string;
  readonly isSevere: boolean;
  readonly alerts: number;
  readonly failures: number;
  readonly letIn: number;
  readonly unlocked: number;
  readonly lastAt: GatheredRow['lastAt'];
};

const alertsOf = (rows: readonly GatheredRow[]): number => total(rows.map((row) => row.times ?? 1));

function doorsOf(rows: readonly GatheredRow[], view: CardView): readonly DoorTotal[] {
  const worstFirst = rows.toSorted((a, b) => bySeverity(a.severity, b.severity) || b.count - a.count);
  const byDoor = Map.groupBy(worstFirst, ({ place, door }) => `${place}/${door ?? ''}`);
  return [...byDoor.values()].flatMap((ofDoor) => {
    const [worst] = ofDoor;
    if (worst === undefined) return [];
    const bursts = ofDoor.filter((row) => row.kind === 'failures');
    const spells = ofDoor.filter((row) => row.kind === 'unlocks');
    return {
      door: doorIn(worst, view),
      isSevere: worst.severity === 'severe',
      alerts: alertsOf(ofDoor),
      failures: total(bursts.map((row) => row.count)),
      // A burst names who came in after it, and the spell by which they came in names them again.
      letIn: Math.max(total(spells.map((row) => row.letIn)), ...bursts.map((row) => row.letIn)),
      unlocked: alertsOf(spells),
      lastAt: ofDoor.map((row) => row.lastAt).reduce((a, b) => (a > b ? a : b)),
    };
  });
}

function countsInWords({ alerts, failures, letIn, unlocked }: DoorTotal, { say }: CardView): readonly string[] {
  const { count } = say.answersToCards.gathered;
  return [
    count.alerts(alerts),
    ...(failures > 0 ? [count.failures(failures)] : []),
    ...(letIn > 0 ? [count.letIn(letIn)] : []),
    ...(unlocked > 0 ? [count.unlocked(unlocked)] : []),
  ];
}

/** As many doors as a phone shows; the others are counted. */
function namesOf(doors: readonly DoorTotal[], { say }: CardView): string {
  const names = doors.map((one) => inText(one.door));
  const left = names.length - DOORS_NAMED;
  return left > 0 ? say.common.more(names.slice(0, DOORS_NAMED), left, 'doors') : say.common.and(names);
}

const total = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0);
