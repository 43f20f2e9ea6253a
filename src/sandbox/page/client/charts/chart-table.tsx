import type { Chart } from './read-chart.ts';

/** A chart's numbers, for who has the page read aloud. */
export function ChartTable({ chart, locale }: { readonly chart: Chart; readonly locale: string }) {
  const number = new Intl.NumberFormat(locale);
  const columns = chart.type === 'pie' ? ['Value'] : chart.series.map((one) => one.name);
  const rows =
    chart.type === 'pie'
      ? chart.slices.map((slice) => ({ label: slice.label, values: [slice.value] }))
      : chart.categories.map((label, index) => ({
          label,
          values: chart.series.map((one) => one.values[index] ?? 0),
        }));
  return (
    <table className="only-read">
      <caption>{chart.title}</caption>
      <thead>
        <tr>
          <th scope="col">{(chart.type !== 'pie' && chart.xLabel) || 'Label'}</th>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            {row.values.map((value, index) => (
              <td key={columns[index]}>{number.format(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
