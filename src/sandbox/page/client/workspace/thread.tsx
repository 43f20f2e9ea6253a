import { useId, useState } from 'react';
import { Moment } from '../reading/moment.tsx';
import type { Around } from './around.ts';
import { EntryView } from './entry-view.tsx';
import type { Entry } from './timeline.ts';

type ThreadProps = {
  readonly replies: readonly Entry[];
  readonly around: Around;
};

/** The replies to a message, which can be folded away. */
export function Thread({ replies, around }: ThreadProps) {
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
            (reply) => reply.kind !== 'failure' && <EntryView key={reply.key} entry={reply} around={around} />,
          )}
        </div>
      )}
    </section>
  );
}
