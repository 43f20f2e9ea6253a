import { sharesOf, slicePath } from './geometry.ts';
import type { Chart } from './read-chart.ts';

type PieProps = { readonly chart: Extract<Chart, { type: 'pie' }>; readonly locale: string };

const SIZE = 200;
const CENTRE = SIZE / 2;

export function Pie({ chart, locale }: PieProps) {
  const shares = sharesOf(chart.slices.map((slice) => slice.value));
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <svg className="pie" viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={`Pie chart: ${chart.title}`}>
      {chart.slices.map((slice, index) => {
        const { from = 0, to = 0 } = shares[index] ?? {};
        const angle = (from + to) * Math.PI - Math.PI / 2;
        const at = { x: CENTRE + 62 * Math.cos(angle), y: CENTRE + 62 * Math.sin(angle) };
        return (
          <g key={slice.label}>
            <path className={`slice series-${index}`} d={slicePath(from, to, CENTRE, 94)}>
              <title>{`${slice.label}: ${slice.value.toLocaleString(locale)} (${percent.format(to - from)})`}</title>
            </path>
            {to - from >= 0.07 && (
              <text className="slice-share" x={at.x} y={at.y}>
                {percent.format(to - from)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
