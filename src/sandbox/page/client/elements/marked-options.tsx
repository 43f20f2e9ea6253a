import { useId } from 'react';
import { isList, objectsOf, textOf } from '../../../slack/json.ts';
import { TextObject } from '../mrkdwn/text-object.tsx';
import { keyOf } from './choices.ts';
import { type ElementProps, useHeld } from './held.ts';

/** Checkboxes or radio buttons. */
export function MarkedOptions(props: ElementProps) {
  const { element, labelId } = props;
  const { held, set } = useHeld(props);
  const group = useId();
  const isRadio = element.type === 'radio_buttons';
  const chosen = isList(held) ? held : [held];
  const keys = new Set(chosen.map(keyOf));
  return (
    <fieldset className="marked-options" aria-labelledby={labelId} aria-label={labelId ? undefined : 'Options'}>
      {objectsOf(element.options).map((option) => {
        const key = textOf(option.value) ?? '';
        const toggled = (isOn: boolean) => (isOn ? [...chosen, option] : chosen.filter((one) => keyOf(one) !== key));
        return (
          <label key={key} className="tick">
            <input
              type={isRadio ? 'radio' : 'checkbox'}
              name={group}
              checked={keys.has(key)}
              onChange={({ target }) => set(isRadio ? option : toggled(target.checked))}
            />
            <span>
              <TextObject of={option.text} />
              <span className="hint">
                <TextObject of={option.description} />
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
