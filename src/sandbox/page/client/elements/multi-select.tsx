import { isList, textOf } from '../../../slack/json.ts';
import { plainTextOf } from '../mrkdwn/text-object.tsx';
import { choicesOf, keyOf } from './choices.ts';
import { type ElementProps, useHeld } from './held.ts';
import { useSurface } from './surface.ts';

/** A menu of which several things are chosen, as a list to tick. */
export function MultiSelect(props: ElementProps) {
  const { element, labelId } = props;
  const { held, set } = useHeld(props);
  const groups = choicesOf(element, useSurface());
  const chosen = isList(held) ? held : [];
  const keys = new Set(chosen.map(keyOf));
  const most = Number(textOf(element.max_selected_items) ?? Number.POSITIVE_INFINITY);
  return (
    <fieldset className="ticks" aria-labelledby={labelId}>
      {labelId === undefined && <legend>{plainTextOf(element.placeholder) || 'Choose'}</legend>}
      {groups.map((group) => (
        <div key={group.title}>
          {group.title !== '' && <div className="ticks-title">{group.title}</div>}
          {group.choices.map((choice) => (
            <label key={choice.key} className="tick">
              <input
                type="checkbox"
                checked={keys.has(choice.key)}
                disabled={!keys.has(choice.key) && keys.size >= most}
                onChange={({ target }) =>
                  set(target.checked ? [...chosen, choice.holds] : chosen.filter((one) => keyOf(one) !== choice.key))
                }
              />
              {choice.label}
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
