import { all, bool, byType, list, number, object, oneOf, pattern, type Rule, text } from './rules.ts';
import { confirm, eitherField, markedOption, option, optionGroup, overflowOption, plainText } from './text-objects.ts';

const id = text(1, 255);
const action = { 'action_id?': id };
const asked = { ...action, 'confirm?': confirm, 'focus_on_load?': bool, 'placeholder?': plainText(150) };
const many = { ...asked, 'max_selected_items?': number({ min: 1, whole: true }) };
const dispatching = {
  ...action,
  'focus_on_load?': bool,
  'placeholder?': plainText(150),
  'dispatch_action_config?': object({
    'trigger_actions_on?': list(oneOf('on_enter_pressed', 'on_character_entered'), 1, 2),
  }),
};

const image = all(
  object({
    type: oneOf('image'),
    alt_text: text(1, 2000),
    'image_url?': text(1, 3000),
    'slack_file?': object({ 'id?': id, 'url?': text(1, 3000) }),
  }),
  eitherField('image_url', 'slack_file'),
);

const button = object({
  type: oneOf('button'),
  text: plainText(75),
  ...action,
  'confirm?': confirm,
  'value?': text(0, 2000),
  'url?': text(1, 3000),
  'style?': oneOf('primary', 'danger'),
  'accessibility_label?': text(1, 75),
});

const choices = { 'options?': list(option, 1, 100), 'option_groups?': list(optionGroup, 1, 100) };
const filter = object({
  'include?': list(oneOf('im', 'mpim', 'private', 'public'), 1, 4),
  'exclude_external_shared_channels?': bool,
  'exclude_bot_users?': bool,
});
const words = list(text(1, 255), 0, 100);

const selects: Readonly<Record<string, Rule>> = {
  static_select: all(
    object({ type: oneOf('static_select'), ...asked, ...choices, 'initial_option?': option }),
    eitherField('options', 'option_groups'),
  ),
  multi_static_select: all(
    object({ type: oneOf('multi_static_select'), ...many, ...choices, 'initial_options?': list(option, 1, 100) }),
    eitherField('options', 'option_groups'),
  ),
  external_select: object({
    type: oneOf('external_select'),
    ...asked,
    'initial_option?': option,
    'min_query_length?': number({ min: 0, whole: true }),
  }),
  users_select: object({ type: oneOf('users_select'), ...asked, 'initial_user?': id }),
  multi_users_select: object({ type: oneOf('multi_users_select'), ...many, 'initial_users?': words }),
  channels_select: object({
    type: oneOf('channels_select'),
    ...asked,
    'initial_channel?': id,
    'response_url_enabled?': bool,
  }),
  multi_channels_select: object({ type: oneOf('multi_channels_select'), ...many, 'initial_channels?': words }),
  conversations_select: object({
    type: oneOf('conversations_select'),
    ...asked,
    'initial_conversation?': id,
    'default_to_current_conversation?': bool,
    'response_url_enabled?': bool,
    'filter?': filter,
  }),
  multi_conversations_select: object({
    type: oneOf('multi_conversations_select'),
    ...many,
    'initial_conversations?': words,
    'default_to_current_conversation?': bool,
    'filter?': filter,
  }),
};

const pickers: Readonly<Record<string, Rule>> = {
  datepicker: object({
    type: oneOf('datepicker'),
    ...asked,
    'initial_date?': pattern(/^\d{4}-\d{2}-\d{2}$/, 'a date, YYYY-MM-DD'),
  }),
  timepicker: object({
    type: oneOf('timepicker'),
    ...asked,
    'initial_time?': pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time, HH:mm'),
    'timezone?': text(1, 255),
  }),
  datetimepicker: object({
    type: oneOf('datetimepicker'),
    ...action,
    'confirm?': confirm,
    'focus_on_load?': bool,
    'initial_date_time?': number({ min: 1e9, max: 9_999_999_999, whole: true }),
  }),
  checkboxes: object({
    type: oneOf('checkboxes'),
    ...action,
    'confirm?': confirm,
    'focus_on_load?': bool,
    options: list(markedOption, 1, 10),
    'initial_options?': list(markedOption, 1, 10),
  }),
  radio_buttons: object({
    type: oneOf('radio_buttons'),
    ...action,
    'confirm?': confirm,
    'focus_on_load?': bool,
    options: list(markedOption, 1, 10),
    'initial_option?': markedOption,
  }),
};

const menus: Readonly<Record<string, Rule>> = {
  overflow: object({ type: oneOf('overflow'), ...action, 'confirm?': confirm, options: list(overflowOption, 1, 5) }),
};

const inputs: Readonly<Record<string, Rule>> = {
  plain_text_input: object({
    type: oneOf('plain_text_input'),
    ...dispatching,
    'initial_value?': text(0, 3000),
    'multiline?': bool,
    'min_length?': number({ min: 0, max: 3000, whole: true }),
    'max_length?': number({ min: 1, max: 3000, whole: true }),
  }),
  number_input: object({
    type: oneOf('number_input'),
    ...dispatching,
    is_decimal_allowed: bool,
    'initial_value?': text(1, 255),
    'min_value?': text(1, 255),
    'max_value?': text(1, 255),
  }),
  email_text_input: object({ type: oneOf('email_text_input'), ...dispatching, 'initial_value?': text(0, 3000) }),
  url_text_input: object({ type: oneOf('url_text_input'), ...dispatching, 'initial_value?': text(0, 3000) }),
};

/** What may stand beside a section's text. */
export const accessory = byType({ image, button, ...selects, ...pickers, ...menus });
/** What may stand in an actions block. */
export const actionElement = byType({ button, ...selects, ...pickers, ...menus });
/** What may be asked by an input block. */
export const inputElement = byType({ ...inputs, ...selects, ...pickers });
/** A picture as part of a larger block. */
export const imageElement = image;
export const buttonElement = byType({ button });
