import type { ReactNode } from 'react';
import type { ChannelState } from '../../state.ts';
import { unreadIn } from './timeline.ts';

/** The place of the bot's own tab in the list; channels are called by their ids. */
export const APP = 'app';

type SidebarProps = {
  readonly channels: readonly ChannelState[];
  readonly directMessage: ChannelState | undefined;
  readonly persona: string;
  readonly open: string;
  /** Whether the messages of the open place are before one: the bot's Home tab hides its direct messages. */
  readonly isRead: boolean;
  readonly onOpen: (place: string) => void;
  readonly children: ReactNode;
};

/** The channels and the bot, with what is unread in them. */
export function Sidebar({ channels, directMessage, persona, open, isRead, onOpen, children }: SidebarProps) {
  const item = (place: string, sign: string, name: string, unread: number) => {
    const isUnread = unread > 0 && (place !== open || !isRead);
    return (
      <li key={place}>
        <button
          type="button"
          className={isUnread ? 'place place-unread' : 'place'}
          aria-current={place === open ? 'page' : undefined}
          onClick={() => onOpen(place)}
        >
          <span className="place-sign" aria-hidden="true">
            {sign}
          </span>
          <span className="place-name">{name}</span>
          {isUnread && (
            <span className="unread">
              {unread}
              <span className="only-read"> unread</span>
            </span>
          )}
        </button>
      </li>
    );
  };
  return (
    <div className="sidebar">
      <nav aria-label="Channels">
        <h2>Channels</h2>
        <ul>{channels.map((one) => item(one.id, one.is_private ? '◆' : '#', one.name, unreadIn(one, persona)))}</ul>
        <h2>Apps</h2>
        <ul>{item(APP, '', 'CLUe', directMessage === undefined ? 0 : unreadIn(directMessage, persona))}</ul>
      </nav>
      {children}
    </div>
  );
}
