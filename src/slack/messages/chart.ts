/** A chart as Slack draws it; the SDK does not know the block yet. */
export type ChartBlock = {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'bar';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[] };
  };
};

/** Slack's limits: characters of a title and of a label, and points of a chart. */
export const CHART_TITLE = 50;
export const CHART_LABEL = 20;
export const CHART_POINTS = 20;

export type BarsView = {
  readonly title: string;
  /** What the bars count. */
  readonly name: string;
  /** Each label once. */
  readonly points: readonly { readonly label: string; readonly value: number }[];
};

/** One row of bars. */
export function barChart({ title, name, points }: BarsView): ChartBlock {
  const data = points.slice(0, CHART_POINTS).map(({ label, value }) => ({ label: label.slice(0, CHART_LABEL), value }));
  return {
    type: 'data_visualization',
    title: title.slice(0, CHART_TITLE),
    chart: {
      type: 'bar',
      series: [{ name: name.slice(0, CHART_LABEL), data }],
      axis_config: { categories: data.map(({ label }) => label) },
    },
  };
}
