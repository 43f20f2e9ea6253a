import { useEffect, useId, useRef } from 'react';
import type { JsonObject } from '../../../slack/json.ts';
import { plainTextOf, TextObject } from '../mrkdwn/text-object.tsx';

type ConfirmProps = { readonly confirm: JsonObject; readonly onAnswer: (yes: boolean) => void };

/** The question before an action is sent. */
export function Confirm({ confirm, onAnswer }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={titleId}
      onCancel={() => onAnswer(false)}
      onKeyDown={(event) => {
        // The modal behind the question would take the same key as its own, and close as well.
        if (event.key === 'Escape') event.stopPropagation();
      }}
    >
      <h2 id={titleId}>{plainTextOf(confirm.title)}</h2>
      <div className="confirm-text">
        <TextObject of={confirm.text} />
      </div>
      <div className="sheet-buttons">
        <button type="button" className="button" onClick={() => onAnswer(false)}>
          {plainTextOf(confirm.deny)}
        </button>
        <button
          type="button"
          className={confirm.style === 'danger' ? 'button button-danger' : 'button button-primary'}
          onClick={() => onAnswer(true)}
        >
          {plainTextOf(confirm.confirm)}
        </button>
      </div>
    </dialog>
  );
}
