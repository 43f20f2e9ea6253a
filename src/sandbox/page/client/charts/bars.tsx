import { barsOf } from './geometry.ts';
import type { Plotted } from './plot.tsx';

type BarsProps = {
  readonly chart: Plotted;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly step: number;
};

export function Bars({ chart, y, left, step }: BarsProps) {
  return chart.categories.map((label, index) => {
    const values = chart.series.map((one) => one.values[index] ?? 0);
    return barsOf(values, { left: left + index * step, width: step }, y).map((box, at) => (
      <rect key={`${label}-${chart.series[at]?.name}`} className={`bar series-${at}`} rx={2} {...box}>
        <title>{`${label}, ${chart.series[at]?.name}: ${values[at]}`}</title>
      </rect>
    ));
  });
}
