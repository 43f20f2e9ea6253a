import { Bars } from './bars.tsx';
import { axisMarks, scale } from './geometry.ts';
import { Lines } from './lines.tsx';
import type { Chart } from './read-chart.ts';

export type Plotted = Extract<Chart, { type: 'bar' | 'line' | 'area' }>;
type PlotProps = { readonly chart: Plotted; readonly locale: string };

const WIDTH = 460;
const TOP = 12;
const LEFT = 44;
const RIGHT = WIDTH - 10;
const PLOT_HEIGHT = 180;
/** A character of a label, about. */
const CHARACTER = 6.4;

/** A chart with two axes: bars, lines or areas. */
export function Plot({ chart, locale }: PlotProps) {
  const number = new Intl.NumberFormat(locale, { notation: 'compact' });
  const marks = axisMarks(chart.series.flatMap((one) => one.values));
  const bottom = TOP + PLOT_HEIGHT;
  const y = scale(marks, TOP, bottom);
  const step = (RIGHT - LEFT) / Math.max(1, chart.categories.length);
  const longest = Math.max(0, ...chart.categories.map((label) => label.length));
  const isSlanted = longest * CHARACTER > step - 4;
  const room = isSlanted ? Math.min(96, longest * CHARACTER * 0.72 + 16) : 22;
  const height = bottom + room + (chart.xLabel === '' ? 0 : 18);
  const middle = (index: number) => LEFT + (index + 0.5) * step;
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`${chart.type === 'bar' ? 'Bar' : chart.type === 'line' ? 'Line' : 'Area'} chart: ${chart.title}`}
    >
      {marks.map((mark) => (
        <g key={mark}>
          <line className={mark === 0 ? 'axis' : 'grid'} x1={LEFT} x2={RIGHT} y1={y(mark)} y2={y(mark)} />
          <text className="mark mark-y" x={LEFT - 7} y={y(mark)}>
            {number.format(mark)}
          </text>
        </g>
      ))}
      {chart.type === 'bar' ? (
        <Bars chart={chart} y={y} left={LEFT} step={step} />
      ) : (
        <Lines chart={chart} y={y} middle={middle} />
      )}
      {chart.categories.map((label, index) => {
        const at = { x: middle(index), y: bottom + 15 };
        return (
          <text
            key={label}
            className={isSlanted ? 'mark mark-slanted' : 'mark mark-x'}
            transform={isSlanted ? `rotate(-40 ${at.x} ${at.y})` : undefined}
            {...at}
          >
            {label}
          </text>
        );
      })}
      {chart.xLabel !== '' && (
        <text className="mark axis-name" x={(LEFT + RIGHT) / 2} y={height - 4}>
          {chart.xLabel}
        </text>
      )}
      {chart.yLabel !== '' && (
        <text
          className="mark axis-name"
          transform={`rotate(-90 10 ${TOP + PLOT_HEIGHT / 2})`}
          x={10}
          y={TOP + PLOT_HEIGHT / 2}
        >
          {chart.yLabel}
        </text>
      )}
    </svg>
  );
}
