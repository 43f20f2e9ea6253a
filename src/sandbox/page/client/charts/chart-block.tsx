import { textOf } from '../../../slack/json.ts';
import type { BlockProps } from '../blocks/block.tsx';
import { useReader } from '../reading/reading.ts';
import { ChartTable } from './chart-table.tsx';
import { Legend } from './legend.tsx';
import { Pie } from './pie.tsx';
import { Plot } from './plot.tsx';
import { readChart } from './read-chart.ts';

/** The `data_visualization` block: a chart with its legend, and its numbers as a table for who cannot see it. */
export function ChartBlock({ block }: BlockProps) {
  const { locale } = useReader();
  const chart = readChart(block);
  if (chart === undefined) return <p className="block undrawn">A chart that cannot be read: {textOf(block.title)}</p>;
  const names = chart.type === 'pie' ? chart.slices.map((slice) => slice.label) : chart.series.map((one) => one.name);
  return (
    <figure className="block chart">
      <figcaption>{chart.title}</figcaption>
      <div className={chart.type === 'pie' ? 'chart-body chart-body-pie' : 'chart-body'}>
        {chart.type === 'pie' ? <Pie chart={chart} locale={locale} /> : <Plot chart={chart} locale={locale} />}
        <Legend names={names} />
      </div>
      <ChartTable chart={chart} locale={locale} />
    </figure>
  );
}
