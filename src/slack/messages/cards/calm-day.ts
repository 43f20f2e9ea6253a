import type { GatheredRow, Gathering } from '../../../incident/gathering.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import { context, message, section } from '../layout.ts';
import type { Message } from '../message.ts';
import { personWord } from '../names.ts';
import { tableOf, textCell } from '../table.ts';
import { moment, momentAfter, momentCell } from '../time.ts';
import { CARD_TEXT } from './frame.ts';
import { doorIn, numberCell } from './row-words.ts';

/** More lines than these are a table. */
const LISTED = 10;
/** Slack's limit of a paragraph, in characters. */
const PARAGRAPH = 3_000;

/** A day's calm lines: who was let in after one to three failures, in the order they came. */
export function drawCalmDay({ rows, since }: Gathering, view: CardView): Message {
  const { say, timeZone } = view;
  const words = say.answersToCards.gathered;
  // What became worse has a card of its own, which tells it better.
  const kept = rows.filter((row) => row.released !== true);
  const lines = kept.filter((row) => row.times === undefined).toSorted((a, b) => a.lastAt - b.lastAt);
  const folded = kept.reduce((sum, row) => sum + (row.times ?? 0), 0);
  const released = rows.length - kept.length;
  const head = words.calm(lines.length + folded);
  const notes = [
    ...(folded > 0 ? [words.earlier(folded)] : []),
    words.nothingToDo,
    ...(released > 0 ? [words.own(released)] : []),
  ];
  const inWords = lines.map((row) =>
    words.calmLine(
      momentAfter(since, row.lastAt, timeZone),
      inText(doorIn(row, view)),
      inText(who(row, view)),
      row.count,
    ),
  );
  const text = fitting([head, ...inWords], (left) => words.more(left));
  if (lines.length === 0) return message([head, ...notes], [section(`*${head}*`), context(notes.join(' · '))]);
  const list = inWords.map((line) => `• ${line}`).join('\n');
  // Names can be so long that not even these fit a paragraph.
  if (lines.length <= LISTED && list.length <= PARAGRAPH) {
    return message(text, [section(`*${head}*`), section(list), context(notes.join(' · '))]);
  }
  const { block, shown } = tableOf<GatheredRow>({
    caption: words.calmCaption,
    header: [words.head.when, words.head.door, words.head.who, words.head.failures],
    // The newest are what somebody looks for; Slack holds no more than so many.
    rows: lines.slice(-100),
    cells: (row) => [
      momentCell(row.lastAt, timeZone),
      textCell(doorIn(row, view)),
      textCell(who(row, view)),
      numberCell(row.count, say),
    ],
  });
  const cut = lines.length - shown.length;
  return message(text, [
    section(
      `*${head}*\n${words.span(moment(since, timeZone), momentAfter(since, lines.at(-1)?.lastAt ?? since, timeZone))}`,
    ),
    block,
    context([...(cut > 0 ? [words.earlier(cut)] : []), ...notes].join(' · ')),
  ]);
}

const who = ({ people }: GatheredRow, { say }: CardView): string =>
  people.length === 0 ? say.common.somebody : say.common.and(people.map((one) => personWord(one, say)));

/** As many lines as a card's text holds; the rest is counted. */
export function fitting(lines: readonly string[], rest: (left: number) => string): readonly string[] {
  const kept: string[] = [];
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const left = lines.length - index;
    const room = CARD_TEXT - (left > 1 ? rest(left).length + 1 : 0);
    if (index > 0 && length + line.length + 1 > room) return [...kept, rest(left)];
    kept.push(line);
    length += line.length + 1;
  }
  return kept;
}
