import { isList, isObject, type Json, textOf } from '../../../slack/json.ts';

export {
  type ElementState,
  elementsOf,
  heldIn,
  initialState,
  stateWith,
  type Values,
  valuesOf,
  withState,
} from '../../../slack/element-state.ts';

/**
 * What is held as the one text that a press carries: an option by its `value`, a list as JSON, anything else as it is.
 */
export function pressValue(held: Json): string {
  if (isList(held)) return JSON.stringify(held.map((one) => (isObject(one) ? (one.value ?? null) : one)));
  if (isObject(held)) return textOf(held.value) ?? '';
  return textOf(held) ?? '';
}
