import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisMarks, barsOf, scale, sharesOf, slicePath } from '../../../../src/sandbox/page/client/charts/geometry.ts';
import { readChart } from '../../../../src/sandbox/page/client/charts/read-chart.ts';

test('an axis is marked at round steps that enclose nought and all values', () => {
  assert.deepEqual(axisMarks([3, 14, 9]), [0, 5, 10, 15]);
  assert.deepEqual(axisMarks([0.12, 0.31]), [0, 0.1, 0.2, 0.3, 0.4]);
  assert.deepEqual(axisMarks([-4, 6]), [-4, -2, 0, 2, 4, 6]);
  assert.deepEqual(axisMarks([0, 0]).slice(0, 2), [0, 0.2]);
});

test('larger values lie higher', () => {
  const y = scale([0, 5, 10], 20, 120);
  assert.deepEqual([0, 5, 10].map(y), [120, 70, 20]);
});

test('bars stand beside each other in their room, from nought up or down', () => {
  const y = scale([-10, 0, 10], 0, 100);
  const [one, other] = barsOf([10, -5], { left: 100, width: 40 }, y);
  assert.deepEqual([one?.y, one?.height], [0, 50]);
  assert.deepEqual([other?.y, other?.height], [50, 25]);
  assert.ok(
    one !== undefined &&
      other !== undefined &&
      one.x >= 100 &&
      one.x + one.width <= other.x &&
      other.x + other.width <= 140,
  );
});

test('slices share the whole in order, and one slice alone is a full circle', () => {
  assert.deepEqual(sharesOf([1, 3]), [
    { from: 0, to: 0.25 },
    { from: 0.25, to: 1 },
  ]);
  assert.equal(slicePath(0, 0.25, 100, 50), 'M100 100L100 50A50 50 0 0 1 150 100Z');
  assert.equal(slicePath(0, 1, 100, 50).match(/A/g)?.length, 2);
});

test('points are put in the order of the categories, whatever order they came in', () => {
  const series = [
    {
      name: 'a',
      data: [
        { label: 'y', value: 2 },
        { label: 'x', value: 1 },
      ],
    },
  ];
  const chart = readChart({ title: 'T', chart: { type: 'line', series, axis_config: { categories: ['x', 'y'] } } });
  assert.ok(chart?.type === 'line');
  assert.deepEqual(chart.series, [{ name: 'a', values: [1, 2] }]);
  assert.equal(readChart({ title: 'T', chart: { type: 'radar' } }), undefined);
});
