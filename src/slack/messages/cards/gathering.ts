import { incidentsIn } from '../../../incident/gathered-rows.ts';
import type { Gathering, GatheringReason } from '../../../incident/gathering.ts';
import { isClosed } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import { context, message, section } from '../layout.ts';
import type { Message } from '../message.ts';
import { count, list } from '../names.ts';
import { tableOf, textCell } from '../table.ts';
import { moment, momentAfter, momentCell } from '../time.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { drawCalmDay } from './calm-day.ts';
import { CARD_TEXT, latenessInWords } from './frame.ts';
import { type DoorLine, doorLines, lineInWords, stateOf } from './gathered-doors.ts';
import { drawHeld } from './held.ts';

/** Doors named in the bold line; a phone shows no more of it. */
const DOORS_NAMED = 3;

/** Many incidents in one message: what is worst, how many of what, then each door, the worst first. */
export function drawGathering(facts: Gathering, view: CardView): Message {
  if (facts.why === 'calm') return drawCalmDay(facts, view);
  if (facts.why === 'muted' || facts.why === 'quiet') return drawHeld(facts, view);
  return drawCrowd({ ...facts, why: facts.why }, view);
}

/** What was too much to be told one by one. */
type Crowd = Gathering & { readonly why: Exclude<GatheringReason, 'calm' | 'muted' | 'quiet'> };

function drawCrowd(facts: Crowd, view: CardView): Message {
  const { timeZone, showPlace } = view;
  const lines = doorLines(facts.rows, view);
  const severe = lines.filter((line) => line.isSevere);
  const what = headOf(facts, lines);
  const head =
    severe.length === 0
      ? `${iconOf(facts, view)} ${what}`
      : `🚨 Let in after many failures at ${list(severe.map(namesOf), view.say, DOORS_NAMED)}`;
  const story = severe.length === 0 ? totalsOf(facts) : `${what}: ${totalsOf(facts)}`;
  const notes = notesOf(facts, view);
  const { block, shown } = tableOf<DoorLine>({
    caption: 'Doors, the worst first',
    header: ['Door', ...(showPlace ? ['Place'] : []), 'Failures', 'Let in', 'Unlocked', 'Last', 'Now'],
    rows: lines,
    cells: (line) => [
      textCell(line.door),
      ...(line.place === undefined ? [] : [textCell(line.place)]),
      ...[line.failures, line.letIn, line.unlocks].map(numberCell),
      momentCell(line.lastAt, timeZone),
      textCell(stateOf(line)),
    ],
  });
  const left = lines.length - shown.length;
  const cut = left > 0 ? [`${count(left, 'more door')} left out: a table in Slack holds no more`] : [];
  return message(inCardText([head, story, ...notes].join(' · '), lines, view.say), [
    section(`*${head}*\n${story}`),
    block,
    context([...notes, ...cut].join(' · ')),
  ]);
}

const numberCell = (value: number) => ({ type: 'raw_number', value, text: value.toLocaleString('en') }) as const;

function headOf({ why, rows }: Crowd, lines: readonly DoorLine[]): string {
  const [first, ...others] = lines;
  const where = first === undefined || others.length > 0 ? count(lines.length, 'door') : namesOf(first);
  const places = new Set(rows.map((row) => row.place)).size;
  const at = `at ${where}${places > 1 ? ` of ${count(places, 'place')}` : ''}`;
  switch (why) {
    case 'storm':
      return `${count(incidentsIn(rows), 'alert')} ${at}${incidentsIn(rows) > 1 ? ' at once' : ''}`;
    case 'rows-late':
      return `${count(incidentsIn(rows), 'late alert')} ${at}`;
    case 'slack-away':
      return `${count(incidentsIn(rows), 'alert')} ${at} while Slack was away`;
  }
}

const namesOf = ({ door, place }: DoorLine): string =>
  place === undefined ? inText(door) : `${inText(door)}, ${inText(place)}`;

function iconOf({ why, rows }: Crowd, { incident }: CardView): string {
  if (why !== 'storm') return '🕰️';
  return isClosed(incident) || rows.every((row) => !row.isOpen) ? '⚪' : '🔴';
}

/** `1,000 authentication failures in 20 bursts, and 12 unlocks`: whatever of it there was. */
function totalsOf({ rows }: Gathering): string {
  const bursts = rows.filter((row) => row.kind === 'failures');
  const spells = incidentsIn(rows) - incidentsIn(bursts);
  const failures = bursts.reduce((sum, row) => sum + row.count, 0);
  return [
    ...(bursts.length > 0
      ? [`${count(failures, 'authentication failure')} in ${count(incidentsIn(bursts), 'burst')}`]
      : []),
    ...(spells > 0 ? [`unlocked ${spells === 1 ? 'once' : `${spells.toLocaleString('en')} times`}`] : []),
  ].join(', ');
}

const WHY: Readonly<Record<Crowd['why'], string>> = {
  storm: 'One message tells it all, because so much came at once',
  'rows-late': 'One message tells it all, because so many rows came late',
  'slack-away': 'One message tells it all, because so much waited for Slack',
};

/** When, how late at worst, and why there is one message. */
function notesOf({ why, rows, since }: Crowd, { timeZone, toldAt, say }: CardView): readonly string[] {
  const lastAt = rows.map((row) => row.lastAt).reduce((a, b) => (a > b ? a : b), since);
  const seenAfterMs = Math.max(...rows.map((row) => row.seenAfterMs));
  // What joined later was told by an edit, as soon as it was seen.
  const toldAfterMs = Math.max(...rows.map((row) => toldAt - row.openedAt));
  return [
    lastAt === since
      ? moment(since, timeZone)
      : `from ${moment(since, timeZone)} to ${momentAfter(since, lastAt, timeZone)}`,
    ...latenessInWords({ seenAfterMs, toldAfterMs, most: rows.length > 1 }, say),
    WHY[why],
    ...(rows.some((row) => row.released === true) ? ['What goes on for long has a message of its own'] : []),
  ];
}

/** The first line, then a line for each door, as many as Slack takes when the message is brought up to date. */
function inCardText(first: string, lines: readonly DoorLine[], say: Catalogue): readonly string[] {
  const restOf = (index: number): string => `… and ${count(lines.length - index, 'more door')}`;
  let length = first.length;
  const fitting: string[] = [];
  for (const line of lines) {
    const words = lineInWords(line, say);
    const rest = fitting.length + 1 === lines.length ? 0 : restOf(fitting.length + 1).length + 1;
    if (length + 1 + words.length + rest > CARD_TEXT) return [first, ...fitting, restOf(fitting.length)];
    length += 1 + words.length;
    fitting.push(words);
  }
  return [first, ...fitting];
}
