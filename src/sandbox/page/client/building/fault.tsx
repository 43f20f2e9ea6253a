import type { Choice } from './words.ts';

type FaultProps<Name extends string> = {
  readonly title: string;
  readonly choices: readonly Choice<Name>[];
  readonly state: Name;
  /** The choice with which the fault has its end. */
  readonly well: Name;
  readonly onChoose: (state: Name) => void;
};

/** What can be wrong with a service, one thing at a time, and the end of it. */
export function Fault<Name extends string>({ title, choices, state, well, onChoose }: FaultProps<Name>) {
  return (
    <fieldset className={state === well ? 'fault' : 'fault fault-on'}>
      <legend>{title}</legend>
      <div className="fault-choices">
        {choices.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            className={name === well ? 'chip chip-well' : 'chip'}
            aria-pressed={name === state}
            onClick={() => onChoose(name)}
          >
            {label}
          </button>
        ))}
        {state !== well && (
          <button type="button" className="button button-small" onClick={() => onChoose(well)}>
            End the fault
          </button>
        )}
      </div>
    </fieldset>
  );
}
