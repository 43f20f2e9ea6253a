import type { DoorEvent, Person } from '../../../door/event.ts';
import type { Instant } from '../../../door/ids.ts';
import type { Passage } from '../../../door/passage.ts';
import { inText } from '../escape.ts';
import { eventInWords } from '../event-words.ts';
import { message, saying, section, smallPrint } from '../layout.ts';
import type { Message } from '../message.ts';
import { type Named, personInText, personWord, placeWord } from '../names.ts';
import type { Reader } from '../reader.ts';
import { tableOf, textCell } from '../table.ts';
import { measured, moment, momentCell } from '../time.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { type LacksView, lackLines } from './lacks.ts';
import { whereInWords } from './passage-words.ts';

/** A passage with its rows, oldest first, and the row that locked the door again after it. */
export type Flow = {
  readonly kind: Passage['kind'];
  readonly door: Named;
  readonly place: Named;
  readonly person?: Person;
  /** Whether a third party has a say at this door. */
  readonly thirdParty: boolean;
  readonly steps: readonly DoorEvent[];
  readonly locked?: DoorEvent;
};

export type ExplainView = LacksView & { readonly showPlace: boolean; readonly flow: Flow };

/** One passage as it went: from the reader over CLUe and the third party to the relay, with the times between. */
export function drawExplained(view: ExplainView, reader: Reader): Message {
  const { flow, showPlace } = view;
  const { say } = reader;
  const head = say.queries.explain.story[flow.kind](
    inText(whereInWords(flow, { showPlace }, say), 130),
    personInText(flow.person, say),
  );
  const notes = lackLines(view, { showPlace }, reader);
  const [line, steps] = [flowInWords(flow, say), stepLines(flow, reader)];
  return message(
    [head, line, ...steps, ...notes],
    [section(`*${head}*\n${line}`), section(steps.join('\n')), ...(notes.length > 0 ? [smallPrint(notes)] : [])],
    say,
  );
}

/** `📟 reader 902 → ✅ CLUe → ✅ third party → 🔓 unlocked → 🔒 locked again`. */
export function flowInWords({ kind, steps, thirdParty, locked }: Flow, { queries }: Catalogue): string {
  const words = queries.explain;
  const [first] = steps;
  const isAlone = kind === 'unlocked-without-person';
  const reader = first?.device === undefined ? words.aReader : words.reader(inText(first.device));
  const said = steps.find((one) => one.kind === 'third-party-accepted' || one.kind === 'third-party-refused')?.kind;
  const asked = thirdParty || said !== undefined;
  const unlocked = steps.some((one) => one.kind === 'unlocked');
  return [
    ...(isAlone ? [`❔ ${words.nobody}`] : [`📟 ${reader}`, `${kind === 'refused' ? '⛔' : '✅'} CLUe`]),
    ...(isAlone || kind === 'refused' || !asked
      ? []
      : [
          said === 'third-party-accepted'
            ? `✅ ${words.thirdParty}`
            : `⛔ ${said === undefined ? words.thirdPartySilent : words.thirdParty}`,
        ]),
    ...(unlocked ? [`🔓 ${words.unlocked}`] : kind === 'not-unlocked' ? [`🔇 ${words.noRelay}`] : []),
    ...(unlocked ? [locked === undefined ? words.notLocked : `🔒 ${words.locked}`] : []),
  ].join(' → ');
}

/** Each row with the time since the one before. */
function stepLines({ steps, locked }: Flow, { say, timeZone }: Reader): readonly string[] {
  const rows = locked === undefined ? steps : [...steps, locked];
  return rows.map((row, index) => {
    const before = rows[index - 1];
    const when = before === undefined ? moment(row.at, timeZone) : `+${measured(row.at - before.at, say)}`;
    return `${index + 1}. ${when} · ${inText(eventInWords(row, say))} · ${say.queries.explain.row(inText(row.id), inText(row.code))}`;
  });
}

export type AroundView = LacksView & {
  readonly showPlace: boolean;
  readonly where: { readonly door: Named; readonly place: Named } | { readonly place: Named };
  /** A stretch of the devices' time. */
  readonly from: Instant;
  readonly to: Instant;
  /** Oldest first. */
  readonly flows: readonly (Flow & { readonly at: Instant })[];
  /** Oldest first. */
  readonly rows: readonly { readonly event: DoorEvent; readonly door: Named; readonly person?: Person }[];
};

const FLOWS_SHOWN = 8;

/** What happened at a door, or a place, around a card: each passage as it went, and the rows. */
export function drawAround(view: AroundView, reader: Reader): Message {
  const { where, flows, rows, from, to, showPlace } = view;
  const { say, timeZone } = reader;
  const { queries, answers } = say;
  const { columns } = answers;
  const isDoor = 'door' in where;
  const named = isDoor ? whereInWords(where, { showPlace }, say) : placeWord(where.place, say);
  const head = queries.explain.around(inText(named, 130), moment(from, timeZone), moment(to, timeZone));
  const notes = lackLines(view, { showPlace }, reader);
  if (rows.length === 0) return saying(`*${head}*`, queries.explain.noRows, ...notes);
  const passages = flows.slice(-FLOWS_SHOWN).map((flow) => {
    const door = isDoor ? '' : `${inText(whereInWords(flow, { showPlace: false }, say))} · `;
    const who = flow.person === undefined ? '' : `${inText(personWord(flow.person, say))} · `;
    return `${moment(flow.at, timeZone)} · ${door}${who}${flowInWords(flow, say)}`;
  });
  const left = flows.length - passages.length;
  const told = [...(left > 0 ? [queries.explain.earlier(left)] : []), ...passages];
  const { block, shown } = tableOf({
    caption: answers.rows.caption,
    header: [columns.time, ...(isDoor ? [] : [columns.door]), columns.what, columns.who, columns.row],
    rows,
    cells: ({ event, door, person }) => [
      momentCell(event.at, timeZone),
      ...(isDoor ? [] : [textCell(whereInWords({ door, place: {} }, { showPlace: false }, say))]),
      textCell(eventInWords(event, say)),
      textCell(person === undefined ? '' : personWord(person, say)),
      textCell(event.id),
    ],
  });
  const lines = shown.map(({ event, door, person }) => {
    const at = isDoor ? '' : ` · ${inText(whereInWords({ door, place: {} }, { showPlace: false }, say))}`;
    const who = person === undefined ? '' : ` · ${inText(personWord(person, say))}`;
    return `${moment(event.at, timeZone)}${at} · ${inText(eventInWords(event, say))}${who} · ${inText(event.id)}`;
  });
  const more = rows.length - shown.length;
  const below = [...(more > 0 ? [answers.rows.more(more)] : []), ...notes];
  return message(
    [head, ...told, ...lines, ...below],
    [
      section(`*${head}*`),
      ...(told.length > 0 ? [section(told.join('\n'))] : []),
      block,
      ...(below.length > 0 ? [smallPrint(below)] : []),
    ],
    say,
  );
}
