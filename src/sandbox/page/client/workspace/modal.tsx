import { type FormEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { objectsOf } from '../../../slack/json.ts';
import type { View } from '../../../slack/message.ts';
import type { WorkspaceState } from '../../state.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { complaintsOf } from '../elements/complaints.ts';
import { OnBlocks } from '../elements/on-blocks.tsx';
import { type Values, valuesOf } from '../elements/state.ts';
import type { Press } from '../elements/surface.ts';
import { plainTextOf } from '../mrkdwn/text-object.tsx';
import { useAct } from '../server/acting.ts';
import { knownIn } from './known.ts';
import { Trouble } from './trouble.tsx';

type ModalProps = { readonly view: View; readonly workspace: WorkspaceState; readonly persona: string };

/** The modal before a person. It covers the workspace, not the building: one can still play with the doors. */
export function Modal({ view, workspace, persona }: ModalProps) {
  const act = useAct();
  const titleId = useId();
  const sheet = useRef<HTMLFormElement>(null);
  const [entered, setEntered] = useState<Values>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isSending, setSending] = useState(false);
  const { users, channels } = useMemo(() => knownIn(workspace, persona), [workspace, persona]);
  const { shown } = view;
  const blocks = objectsOf(shown.blocks);
  const press = useCallback(
    (pressed: Press) => void act({ do: 'press', user: persona, on: 'modal', ...pressed }),
    [act, persona],
  );
  const close = () => void act({ do: 'close-modal', user: persona });

  useEffect(() => {
    const before = document.activeElement;
    const first = sheet.current?.querySelector<HTMLElement>('.sheet-blocks :is(input, textarea, select, button)');
    (first ?? sheet.current)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const values = valuesOf(blocks, entered);
    const complaints = complaintsOf(blocks, values);
    setErrors(complaints);
    if (Object.keys(complaints).length > 0) return;
    setSending(true);
    const answer = await act({ do: 'submit', user: persona, values });
    setSending(false);
    if (!answer.ok && answer.errors !== undefined) setErrors(answer.errors);
  };
  return (
    <div className="backdrop">
      <form
        ref={sheet}
        className="sheet"
        role="dialog"
        aria-labelledby={titleId}
        tabIndex={-1}
        noValidate
        onSubmit={(event) => void submit(event)}
        onKeyDown={({ key, defaultPrevented }) => key === 'Escape' && !defaultPrevented && close()}
      >
        <header className="sheet-head">
          <h2 id={titleId}>{plainTextOf(shown.title)}</h2>
          <button type="button" className="button button-plain" aria-label="Close" onClick={close}>
            <span aria-hidden="true">×</span>
          </button>
        </header>
        <div className="sheet-blocks">
          <Trouble workspace={workspace} persona={persona} />
          <OnBlocks
            press={press}
            values={entered}
            onValues={setEntered}
            errors={errors}
            users={users}
            channels={channels}
          >
            <Blocks of={blocks} />
          </OnBlocks>
        </div>
        <footer className="sheet-buttons">
          <button type="button" className="button" onClick={close}>
            {plainTextOf(shown.close) || 'Cancel'}
          </button>
          {shown.submit !== undefined && (
            <button
              type="submit"
              className="button button-primary"
              disabled={isSending || shown.submit_disabled === true}
            >
              {plainTextOf(shown.submit)}
            </button>
          )}
        </footer>
      </form>
    </div>
  );
}
