import { isObject, type Json, type JsonObject, textOf } from '../../../slack/json.ts';
import { heldIn, initialState, pressValue, stateWith } from './state.ts';
import { useSurface } from './surface.ts';

export type ElementProps = {
  readonly element: JsonObject;
  readonly blockId: string;
  /** The id of the text that names it, where it is an input. */
  readonly labelId?: string;
  /** Whether choosing tells the bot at once: everywhere but in an input block that does not ask for it. */
  readonly tells: boolean;
};

export type Held = {
  readonly held: Json;
  /** Holds something else, and tells the bot where that is due. */
  readonly set: (held: Json, how?: 'quietly') => void;
  /** Tells the bot what is held. */
  readonly tell: (value?: string) => void;
};

/** What an element holds and how that changes. */
export function useHeld({ element, blockId, tells }: ElementProps): Held {
  const surface = useSurface();
  const actionId = textOf(element.action_id) ?? '';
  const held = heldIn(surface.values[blockId]?.[actionId] ?? initialState(element));
  const confirm = isObject(element.confirm) ? element.confirm : undefined;
  const press = (value = '') => surface.press({ actionId, blockId, ...(value === '' ? {} : { value }) });
  const hold = (next: Json) => {
    const state = stateWith(element, next);
    if (state !== undefined) surface.change(blockId, actionId, state);
  };
  return {
    held,
    set(next, how) {
      if (how === 'quietly' || !tells) return hold(next);
      surface.confirmed(confirm, () => {
        hold(next);
        press(pressValue(next));
      });
    },
    tell: (value) => surface.confirmed(confirm, () => press(value)),
  };
}
