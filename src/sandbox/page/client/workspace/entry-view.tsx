import { memo, useState } from 'react';
import { Moment } from '../reading/moment.tsx';
import { useReader } from '../reading/reading.ts';
import { useAct } from '../server/acting.ts';
import type { Around } from './around.ts';
import { Avatar } from './avatar.tsx';
import { FileView } from './file-view.tsx';
import { Reactions } from './reactions.tsx';
import { Said } from './said.tsx';
import { Thread } from './thread.tsx';
import type { Entry } from './timeline.ts';

export type EntryProps = {
  readonly entry: Exclude<Entry, { kind: 'failure' }>;
  readonly around: Around;
};

/** A message with who said it and when, or an answer that only one person sees. */
export const EntryView = memo(function EntryView({ entry, around }: EntryProps) {
  const { nameOf } = useReader();
  const act = useAct();
  const { ts, channel } = entry.message;
  const message = entry.kind === 'message' ? entry.message : undefined;
  const sender = message?.user ?? around.botUserId;
  const isBot = sender === around.botUserId;
  const name = nameOf(sender) ?? sender;
  const edited = message?.edited?.ts;
  const [editedBefore] = useState(edited);
  const mayDelete = sender === around.persona || around.isAdmin;
  const isGone = message?.subtype === 'tombstone';
  return (
    <article className={`entry entry-${entry.kind}`} aria-label={`${name}`} data-ts={ts}>
      {edited !== undefined && edited !== editedBefore && <span key={edited} className="flash" aria-hidden="true" />}
      <Avatar id={sender} name={name} isBot={isBot} />
      <div className="entry-body">
        {entry.kind === 'ephemeral' && <p className="only-you">Only visible to you</p>}
        {message?.subtype === 'thread_broadcast' && <p className="only-you">Replied to a thread</p>}
        <header>
          <b>{name}</b>
          {isBot && <span className="app-tag">App</span>}
          <Moment className="when" seconds={Number(ts)} format="{time}" />
          {message?.edited !== undefined && (
            <span className="edited" title={new Date(Number(message.edited.ts) * 1000).toISOString()}>
              (edited)
            </span>
          )}
        </header>
        {isGone ? (
          <p className="hint">This message was deleted.</p>
        ) : (
          <Said text={entry.message.text} blocks={entry.message.blocks} at={{ channel, ts }} around={around} />
        )}
        {message?.files?.map((file) => (
          <FileView key={file.id} file={file} />
        ))}
        {message !== undefined && <Reactions message={message} />}
        {entry.kind === 'message' && entry.replies.length > 0 && <Thread replies={entry.replies} around={around} />}
      </div>
      {message !== undefined && !isGone && isBot && (
        <button
          type="button"
          className="button entry-pick"
          onClick={() => void act({ do: 'pick', user: around.persona, channel, ts, shortcut: 'what-happened-then' })}
        >
          What happened here then?
        </button>
      )}
      {message !== undefined && !isGone && mayDelete && (
        <button type="button" className="button entry-delete" onClick={() => void act({ do: 'delete', channel, ts })}>
          Delete
        </button>
      )}
    </article>
  );
});
