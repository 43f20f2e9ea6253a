import type { GatheredRow, Gathering, GatheringReason } from '../../../incident/gathering.ts';
import { isClosed } from '../../../incident/incident.ts';
import { bySeverity, severityOfRow } from '../../../incident/severity.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import { context, message, section } from '../layout.ts';
import type { Message } from '../message.ts';
import { count, list } from '../names.ts';
import { tableOf, textCell } from '../table.ts';
import { lengthOfTime, moment, momentAfter, momentCell } from '../time.ts';
import { doorOf } from './frame.ts';

/** Doors named in the message's one line of text; a notification shows the first of them. */
const DOORS_IN_TEXT = 60;

/** One door's share of a gathering. */
type DoorLine = {
  readonly where: string;
  readonly worst: GatheredRow;
  readonly bursts: number;
  readonly failures: number;
  readonly unlocks: number;
  readonly letIn: number;
  readonly lastAt: GatheredRow['lastAt'];
  readonly open: number;
};

/** Many incidents in one message: how many of what, then each door, the worst first. */
export function drawGathering(facts: Gathering, view: CardView): Message {
  const { rows, since } = facts;
  const lines = doorLines(rows, view);
  const severe = rows.filter((row) => severityOfRow(row) === 'severe');
  const head = `${iconOf(facts, view)} ${headOf(facts.why, rows, lines.length)}`;
  const lastAt = rows.map((row) => row.lastAt).reduce((a, b) => (a > b ? a : b), since);
  const story = [
    totalsOf(rows),
    ...(severe.length > 0
      ? [`🚨 Let in after many failures: ${list([...new Set(severe.map((row) => whereOf(row, view)))])}`]
      : []),
  ];
  const notes = [
    `from ${moment(since, view.timeZone)} to ${momentAfter(since, lastAt, view.timeZone)}`,
    NOTES[facts.why],
    ...(rows.some((row) => row.released === true) ? ['What still goes on has a message of its own'] : []),
  ];
  const { block, shown } = tableOf<DoorLine>({
    caption: 'Doors, the worst first',
    header: ['Door', 'Failures', 'Let in', 'Unlocked', 'Last', 'Now'],
    rows: lines,
    cells: (line) => [
      textCell(line.where),
      { type: 'raw_number', value: line.failures, text: line.failures.toLocaleString('en') },
      { type: 'raw_number', value: line.letIn, text: line.letIn.toLocaleString('en') },
      { type: 'raw_number', value: line.unlocks, text: line.unlocks.toLocaleString('en') },
      momentCell(line.lastAt, view.timeZone),
      textCell(line.open > 0 ? 'goes on' : 'over'),
    ],
  });
  const left = lines.length - shown.length;
  const cut = left > 0 ? [`${count(left, 'more door')} left out: a table in Slack holds no more.`] : [];
  const inLine = lines.slice(0, DOORS_IN_TEXT).map((line) => lineInWords(line));
  const more = lines.length > DOORS_IN_TEXT ? [`and ${count(lines.length - DOORS_IN_TEXT, 'more door')}`] : [];
  return message(
    [[head, ...story, ...notes].join(' · '), ...inLine, ...more],
    [section(`*${head}*\n${story.join('\n')}`), block, context([...notes, ...cut].join(' · '))],
  );
}

const NOTES: Readonly<Record<GatheringReason, string>> = {
  storm: 'So much happened at once that one message tells it all',
  'rows-late': '🕰️ these rows reached the bot late',
  'slack-away': '🕰️ told late: Slack did not take it sooner',
  calm: 'Worth a line, and nothing to do',
  quiet: 'Held by this channel’s quiet hours',
  muted: 'Hidden by a mute in this channel',
};

function headOf(why: GatheringReason, rows: readonly GatheredRow[], doors: number): string {
  const what = `${count(rows.length, 'alert')} at ${count(doors, 'door')}`;
  switch (why) {
    case 'storm':
      return `${what} at once`;
    case 'rows-late':
      return `Caught up: ${what}`;
    case 'slack-away':
      return `While Slack was away: ${what}`;
    case 'calm':
      return `Let in after a failure or two today: ${what}`;
    case 'quiet':
      return `In quiet hours: ${what}`;
    case 'muted':
      return `Muted: ${what}`;
  }
}

function iconOf({ why, rows }: Gathering, { incident }: CardView): string {
  if (why !== 'storm') return '🕰️';
  return isClosed(incident) || rows.every((row) => !row.isOpen) ? '⚪' : '🔴';
}

function totalsOf(rows: readonly GatheredRow[]): string {
  const bursts = rows.filter((row) => row.kind === 'failures');
  const spells = rows.filter((row) => row.kind === 'unlocks');
  const failures = bursts.reduce((sum, row) => sum + row.count, 0);
  return list([
    ...(bursts.length > 0 ? [`${count(failures, 'authentication failure')} in ${count(bursts.length, 'burst')}`] : []),
    ...(spells.length > 0 ? [count(spells.length, 'unlocked spell')] : []),
  ]);
}

function whereOf({ place, door }: GatheredRow, view: CardView): string {
  const word = doorOf(view, place, door);
  return view.showPlace ? `${word}, ${inText(view.nameOfPlace(place))}` : word;
}

function doorLines(rows: readonly GatheredRow[], view: CardView): readonly DoorLine[] {
  const byDoor = Map.groupBy(rows, ({ place, door }) => `${place}/${door ?? ''}`);
  const lines = [...byDoor.values()].flatMap((ofDoor): DoorLine[] => {
    const [worst] = ofDoor.toSorted(worstFirst);
    if (worst === undefined) return [];
    const bursts = ofDoor.filter((row) => row.kind === 'failures');
    return [
      {
        where: whereOf(worst, view),
        worst,
        bursts: bursts.length,
        failures: bursts.reduce((sum, row) => sum + row.count, 0),
        unlocks: ofDoor.length - bursts.length,
        // A burst names who came in after it, and the spell by which they came in names them again.
        letIn: bursts.reduce((most, row) => Math.max(most, row.letIn), letInBy(ofDoor)),
        lastAt: ofDoor.map((row) => row.lastAt).reduce((a, b) => (a > b ? a : b)),
        open: ofDoor.filter((row) => row.isOpen).length,
      },
    ];
  });
  return lines.sort((a, b) => worstFirst(a.worst, b.worst) || b.failures - a.failures);
}

const letInBy = (rows: readonly GatheredRow[]): number =>
  rows.reduce((sum, row) => sum + (row.kind === 'unlocks' ? row.letIn : 0), 0);

const worstFirst = (a: GatheredRow, b: GatheredRow): number =>
  bySeverity(severityOfRow(a), severityOfRow(b)) || b.count - a.count;

function lineInWords({ where, failures, bursts, unlocks, letIn, open, lastAt, worst }: DoorLine): string {
  return [
    where,
    ...(bursts > 0 ? [count(failures, 'failure')] : []),
    ...(letIn > 0 ? [`${letIn} let in`] : []),
    ...(unlocks > 0 ? [`unlocked ${unlocks === 1 ? 'once' : `${unlocks} times`}`] : []),
    open > 0 ? 'goes on' : `over after ${lengthOfTime(lastAt - worst.since)}`,
  ].join(' · ');
}
