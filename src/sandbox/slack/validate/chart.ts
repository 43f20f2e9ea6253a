import { isObject, objectsOf } from '../json.ts';
import { all, byType, list, number, object, oneOf, type Rule, text } from './rules.ts';

const label = text(1, 20);
const point = object({ label, value: number() });
const series = object({ name: label, data: list(point, 1, 20) });
const axes = object({ categories: list(label, 1, 20), 'x_label?': text(1, 50), 'y_label?': text(1, 50) });

const seriesMatchAxes: Rule = (value, pointer, say) => {
  if (!isObject(value) || !isObject(value.axis_config)) return;
  const named = value.axis_config.categories;
  const categories = JSON.stringify(Array.isArray(named) ? [...named].sort() : []);
  const names = new Set<unknown>();
  objectsOf(value.series).forEach((one, index) => {
    if (names.has(one.name)) say('series names must be unique', `${pointer}/series/${index}/name`);
    names.add(one.name);
    const labels = objectsOf(one.data).map((held) => held.label ?? null);
    if (JSON.stringify(labels.sort()) !== categories) {
      say('must hold one data point for each category', `${pointer}/series/${index}/data`);
    }
  });
};

const plotted = (type: string): Rule =>
  all(object({ type: oneOf(type), series: list(series, 1, 6), axis_config: axes }), seriesMatchAxes);

/** The `data_visualization` block: a bar, line, area or pie chart. */
export const chart: Rule = object({
  type: oneOf('data_visualization'),
  'block_id?': text(1, 255),
  title: text(1, 50),
  chart: byType({
    bar: plotted('bar'),
    line: plotted('line'),
    area: plotted('area'),
    pie: object({ type: oneOf('pie'), segments: list(object({ label, value: number({ above: 0 }) }), 1, 6) }),
  }),
});

/** At most two charts a message. */
export const chartsOfMessage: Rule = (value, pointer, say) => {
  const charts = objectsOf(value).filter((block) => block.type === 'data_visualization');
  if (charts.length > 2) say('no more than 2 data_visualization blocks allowed', pointer);
};
