import type { Plotted } from './plot.tsx';

type LinesProps = {
  readonly chart: Plotted;
  readonly y: (value: number) => number;
  /** Where a category stands. */
  readonly middle: (index: number) => number;
};

/** Lines with a dot at each value; the room below them is filled in an area chart. */
export function Lines({ chart, y, middle }: LinesProps) {
  return chart.series.map((one, at) => {
    const points = one.values.map((value, index) => `${middle(index)} ${y(value)}`);
    const path = `M${points.join('L')}`;
    return (
      <g key={one.name} className={`series-${at}`}>
        {chart.type === 'area' && (
          <path className="area" d={`${path}L${middle(one.values.length - 1)} ${y(0)}L${middle(0)} ${y(0)}Z`} />
        )}
        <path className="line" d={path} />
        {one.values.map((value, index) => (
          <circle key={chart.categories[index]} className="dot" cx={middle(index)} cy={y(value)} r={3.2}>
            <title>{`${chart.categories[index]}, ${one.name}: ${value}`}</title>
          </circle>
        ))}
      </g>
    );
  });
}
