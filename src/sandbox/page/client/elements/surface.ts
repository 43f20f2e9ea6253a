import { createContext, useContext } from 'react';
import type { JsonObject } from '../../../slack/json.ts';
import type { ElementState, Values } from './state.ts';

/** Something pressed or chosen, as the bot is told of it. */
export type Press = { readonly actionId: string; readonly blockId: string; readonly value?: string };

/** A person or a channel to choose from. */
export type Known = { readonly id: string; readonly name: string };

/** What the elements of one message, modal or Home tab stand on. */
export type Surface = {
  readonly values: Values;
  readonly change: (blockId: string, actionId: string, state: ElementState) => void;
  readonly press: (press: Press) => void;
  /** Asks the element's own question first, where it has one, and goes on when it is answered with yes. */
  readonly confirmed: (confirm: JsonObject | undefined, go: () => void) => void;
  /** What is wrong with an input, by `block_id`. */
  readonly errors: Readonly<Record<string, string>>;
  readonly users: readonly Known[];
  readonly channels: readonly Known[];
};

const nothing = () => {};

/** Without a surface, as in the gallery, everything is drawn and nothing is sent. */
export const OnSurface = createContext<Surface>({
  values: {},
  change: nothing,
  press: nothing,
  confirmed: (_confirm, go) => go(),
  errors: {},
  users: [],
  channels: [],
});

export const useSurface = (): Surface => useContext(OnSurface);
