import { textOf } from '../../../slack/json.ts';
import { plainTextOf } from '../mrkdwn/text-object.tsx';
import { type ElementProps, useHeld } from './held.ts';

const STYLES: Readonly<Record<string, string>> = { primary: ' button-primary', danger: ' button-danger' };

export function Button(props: ElementProps) {
  const { element } = props;
  const { tell } = useHeld(props);
  const url = textOf(element.url);
  const press = () => {
    // A button with an address leads there, and the bot hears of it as well.
    if (url !== undefined && /^https?:/i.test(url)) window.open(url, '_blank', 'noopener');
    tell(textOf(element.value));
  };
  return (
    <button
      type="button"
      className={`button${STYLES[textOf(element.style) ?? ''] ?? ''}`}
      aria-label={textOf(element.accessibility_label)}
      data-action-id={textOf(element.action_id)}
      onClick={press}
    >
      {plainTextOf(element.text)}
    </button>
  );
}
