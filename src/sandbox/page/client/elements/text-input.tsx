import { textOf } from '../../../slack/json.ts';
import { plainTextOf } from '../mrkdwn/text-object.tsx';
import { type ElementProps, useHeld } from './held.ts';

const FIELDS: Readonly<Record<string, string>> = { email_text_input: 'email', url_text_input: 'url' };

/** A line or several lines of text, a number, an email address or a URL. */
export function TextInput(props: ElementProps) {
  const { element, labelId, tells } = props;
  const { held, set, tell } = useHeld(props);
  const text = textOf(held) ?? '';
  const common = {
    className: 'field',
    value: text,
    placeholder: plainTextOf(element.placeholder),
    'aria-labelledby': labelId,
  };
  if (element.multiline === true) {
    return <textarea {...common} rows={4} onChange={({ target }) => set(target.value, 'quietly')} />;
  }
  return (
    <input
      {...common}
      type={FIELDS[textOf(element.type) ?? ''] ?? 'text'}
      inputMode={element.type === 'number_input' ? 'decimal' : undefined}
      onChange={({ target }) => set(target.value, 'quietly')}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !tells) return;
        event.preventDefault();
        tell(text);
      }}
    />
  );
}
