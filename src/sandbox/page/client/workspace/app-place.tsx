import type { ChannelState, Refusal, WorkspaceState } from '../../state.ts';
import { Composer } from './composer.tsx';
import { Home } from './home.tsx';
import { Log } from './log.tsx';
import { Refusals } from './refusals.tsx';
import { unreadIn } from './timeline.ts';

export type AppTab = 'home' | 'messages';

type AppPlaceProps = {
  readonly workspace: WorkspaceState;
  readonly persona: string;
  readonly directMessage: ChannelState | undefined;
  readonly doors: readonly string[];
  readonly refusals: readonly Refusal[];
  readonly tab: AppTab;
  readonly onTab: (tab: AppTab) => void;
};

/** The bot's own place: its Home tab and the direct messages with it. */
export function AppPlace({ workspace, persona, directMessage, doors, refusals, tab, onTab }: AppPlaceProps) {
  const unread = directMessage === undefined || tab === 'messages' ? 0 : unreadIn(directMessage, persona);
  const tabButton = (name: AppTab, label: string) => (
    <button type="button" className="tab" aria-pressed={tab === name} onClick={() => onTab(name)}>
      {label}
    </button>
  );
  return (
    <>
      <header className="place-head">
        <h2>CLUe</h2>
        {tabButton('home', 'Home')}
        {tabButton('messages', unread === 0 ? 'Messages' : `Messages (${unread})`)}
      </header>
      {tab === 'home' && (
        <>
          <Home workspace={workspace} persona={persona} />
          <Refusals refusals={refusals} />
        </>
      )}
      {tab === 'messages' && directMessage === undefined && (
        <p className="empty">Neither you nor the bot has written here yet. Opening the Home tab begins it.</p>
      )}
      {tab === 'messages' && directMessage !== undefined && (
        <>
          <Log key={persona} channel={directMessage} title="CLUe" workspace={workspace} persona={persona} />
          <Refusals refusals={refusals} />
          <Composer persona={persona} channel={directMessage.id} title="CLUe" doors={doors} />
        </>
      )}
    </>
  );
}
