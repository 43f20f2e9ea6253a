import type { PageState, Persona } from '../../state.ts';
import { useKept } from '../reading/kept.ts';
import { AppPlace } from './app-place.tsx';
import { Composer } from './composer.tsx';
import { channelsOf, directMessageOf } from './known.ts';
import { Log } from './log.tsx';
import { Modal } from './modal.tsx';
import { Refusals } from './refusals.tsx';
import { APP, Sidebar } from './sidebar.tsx';
import { WhoYouAre } from './who-you-are.tsx';

type WorkspaceProps = {
  readonly state: PageState;
  readonly persona: Persona;
  readonly onPersona: (id: string) => void;
  /** The server's moment, in milliseconds since 1970. */
  readonly now: number;
};

/** The half of the page that is Slack, as one person sees it. */
export function Workspace({ state, persona, onPersona, now }: WorkspaceProps) {
  const { workspace } = state;
  const channels = channelsOf(workspace, persona.id);
  const directMessage = directMessageOf(workspace, persona);
  const [wanted, setOpen] = useKept('open', '');
  const channel = channels.find((one) => one.id === wanted) ?? (wanted === APP ? undefined : channels[0]);
  const [keptTab, setTab] = useKept('app-tab', 'home');
  const tab = keptTab === 'messages' ? 'messages' : 'home';
  const modal = workspace.modals.filter((view) => view.user === persona.id).at(-1);
  const doors = state.buildings.flatMap((building) => building.doors.map((door) => door.doorName));
  return (
    <section className="workspace" aria-label="Workspace">
      <Sidebar
        channels={channels}
        directMessage={directMessage}
        persona={persona.id}
        open={channel?.id ?? APP}
        isRead={channel !== undefined || tab === 'messages'}
        onOpen={setOpen}
      >
        <WhoYouAre personas={workspace.personas} persona={persona} now={now} onChoose={onPersona} />
      </Sidebar>
      <div className="main-place" inert={modal !== undefined}>
        {channel === undefined ? (
          <AppPlace
            workspace={workspace}
            persona={persona.id}
            directMessage={directMessage}
            doors={doors}
            refusals={state.refusals}
            tab={tab}
            onTab={setTab}
          />
        ) : (
          <>
            <header className="place-head">
              <h2>#{channel.name}</h2>
              <span className="hint">
                {channel.members.length} people{channel.is_member ? ' and the bot' : ', without the bot'}
                {channel.is_ext_shared ? ' · shared with another company' : ''}
              </span>
            </header>
            <Log
              key={`${channel.id}-${persona.id}`}
              channel={channel}
              title={`#${channel.name}`}
              workspace={workspace}
              persona={persona.id}
            />
            <Refusals refusals={state.refusals} />
            <Composer
              key={channel.id}
              persona={persona.id}
              channel={channel.id}
              title={`#${channel.name}`}
              doors={doors}
            />
          </>
        )}
      </div>
      {modal !== undefined && <Modal key={modal.id} view={modal} workspace={workspace} persona={persona.id} />}
    </section>
  );
}
