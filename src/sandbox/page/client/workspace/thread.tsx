import { useId, useState } from 'react';
import type { WorkspaceState } from '../../state.ts';
import { Moment } from '../reading/moment.tsx';
import { EntryView } from './entry-view.tsx';
import type { Entry } from './timeline.ts';

type ThreadProps = {
  readonly replies: readonly Entry[];
  readonly workspace: WorkspaceState;
  readonly persona: string;
};

/** The replies to a message, which can be folded away. */
export function Thread({ replies, workspace, persona }: ThreadProps) {
  const [isOpen, setOpen] = useState(true);
  const listId = useId();
  const newest = replies.at(-1);
  return (
    <section className="thread" aria-label="Thread">
      <button
        type="button"
        className="thread-head"
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        {replies.length} {replies.length === 1 ? 'reply' : 'replies'}
        {newest !== undefined && (
          <span className="hint">
            {' '}
            last <Moment seconds={Number(newest.ts)} format="{date_short_pretty} {time}" />
          </span>
        )}
      </button>
      {isOpen && (
        <div id={listId} className="thread-list">
          {replies.map(
            (reply) =>
              reply.kind !== 'failure' && (
                <EntryView key={reply.key} entry={reply} workspace={workspace} persona={persona} />
              ),
          )}
        </div>
      )}
    </section>
  );
}
