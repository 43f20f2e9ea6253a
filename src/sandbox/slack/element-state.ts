import { isObject, type Json, type JsonObject, objectsOf, textOf } from './json.ts';

/** An element's state as Slack sends it in `view.state.values`. */
export type ElementState = JsonObject;
/** By `block_id`, then by `action_id`. */
export type Values = Readonly<Record<string, Readonly<Record<string, ElementState>>>>;

/** The member that holds what was entered, and where its first value stands. Multi selects hold lists. */
const HELD: Readonly<Record<string, readonly [member: string, initial: string]>> = {
  plain_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  users_select: ['selected_user', 'initial_user'],
  channels_select: ['selected_channel', 'initial_channel'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  multi_static_select: ['selected_options', 'initial_options'],
  checkboxes: ['selected_options', 'initial_options'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
};

/** What an element holds: text, a number, an option, or a list of options or ids; `null` when it is empty. */
export function heldIn(state: ElementState | undefined): Json {
  const member = HELD[textOf(state?.type) ?? '']?.[0];
  return (member === undefined ? undefined : state?.[member]) ?? null;
}

/** The element's state when it holds this. Buttons and overflow menus hold nothing, so theirs is `undefined`. */
export function stateWith(element: JsonObject, held: Json): ElementState | undefined {
  const type = textOf(element.type) ?? '';
  const member = HELD[type]?.[0];
  return member === undefined ? undefined : { type, [member]: held === '' ? null : held };
}

/** The element's state before anybody touched it. */
export function initialState(element: JsonObject): ElementState | undefined {
  const names = HELD[textOf(element.type) ?? ''];
  if (names === undefined) return undefined;
  const isMany = names[0].endsWith('s');
  return stateWith(element, element[names[1]] ?? (isMany ? [] : null));
}

/** The elements of a block that a person can act on. */
export function elementsOf(block: JsonObject): readonly JsonObject[] {
  const inActions = block.type === 'actions' ? objectsOf(block.elements) : [];
  return [...inActions, block.accessory, block.element]
    .filter((one) => isObject(one) && one.type !== 'image')
    .filter(isObject);
}

/** A view's `state.values`: what was entered, and the initial value of what nobody touched. */
export function valuesOf(blocks: readonly JsonObject[], entered: Values): Values {
  const values: Record<string, Record<string, ElementState>> = {};
  for (const block of blocks) {
    const blockId = textOf(block.block_id);
    if (blockId === undefined) continue;
    for (const element of elementsOf(block)) {
      const actionId = textOf(element.action_id);
      if (actionId === undefined) continue;
      const state = entered[blockId]?.[actionId] ?? initialState(element);
      if (state !== undefined) values[blockId] = { ...values[blockId], [actionId]: state };
    }
  }
  return values;
}

/** The values with one element's state changed. */
export function withState(values: Values, blockId: string, actionId: string, state: ElementState): Values {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: state } };
}
