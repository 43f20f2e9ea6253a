import { Fragment, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { formatDate } from '../../../slack/terminal/date.ts';
import type { ChannelState, WorkspaceState } from '../../state.ts';
import { useReader } from '../reading/reading.ts';
import { useAct } from '../server/acting.ts';
import { EntryView } from './entry-view.tsx';
import { isLater, newestIn, timelineOf } from './timeline.ts';

type LogProps = {
  readonly channel: ChannelState;
  readonly title: string;
  readonly workspace: WorkspaceState;
  readonly persona: string;
};

/** So near to its end, in pixels, a log follows what is new. */
const FOLLOWS_WITHIN = 80;

/** The messages of a channel, oldest first. Whoever looks at them has read them. */
export function Log({ channel, title, workspace, persona }: LogProps) {
  const reader = useReader();
  const act = useAct();
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const entries = useMemo(() => timelineOf(channel, workspace, persona), [channel, workspace, persona]);
  const newest = newestIn(channel);
  const readUpTo = channel.readUpTo[persona] ?? '';

  useEffect(() => {
    const read = () => {
      if (document.hidden || newest === undefined || !isLater(newest, readUpTo)) return;
      void act({ do: 'read', user: persona, channel: channel.id, ts: newest });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [act, newest, readUpTo, persona, channel.id]);

  useLayoutEffect(() => {
    const held = box.current;
    if (held !== null && entries.length > 0 && follows.current) held.scrollTop = held.scrollHeight;
  }, [entries]);

  const dayOf = (ts: string) => formatDate(Number(ts), '{day_divider_pretty}', reader);
  return (
    <div
      ref={box}
      className="log"
      role="log"
      aria-label={`Messages in ${title}`}
      aria-live="polite"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
      tabIndex={0}
      onScroll={({ currentTarget: it }) => {
        follows.current = it.scrollHeight - it.scrollTop - it.clientHeight < FOLLOWS_WITHIN;
      }}
    >
      {entries.length === 0 && <p className="empty">Nothing has been said here yet.</p>}
      {entries.map((entry, index) => {
        const before = entries[index - 1];
        const day = dayOf(entry.ts);
        return (
          <Fragment key={entry.key}>
            {(before === undefined || dayOf(before.ts) !== day) && (
              <div className="day">
                <span>{day}</span>
              </div>
            )}
            {entry.kind === 'failure' ? (
              <p className="failure">
                <b>Slack</b> <span className="only-you">Only visible to you</span>
                <br />
                {entry.shown}
              </p>
            ) : (
              <EntryView entry={entry} workspace={workspace} persona={persona} />
            )}
          </Fragment>
        );
      })}
    </div>
  );
}
