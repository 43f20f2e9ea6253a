import { isList, isObject, type JsonObject, objectsOf, textOf } from '../../../slack/json.ts';

export type Slice = { readonly label: string; readonly value: number };
export type Series = {
  readonly name: string /** One for each category, in their order. */;
  readonly values: readonly number[];
};

export type Chart =
  | { readonly type: 'pie'; readonly title: string; readonly slices: readonly Slice[] }
  | {
      readonly type: 'bar' | 'line' | 'area';
      readonly title: string;
      readonly categories: readonly string[];
      readonly series: readonly Series[];
      readonly xLabel: string;
      readonly yLabel: string;
    };

/** A `data_visualization` block as a chart; `undefined` when it is none that Slack knows. */
export function readChart(block: JsonObject): Chart | undefined {
  const title = textOf(block.title) ?? '';
  const { chart } = block;
  if (!isObject(chart)) return undefined;
  if (chart.type === 'pie') return { type: 'pie', title, slices: objectsOf(chart.segments).map(slice) };
  if (chart.type !== 'bar' && chart.type !== 'line' && chart.type !== 'area') return undefined;
  const axes = isObject(chart.axis_config) ? chart.axis_config : {};
  const categories = (isList(axes.categories) ? axes.categories : []).flatMap((name) => textOf(name) ?? []);
  return {
    type: chart.type,
    title,
    categories,
    series: objectsOf(chart.series).map((one) => {
      const points = new Map(
        objectsOf(one.data)
          .map(slice)
          .map(({ label, value }) => [label, value]),
      );
      return { name: textOf(one.name) ?? '', values: categories.map((name) => points.get(name) ?? 0) };
    }),
    xLabel: textOf(axes.x_label) ?? '',
    yLabel: textOf(axes.y_label) ?? '',
  };
}

function slice(point: JsonObject): Slice {
  return { label: textOf(point.label) ?? '', value: typeof point.value === 'number' ? point.value : 0 };
}
