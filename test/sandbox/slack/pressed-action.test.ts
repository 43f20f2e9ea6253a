import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonObject } from '../../../src/sandbox/slack/json.ts';
import { type Pressed, pressedAction } from '../../../src/sandbox/slack/pressed-action.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const options = [option('1h'), option('8h')];

/** What the bot is told when somebody presses or chooses in an element of this kind. */
function pressed(element: JsonObject, value?: string) {
  const blocks = [
    { type: 'divider', block_id: 'line' },
    { type: 'actions', block_id: 'act', elements: [{ ...element, action_id: 'it' }] },
  ];
  const press: Pressed = { actionId: 'it', ...(value !== undefined && { value }) };
  const { type, action_id, block_id, action_ts, ...rest } = pressedAction(blocks, press, '1.000001');
  assert.deepEqual([type, action_id, block_id, action_ts], [element.type, 'it', 'act', '1.000001']);
  return rest;
}

describe('what is pressed', () => {
  it('tells the bot what was chosen, in the member of its kind', () => {
    assert.deepEqual(pressed({ type: 'button', text: 'Mute', value: 'i-1' }), { text: 'Mute', value: 'i-1' });
    assert.deepEqual(pressed({ type: 'static_select', options }, '8h'), { selected_option: option('8h') });
    const groups = [{ label: 'Short', options: [option('1h')] }];
    assert.deepEqual(pressed({ type: 'static_select', option_groups: groups }, '1h'), {
      selected_option: option('1h'),
    });
    assert.deepEqual(pressed({ type: 'checkboxes', options }, '["8h","1h"]'), {
      selected_options: [option('8h'), option('1h')],
    });
    assert.deepEqual(pressed({ type: 'users_select' }, 'U0HANA'), { selected_user: 'U0HANA' });
    assert.deepEqual(pressed({ type: 'multi_channels_select' }, '["C0OPS"]'), { selected_channels: ['C0OPS'] });
    assert.deepEqual(pressed({ type: 'datepicker' }, '2026-11-20'), { selected_date: '2026-11-20' });
    assert.deepEqual(pressed({ type: 'datetimepicker' }, '1795178700'), { selected_date_time: 1795178700 });
    assert.deepEqual(pressed({ type: 'plain_text_input' }, 'noise'), { value: 'noise' });
  });

  it('must be there, and so must the option', () => {
    assert.throws(() => pressedAction([], { actionId: 'it' }, '1.000001'), /nothing with the action_id it/);
    assert.throws(() => pressed({ type: 'static_select', options }, '9h'), /no option "9h"/);
    assert.throws(() => pressed({ type: 'checkboxes', options }, '["8h","9h"]'), /no option "9h"/);
    assert.throws(() => pressed({ type: 'checkboxes', options }, '8h'), /a JSON list/);
  });
});
