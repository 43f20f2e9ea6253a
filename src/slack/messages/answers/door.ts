import type { Habit } from '../../../incident/door-facts.ts';
import type { DoorNow } from '../../../incident/door-now.ts';
import { inText } from '../escape.ts';
import { eventInWords } from '../event-words.ts';
import { message, saying, section, smallPrint } from '../layout.ts';
import type { Message } from '../message.ts';
import { type Named, personInText, personKey, personWord } from '../names.ts';
import type { Reader } from '../reader.ts';
import { tableOf, textCell } from '../table.ts';
import { lengthOfTime, moment, momentCell } from '../time.ts';
import type { PassageRow } from './failures.ts';
import { type LacksView, lackLines } from './lacks.ts';
import { resultInWords, whereInWords } from './passage-words.ts';

export type DoorAnswerView = LacksView & {
  readonly door: Named;
  readonly place: Named;
  readonly showPlace: boolean;
  readonly stands?: DoorNow;
  readonly habits: {
    readonly unlockedMs?: number;
    readonly unexplained: Habit;
    /** Hours of the day, the busiest first. */
    readonly busiest: readonly number[];
  };
  /** The last passages, newest first. */
  readonly rows: readonly PassageRow[];
};

/** One door: how it stands, what is usual there, and who came last. */
export function drawDoor(view: DoorAnswerView, reader: Reader): Message {
  const { rows, stands, habits, showPlace } = view;
  const { say, timeZone } = reader;
  const words = say.queries.door;
  const { columns } = say.answers;
  const where = inText(whereInWords(view, { showPlace }, say), 130);
  const head = words.head(where, stateInWords(stands, reader));
  const usual = [
    ...(habits.unlockedMs === undefined ? [] : [words.usual(lengthOfTime(habits.unlockedMs, say))]),
    words.unexplained[habits.unexplained],
    ...(habits.busiest.length === 0 ? [] : [words.busiest(habits.busiest.toSorted((a, b) => a - b).map(hourInWords))]),
  ];
  const notes = lackLines(view, { showPlace }, reader);
  const last = lastInWords(stands, reader);
  if (rows.length === 0) return saying(head, ...last, ...usual, words.noPassages, ...notes);
  const { block, shown } = tableOf<PassageRow>({
    caption: say.queries.captions.passages,
    header: [columns.time, columns.what, columns.who],
    rows,
    cells: (row) => [
      momentCell(row.at, timeZone),
      textCell(resultInWords(row.kind, say)),
      textCell(row.person === undefined ? '' : personWord(row.person, say)),
    ],
  });
  const lines = shown.map((row) => {
    const who = row.person === undefined ? '' : ` · ${inText(personWord(row.person, say))}`;
    return `${moment(row.at, timeZone)} · ${resultInWords(row.kind, say)}${who}`;
  });
  return message(
    [head, ...last, ...usual, ...lines, ...notes],
    [
      section([`*${head}*`, ...last].join('\n')),
      section(usual.join('\n')),
      block,
      ...(notes.length > 0 ? [smallPrint(notes)] : []),
    ],
    say,
  );
}

/** Whether its lock is released, and since when, as far as its rows tell. */
export function stateInWords(stands: DoorNow | undefined, { say, timeZone }: Reader): string {
  const words = say.queries.door;
  const relay = stands?.relay;
  if (relay === undefined) return words.notKnown;
  const at = moment(relay.at, timeZone);
  return relay.kind === 'unlocked' ? `🔓 ${words.unlockedSince(at)}` : `🔒 ${words.lockedAt(at)}`;
}

function lastInWords(stands: DoorNow | undefined, { say, timeZone }: Reader): readonly string[] {
  const last = stands?.last;
  // What the first line says already.
  if (last === undefined || last.id === stands?.relay?.id) return [];
  const who = personKey(last.person) === undefined ? undefined : personInText(last.person, say);
  return [say.queries.door.last(inText(eventInWords(last, say)), moment(last.at, timeZone), who)];
}

/** `08:00–09:00`. */
const hourInWords = (hour: number): string =>
  `${String(hour).padStart(2, '0')}:00–${String(hour + 1).padStart(2, '0')}:00`;
