import { Fragment, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { formatDate } from '../../../slack/terminal/date.ts';
import type { ChannelState, WorkspaceState } from '../../state.ts';
import { useReader } from '../reading/reading.ts';
import { useAct } from '../server/acting.ts';
import { useSteady } from '../server/steady.ts';
import { aroundOf } from './around.ts';
import { MESSAGE_BOX } from './composer.tsx';
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
  const entries = useSteady(timelineOf(channel, workspace, persona));
  const around = useSteady(aroundOf(workspace, persona));
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

  const days = useMemo(
    () => entries.map(({ ts }) => formatDate(Number(ts), '{day_divider_pretty}', reader)),
    [entries, reader],
  );
  return (
    <>
      <a className="skip" href={`#${MESSAGE_BOX}`}>
        Past the messages, to the message box
      </a>
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
          const day = days[index];
          return (
            <Fragment key={entry.key}>
              {day !== days[index - 1] && (
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
                <EntryView entry={entry} around={around} />
              )}
            </Fragment>
          );
        })}
      </div>
    </>
  );
}
