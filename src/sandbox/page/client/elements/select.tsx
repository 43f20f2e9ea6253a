import { plainTextOf } from '../mrkdwn/text-object.tsx';
import { choicesOf, keyOf } from './choices.ts';
import { type ElementProps, useHeld } from './held.ts';
import { useSurface } from './surface.ts';

/** A menu of which one thing is chosen. */
export function Select(props: ElementProps) {
  const { element, labelId } = props;
  const { held, set } = useHeld(props);
  const groups = choicesOf(element, useSurface());
  const all = groups.flatMap((group) => group.choices);
  const placeholder = plainTextOf(element.placeholder) || 'Choose';
  return (
    <select
      className="select"
      value={keyOf(held)}
      aria-labelledby={labelId}
      aria-label={labelId === undefined ? placeholder : undefined}
      onChange={({ target }) => {
        const chosen = all.find((choice) => choice.key === target.value);
        if (chosen !== undefined) set(chosen.holds);
      }}
    >
      <option value="" disabled>
        {placeholder}
      </option>
      {groups.map((group) => {
        const options = group.choices.map((choice) => (
          <option key={choice.key} value={choice.key}>
            {choice.label}
          </option>
        ));
        return group.title === '' ? (
          options
        ) : (
          <optgroup key={group.title} label={group.title}>
            {options}
          </optgroup>
        );
      })}
    </select>
  );
}
