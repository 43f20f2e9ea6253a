import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaintsOf } from '../../../../src/sandbox/page/client/elements/complaints.ts';
import { pressValue, stateWith, valuesOf, withState } from '../../../../src/sandbox/page/client/elements/state.ts';
import { momentOf, wallClockOf } from '../../../../src/sandbox/page/client/elements/wall-clock.ts';
import type { JsonObject } from '../../../../src/sandbox/slack/json.ts';

const option = (value: string): JsonObject => ({ text: { type: 'plain_text', text: value }, value });
const input = (block_id: string, element: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'input',
  block_id,
  label: { type: 'plain_text', text: block_id },
  element: { action_id: 'a', ...element },
  ...more,
});

test('a modal is submitted as Slack’s state.values: what was entered, and the initial value of what was not touched', () => {
  const why = input('why', { type: 'plain_text_input' });
  const doors = input('doors', { type: 'multi_static_select', options: [option('1')], initial_options: [option('1')] });
  const entered = withState({}, 'why', 'a', { type: 'plain_text_input', value: 'late' });
  assert.deepEqual(valuesOf([why, doors, { type: 'divider', block_id: 'd' }], entered), {
    why: { a: { type: 'plain_text_input', value: 'late' } },
    doors: { a: { type: 'multi_static_select', selected_options: [option('1')] } },
  });
});

test('what nobody filled in is null, or an empty list, and a button holds nothing', () => {
  const button = { type: 'actions', block_id: 'b', elements: [{ type: 'button', action_id: 'go' }] };
  const blocks = [input('day', { type: 'datepicker' }), input('who', { type: 'multi_users_select' }), button];
  assert.deepEqual(valuesOf(blocks, {}), {
    day: { a: { type: 'datepicker', selected_date: null } },
    who: { a: { type: 'multi_users_select', selected_users: [] } },
  });
  assert.deepEqual(stateWith({ type: 'plain_text_input' }, ''), { type: 'plain_text_input', value: null });
});

test('a press carries an option by its value and several as a JSON list', () => {
  assert.equal(pressValue(option('181')), '181');
  assert.equal(pressValue([option('181'), option('182')]), '["181","182"]');
  assert.equal(pressValue(['U1', 'U2']), '["U1","U2"]');
  assert.equal(pressValue('2026-11-20'), '2026-11-20');
  assert.equal(pressValue(1_795_151_526), '1795151526');
});

const complaint = (element: JsonObject, value: string | null, more: JsonObject = {}): string | undefined =>
  complaintsOf([input('i', element, more)], { i: { a: { type: element.type, value } } }).i;

test('an empty input is complained about unless it is optional', () => {
  assert.match(complaint({ type: 'plain_text_input' }, null) ?? '', /required/);
  assert.equal(complaint({ type: 'plain_text_input' }, null, { optional: true }), undefined);
});

test('numbers, addresses and lengths are judged before they are sent', () => {
  const number = { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '9' };
  assert.equal(complaint(number, '5'), undefined);
  assert.match(complaint(number, '1.5') ?? '', /whole/);
  assert.match(complaint(number, '0') ?? '', /at least 1/);
  assert.match(complaint(number, '10') ?? '', /at most 9/);
  assert.match(complaint(number, 'ten') ?? '', /a number/);
  assert.match(complaint({ type: 'email_text_input' }, 'hana') ?? '', /email/);
  assert.match(complaint({ type: 'url_text_input' }, 'example') ?? '', /URL/);
  assert.match(complaint({ type: 'plain_text_input', min_length: 3 }, 'ab') ?? '', /at least 3/);
});

test('a moment is entered in the person’s own zone, also next to a change of the clocks', () => {
  assert.equal(wallClockOf(1_795_151_526, 'Asia/Tokyo'), '2026-11-20T14:12');
  for (const text of ['2026-03-29T01:30', '2026-03-29T03:30', '2026-10-25T12:00']) {
    assert.equal(wallClockOf(momentOf(text, 'Europe/Berlin') ?? 0, 'Europe/Berlin'), text);
  }
  assert.equal(momentOf('', 'Asia/Tokyo'), undefined);
});
