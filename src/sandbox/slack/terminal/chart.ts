import { isObject, type JsonObject, objectsOf, textOf } from '../json.ts';
import { padTo, widthOf } from './width.ts';

const LONGEST_BAR = 30;

/** A `data_visualization` block as one bar a point. */
export function linesOfChart(block: JsonObject): readonly string[] {
  const chart = isObject(block.chart) ? block.chart : {};
  const series = objectsOf(chart.series);
  const bars =
    chart.type === 'pie'
      ? bar(objectsOf(chart.segments))
      : series.flatMap((one) => [...(series.length > 1 ? [textOf(one.name) ?? ''] : []), ...bar(objectsOf(one.data))]);
  return [textOf(block.title) ?? '', ...bars];
}

function bar(points: readonly JsonObject[]): readonly string[] {
  const read = points.map((point) => ({
    label: textOf(point.label) ?? '',
    value: typeof point.value === 'number' ? point.value : 0,
  }));
  const widest = Math.max(0, ...read.map((point) => widthOf(point.label)));
  const most = Math.max(1, ...read.map((point) => Math.abs(point.value)));
  return read.map(({ label, value }) => {
    const length = Math.round((Math.abs(value) / most) * LONGEST_BAR);
    return `${padTo(label, widest)} ${'█'.repeat(length)}${length > 0 ? ' ' : ''}${value}`;
  });
}
