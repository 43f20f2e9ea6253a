import { isList, isObject, type JsonObject, textOf } from '../../../slack/json.ts';
import { heldIn, type Values } from './state.ts';

/** What Slack itself says of a modal before it sends it, by `block_id`; nothing when all is well. */
export function complaintsOf(blocks: readonly JsonObject[], values: Values): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const block of blocks) {
    const blockId = textOf(block.block_id);
    const element = block.element;
    if (block.type !== 'input' || blockId === undefined || !isObject(element)) continue;
    const held = heldIn(values[blockId]?.[textOf(element.action_id) ?? '']);
    const isEmpty = held === null || held === '' || (isList(held) && held.length === 0);
    const said = isEmpty
      ? block.optional === true
        ? undefined
        : REQUIRED
      : complaint(element, textOf(held) ?? '', held);
    if (said !== undefined) found[blockId] = said;
  }
  return found;
}

const REQUIRED = 'Please complete this required field.';

function complaint(element: JsonObject, text: string, held: unknown): string | undefined {
  const limit = (name: string): number | undefined => {
    const value = textOf(element[name]);
    return value === undefined || value === '' ? undefined : Number(value);
  };
  switch (element.type) {
    case 'plain_text_input': {
      const least = limit('min_length') ?? 0;
      const most = limit('max_length') ?? 3000;
      if (text.length < least) return `Please enter at least ${least} characters.`;
      return text.length > most ? `Please enter no more than ${most} characters.` : undefined;
    }
    case 'number_input': {
      const value = Number(text);
      if (!Number.isFinite(value)) return 'Please enter a number.';
      if (element.is_decimal_allowed !== true && !Number.isInteger(value)) return 'Please enter a whole number.';
      const least = limit('min_value');
      const most = limit('max_value');
      if (least !== undefined && value < least) return `Please enter a number of at least ${least}.`;
      return most !== undefined && value > most ? `Please enter a number of at most ${most}.` : undefined;
    }
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return /^https?:\/\/\S+$/i.test(text) ? undefined : 'Please enter a valid URL.';
    default: {
      const most = limit('max_selected_items');
      if (most === undefined || !Array.isArray(held) || held.length <= most) return undefined;
      return `Please choose no more than ${most}.`;
    }
  }
}
