import { textOf } from '../../../slack/json.ts';
import { plainTextOf } from '../mrkdwn/text-object.tsx';
import { useReader } from '../reading/reading.ts';
import { type ElementProps, useHeld } from './held.ts';
import { momentOf, wallClockOf } from './wall-clock.ts';

const FIELDS: Readonly<Record<string, string>> = {
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};

/** A day, a time of day, or both in the person's own zone. */
export function Picker(props: ElementProps) {
  const { element, labelId } = props;
  const { held, set } = useHeld(props);
  const { timeZone } = useReader();
  const isMoment = element.type === 'datetimepicker';
  const shown = isMoment && typeof held === 'number' ? wallClockOf(held, timeZone) : (textOf(held) ?? '');
  return (
    <input
      className="field field-short"
      type={FIELDS[textOf(element.type) ?? ''] ?? 'text'}
      value={shown}
      aria-labelledby={labelId}
      aria-label={labelId === undefined ? plainTextOf(element.placeholder) || 'Date or time' : undefined}
      onChange={({ target }) => set(isMoment ? (momentOf(target.value, timeZone) ?? null) : target.value)}
    />
  );
}
