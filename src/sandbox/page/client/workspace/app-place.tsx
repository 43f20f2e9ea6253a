import type { ChannelState, Refusal, WorkspaceState } from '../../state.ts';
import { useKept } from '../reading/kept.ts';
import { Composer } from './composer.tsx';
import { Home } from './home.tsx';
import { Log } from './log.tsx';
import { Refusals } from './refusals.tsx';

type AppPlaceProps = {
  readonly workspace: WorkspaceState;
  readonly persona: string;
  readonly directMessage: ChannelState | undefined;
  readonly doors: readonly string[];
  readonly refusals: readonly Refusal[];
};

/** The bot's own place: its Home tab and the direct messages with it. */
export function AppPlace({ workspace, persona, directMessage, doors, refusals }: AppPlaceProps) {
  const [tab, setTab] = useKept('app-tab', 'home');
  const tabButton = (name: string, label: string) => (
    <button type="button" className="tab" aria-pressed={tab === name} onClick={() => setTab(name)}>
      {label}
    </button>
  );
  return (
    <>
      <header className="place-head">
        <h2>CLUe</h2>
        {tabButton('home', 'Home')}
        {tabButton('messages', 'Messages')}
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
