import { incidentsIn } from '../../../incident/gathered-rows.ts';
import type { Gathering } from '../../../incident/gathering.ts';
import { isClosed } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import { context, message, section } from '../layout.ts';
import type { Message } from '../message.ts';
import { list } from '../names.ts';
import { tableOf, textCell } from '../table.ts';
import { moment, momentAfter, momentCell } from '../time.ts';
import type { Catalogue } from '../words/catalogue.ts';
import type { CrowdReason } from '../words/en/crowds.ts';
import { drawCalmDay } from './calm-day.ts';
import { CARD_TEXT, latenessInWords } from './frame.ts';
import { type DoorLine, doorLines, lineInWords, nameOf, stateOf } from './gathered-doors.ts';
import { drawHeld } from './held.ts';
import { numberCell } from './row-words.ts';

/** Doors named in the bold line; a phone shows no more of it. */
const DOORS_NAMED = 3;

/** Many incidents in one message: what is worst, how many of what, then each door, the worst first. */
export function drawGathering(facts: Gathering, view: CardView): Message {
  if (facts.why === 'calm') return drawCalmDay(facts, view);
  if (facts.why === 'muted' || facts.why === 'quiet') return drawHeld(facts, view);
  return drawCrowd({ ...facts, why: facts.why }, view);
}

/** What was too much to be told one by one. */
type Crowd = Gathering & { readonly why: CrowdReason };

function drawCrowd(facts: Crowd, view: CardView): Message {
  const { timeZone, showPlace, say } = view;
  const { head: column, letInFirst, cut, caption } = say.answersToCards.gathered;
  const lines = doorLines(facts.rows, view);
  const severe = lines.filter((line) => line.isSevere);
  const what = headOf(facts, lines, say);
  const totals = totalsOf(facts, say);
  const names = severe.map((line) => nameOf(line, say));
  const head =
    severe.length === 0 ? `${iconOf(facts, view)} ${what}` : letInFirst(list(names, say, DOORS_NAMED, 'doors'));
  const story = severe.length === 0 ? totals : say.crowds.all(what, totals);
  const notes = notesOf(facts, view);
  const { block, shown } = tableOf<DoorLine>({
    caption,
    header: [
      column.door,
      ...(showPlace ? [column.place] : []),
      column.failures,
      column.letIn,
      column.unlocked,
      column.last,
      say.crowds.now,
    ],
    rows: lines,
    cells: (line) => [
      textCell(line.door),
      ...(line.place === undefined ? [] : [textCell(line.place)]),
      ...[line.failures, line.letIn, line.unlocks].map((amount) => numberCell(amount, say)),
      momentCell(line.lastAt, timeZone),
      textCell(stateOf(line, say)),
    ],
  });
  const left = lines.length - shown.length;
  return message(inCardText([head, story, ...notes].join(' · '), lines, say), [
    section(`*${head}*\n${story}`),
    block,
    context([...notes, ...(left > 0 ? [cut(left)] : [])].join(' · ')),
  ]);
}

function headOf({ why, rows }: Crowd, lines: readonly DoorLine[], say: Catalogue): string {
  const [first, ...others] = lines;
  const where = first === undefined || others.length > 0 ? say.common.doors(lines.length) : nameOf(first, say);
  const places = new Set(rows.map((row) => row.place)).size;
  return say.crowds.head[why]({ alerts: incidentsIn(rows), where, places });
}

function iconOf({ why, rows }: Crowd, { incident }: CardView): string {
  if (why !== 'storm') return '🕰️';
  return isClosed(incident) || rows.every((row) => !row.isOpen) ? '⚪' : '🔴';
}

/** `1,000 authentication failures in 20 bursts, unlocked 12 times`: whatever of it there was. */
function totalsOf({ rows }: Gathering, { crowds }: Catalogue): string {
  const bursts = rows.filter((row) => row.kind === 'failures');
  const failures = bursts.reduce((sum, row) => sum + row.count, 0);
  return crowds.totals(failures, incidentsIn(bursts), incidentsIn(rows) - incidentsIn(bursts));
}

/** When, how late at worst, and why there is one message. */
function notesOf({ why, rows, since }: Crowd, { timeZone, toldAt, say }: CardView): readonly string[] {
  const lastAt = rows.map((row) => row.lastAt).reduce((a, b) => (a > b ? a : b), since);
  const seenAfterMs = Math.max(...rows.map((row) => row.seenAfterMs));
  // What joined later was told by an edit, as soon as it was seen.
  const toldAfterMs = Math.max(...rows.map((row) => toldAt - row.openedAt));
  return [
    lastAt === since
      ? moment(since, timeZone)
      : say.cards.span(moment(since, timeZone), momentAfter(since, lastAt, timeZone)),
    ...latenessInWords({ seenAfterMs, toldAfterMs, most: rows.length > 1 }, say),
    say.crowds.why[why],
    ...(rows.some((row) => row.released === true) ? [say.crowds.own] : []),
  ];
}

/** The first line, then a line for each door, as many as Slack takes when the message is brought up to date. */
function inCardText(first: string, lines: readonly DoorLine[], say: Catalogue): readonly string[] {
  const restOf = (index: number): string => say.answersToCards.gathered.moreDoors(lines.length - index);
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
