import { type ReactNode, useMemo, useState } from 'react';
import type { JsonObject } from '../../../slack/json.ts';
import { Confirm } from './confirm.tsx';
import { type Values, withState } from './state.ts';
import { type Known, OnSurface, type Press, type Surface } from './surface.ts';

type OnBlocksProps = {
  readonly press: (press: Press) => void;
  readonly values: Values;
  readonly onValues: (change: (before: Values) => Values) => void;
  readonly errors?: Readonly<Record<string, string>>;
  readonly users: readonly Known[];
  readonly channels: readonly Known[];
  readonly children: ReactNode;
};

const NONE = {};

/** Lets the elements within hold values and reach the bot. */
export function OnBlocks({ press, values, onValues, errors = NONE, users, channels, children }: OnBlocksProps) {
  const [asked, setAsked] = useState<{ readonly confirm: JsonObject; readonly go: () => void }>();
  const surface = useMemo<Surface>(
    () => ({
      values,
      change: (blockId, actionId, state) => onValues((before) => withState(before, blockId, actionId, state)),
      press,
      confirmed: (confirm, go) => (confirm === undefined ? go() : setAsked({ confirm, go })),
      errors,
      users,
      channels,
    }),
    [values, onValues, press, errors, users, channels],
  );
  return (
    <OnSurface value={surface}>
      {children}
      {asked !== undefined && (
        <Confirm
          confirm={asked.confirm}
          onAnswer={(yes) => {
            setAsked(undefined);
            if (yes) asked.go();
          }}
        />
      )}
    </OnSurface>
  );
}
