import type { KindAsked, Per } from '../../../asking/kinds.ts';
import { barChart, CHART_LABEL, CHART_POINTS } from '../chart.ts';
import { cleanLine, inText } from '../escape.ts';
import { message, saying, section, smallPrint } from '../layout.ts';
import type { Message } from '../message.ts';
import type { Reader } from '../reader.ts';
import { tableOf, textCell } from '../table.ts';
import { kindsInWords, type UnderstoodView, understoodInWords } from '../understood.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { isWhole, type LacksView, lackLines } from './lacks.ts';

export type Bucket = { readonly label: string; readonly value: number };

export type CountView = LacksView & {
  readonly understood: UnderstoodView;
  readonly kinds: readonly KindAsked[];
  readonly per: Per;
  /** Of times the oldest first, those without any too; of doors and people the largest first. */
  readonly buckets: readonly Bucket[];
  readonly total: number;
};

/** How many, as bars and as a table that can be sorted. */
export function drawCount(view: CountView, reader: Reader): Message {
  const { understood, kinds, per, total } = view;
  const { say } = reader;
  const { queries } = say;
  const counted = capital(kindsInWords(kinds, say));
  const what = `${counted} ${say.understood.per[per]}`;
  const head = understoodInWords({ ...understood, kinds, per }, 'entries', say);
  const notes = lackLines(view, understood.scope, reader);
  if (total === 0) return saying(isWhole(view) ? queries.none(head) : queries.noneFound(head), ...notes);

  const { points, note } = pointsOf(view, say);
  const filled = view.buckets.filter(({ value }) => value > 0);
  const { block, shown } = tableOf<Bucket>({
    caption: cleanLine(what),
    header: [queries.count.column[per], cleanLine(counted)],
    rows: filled,
    cells: ({ label, value }) => [textCell(label), { type: 'raw_number', value, text: String(value) }],
  });
  const left = filled.length - shown.length;
  const most = filled.reduce<Bucket | undefined>((a, b) => (a === undefined || b.value > a.value ? b : a), undefined);
  // A time is the bot's own word: nothing in it is to be escaped.
  const named = (label: string): string => (per === 'hour' || per === 'day' ? label : inText(label));
  const sum = queries.count.total(total, most === undefined ? '' : named(most.label), most?.value ?? 0);
  const below = [...note, ...(left > 0 ? [queries.leftOut(left)] : []), ...notes];
  const chart = barChart({ title: cleanLine(what, 50), name: cleanLine(counted, 50), points });
  const lineOf = ({ label, value }: Bucket): string => `${named(label)} ${value}`;
  const lines = [...new Set([...points.map(lineOf), ...shown.map(lineOf)])];
  return message(
    [say.answers.above(head), sum, ...lines, ...below],
    [section(`${head}\n*${sum}*`), chart, block, ...(below.length > 0 ? [smallPrint(below)] : [])],
    say,
  );
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** At most so many bars as Slack takes: neighbours in time are added up, and of doors and people the smallest are. */
function pointsOf(
  { buckets, per }: CountView,
  say: Catalogue,
): { readonly points: readonly Bucket[]; readonly note: readonly string[] } {
  const { count } = say.queries;
  if (buckets.length <= CHART_POINTS) return { points: withOwnLabels(buckets), note: [] };
  if (per === 'door' || per === 'person') {
    const shown = buckets.slice(0, CHART_POINTS - 1);
    const others = buckets.slice(CHART_POINTS - 1);
    const value = others.reduce((sum, one) => sum + one.value, 0);
    return {
      points: withOwnLabels([...shown, { label: count.others, value }]),
      note: [count.othersAre(others.length)],
    };
  }
  const size = Math.ceil(buckets.length / CHART_POINTS);
  const points = Array.from({ length: Math.ceil(buckets.length / size) }, (_, index) => {
    const some = buckets.slice(index * size, (index + 1) * size);
    return { label: stretchOf(some, per), value: some.reduce((sum, { value }) => sum + value, 0) };
  });
  return { points: withOwnLabels(points), note: [count.eachBar(size, per)] };
}

/** `08:00–09:59`, `2026-11-20–11-21`; where that is too long for Slack, the beginning and how long. */
function stretchOf(some: readonly Bucket[], per: 'hour' | 'day'): string {
  const [first = '', last = ''] = [some[0]?.label, some.at(-1)?.label];
  if (first === last) return first;
  const [day, hour] = last.split(' ');
  const isSameDay = hour === undefined || first.startsWith(`${day} `);
  const end = per === 'day' ? last.slice(5) : (isSameDay ? (hour ?? last) : last).replace(/:00$/, ':59');
  const whole = `${first}–${end}`;
  return whole.length <= CHART_LABEL ? whole : `${first} +${some.length}${per === 'hour' ? 'h' : 'd'}`;
}

/** Labels as short as Slack takes them, none of them twice. */
function withOwnLabels(points: readonly Bucket[]): readonly Bucket[] {
  const taken = new Set<string>();
  return points.map(({ label, value }) => {
    let own = cleanLine(label, CHART_LABEL) || '–';
    for (let again = 2; taken.has(own); again += 1) own = `${cleanLine(label, CHART_LABEL - 4)} ${again}`;
    taken.add(own);
    return { label: own, value };
  });
}
