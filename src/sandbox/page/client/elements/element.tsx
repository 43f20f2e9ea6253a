import type { ComponentType } from 'react';
import { textOf } from '../../../slack/json.ts';
import { Picture } from '../blocks/picture.tsx';
import { Button } from './button.tsx';
import type { ElementProps } from './held.ts';
import { MarkedOptions } from './marked-options.tsx';
import { MultiSelect } from './multi-select.tsx';
import { Overflow } from './overflow.tsx';
import { Picker } from './picker.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';

const KINDS: Readonly<Record<string, ComponentType<ElementProps>>> = {
  button: Button,
  static_select: Select,
  external_select: Select,
  users_select: Select,
  channels_select: Select,
  conversations_select: Select,
  multi_static_select: MultiSelect,
  multi_users_select: MultiSelect,
  multi_channels_select: MultiSelect,
  multi_conversations_select: MultiSelect,
  checkboxes: MarkedOptions,
  radio_buttons: MarkedOptions,
  overflow: Overflow,
  datepicker: Picker,
  timepicker: Picker,
  datetimepicker: Picker,
  plain_text_input: TextInput,
  number_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
};

/** Whatever can be pressed, chosen or filled in. */
export function Element(props: ElementProps) {
  const type = textOf(props.element.type) ?? '';
  if (type === 'image') return <Picture of={props.element} size="small" />;
  const Kind = KINDS[type];
  return Kind === undefined ? (
    <span className="undrawn">An element “{type}”, not drawn here</span>
  ) : (
    <Kind {...props} />
  );
}
