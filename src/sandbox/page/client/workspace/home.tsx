import { useCallback, useEffect, useMemo, useState } from 'react';
import { objectsOf } from '../../../slack/json.ts';
import type { WorkspaceState } from '../../state.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { OnBlocks } from '../elements/on-blocks.tsx';
import type { Values } from '../elements/state.ts';
import type { Press } from '../elements/surface.ts';
import { useAct } from '../server/acting.ts';
import { knownIn } from './known.ts';
import { Trouble } from './trouble.tsx';

type HomeProps = { readonly workspace: WorkspaceState; readonly persona: string };

/** The bot's Home tab. Opening it tells the bot, which publishes it. */
export function Home({ workspace, persona }: HomeProps) {
  const act = useAct();
  const [values, setValues] = useState<Values>({});
  const { users, channels } = useMemo(() => knownIn(workspace, persona), [workspace, persona]);
  const view = workspace.homes.find((home) => home.user === persona);
  const press = useCallback(
    (pressed: Press) => void act({ do: 'press', user: persona, on: 'home', ...pressed }),
    [act, persona],
  );
  useEffect(() => void act({ do: 'open-home', user: persona }), [act, persona]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="home" aria-label="Home tab" tabIndex={0}>
      <Trouble workspace={workspace} persona={persona} />
      {view === undefined ? (
        <p className="empty">
          The bot has published no Home tab for you. What it writes to you alone is under Messages.
        </p>
      ) : (
        <OnBlocks press={press} values={values} onValues={setValues} users={users} channels={channels}>
          <Blocks of={objectsOf(view.shown.blocks)} />
        </OnBlocks>
      )}
    </section>
  );
}
