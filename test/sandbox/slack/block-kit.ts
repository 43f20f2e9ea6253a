import type { Json } from '../../../src/sandbox/slack/json.ts';

/** The vocabulary of the validation tests: blocks that Slack takes, and what `more` says otherwise. */

export const long = (length: number) => 'x'.repeat(length);
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
export const plain = (text: string) => ({ type: 'plain_text', text });
export const mark = (text: string) => ({ type: 'mrkdwn', text });
export const section = (more: Record<string, Json> = {}) => ({ type: 'section', text: mark('Hello'), ...more });
export const button = (more: Record<string, Json> = {}) => ({
  type: 'button',
  text: plain('Press'),
  action_id: 'press',
  ...more,
});
export const actions = (elements: Json[]) => ({ type: 'actions', elements });
export const raw = (text: string) => ({ type: 'raw_text', text });
export const num = (value: number) => ({ type: 'raw_number', value, text: String(value) });
export const rich = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
export const row = (columns: number, text = 'a') => times(columns, () => raw(text));
export const table = (rows: Json[][], more: Record<string, Json> = {}) => ({ type: 'table', rows, ...more });
export const data = (rows: Json[][], more: Record<string, Json> = {}) => ({
  type: 'data_table',
  caption: 'Entries',
  rows,
  ...more,
});
export const point = (label: string, value = 1) => ({ label, value });
export const days = (count: number) => times(count, (index) => `day ${index}`);
export const bar = (more: Record<string, Json> = {}, count = 2) => ({
  type: 'data_visualization',
  title: 'Entries',
  chart: {
    type: 'bar',
    series: [{ name: 'Lobby', data: days(count).map((day) => point(day)) }],
    axis_config: { categories: days(count) },
  },
  ...more,
});
export const pie = (segments: Json[]) => ({
  type: 'data_visualization',
  title: 'Doors',
  chart: { type: 'pie', segments },
});
export const select = (more: Record<string, Json> = {}) => ({
  type: 'static_select',
  action_id: 's',
  options: [{ text: plain('One'), value: '1' }],
  ...more,
});
