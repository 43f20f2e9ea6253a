import { isList, isObject, type Json, type JsonObject, objectsOf, parseJson } from './json.ts';

/** What was pressed or chosen: the element by its ids, and what was chosen in it as text (several as a JSON list). */
export type Pressed = { readonly actionId: string; readonly blockId?: string; readonly value?: string };

/** The member that tells the bot what was chosen, by the type of the element. */
const CHOSEN: Readonly<Record<string, string>> = {
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  checkboxes: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
};

/**
 * The entry of `actions` that Slack sends for this: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload.
 * It throws, in a sentence, when there is nothing like it to press, or no such option.
 */
export function pressedAction(blocks: readonly JsonObject[], pressed: Pressed, action_ts: string): JsonObject {
  const { block, element } = findElement(blocks, pressed);
  const { type, action_id } = element;
  const common = { type, action_id, block_id: block.block_id, action_ts };
  if (type === 'button') {
    return { ...common, text: element.text, ...(element.value === undefined ? {} : { value: element.value }) };
  }
  const member = typeof type === 'string' ? CHOSEN[type] : undefined;
  // What is typed goes to the bot as it is, where the input asks for that.
  if (member === undefined) return { ...common, value: pressed.value ?? null };
  return { ...common, [member]: chosen(element, member, pressed) };
}

function findElement(
  blocks: readonly JsonObject[],
  { actionId, blockId }: Pressed,
): { readonly block: JsonObject; readonly element: JsonObject } {
  for (const block of blocks) {
    if (blockId !== undefined && block.block_id !== blockId) continue;
    for (const element of [...objectsOf(block.elements), block.accessory, block.element]) {
      if (isObject(element) && element.action_id === actionId) return { block, element };
    }
  }
  throw new Error(`There is nothing with the action_id ${actionId} to press.`);
}

function chosen(element: JsonObject, member: string, pressed: Pressed): Json {
  const { actionId, value = '' } = pressed;
  const optionOf = (wanted: Json): Json => {
    const options = [...objectsOf(element.options), ...objectsOf(element.option_groups).flatMap(optionsOf)];
    const option = options.find((one) => one.value === wanted);
    if (option === undefined) throw new Error(`${actionId} has no option "${String(wanted)}".`);
    return option;
  };
  if (member === 'selected_option') return optionOf(value);
  if (member === 'selected_date_time') return Number(value);
  if (!member.endsWith('s')) return value;
  const list = parseJson(value);
  if (!isList(list)) throw new Error(`What is chosen in ${actionId} comes as a JSON list.`);
  return member === 'selected_options' ? list.map(optionOf) : list;
}

const optionsOf = (group: JsonObject): readonly JsonObject[] => objectsOf(group.options);
