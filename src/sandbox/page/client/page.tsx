import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Doing } from '../state.ts';
import { Building } from './building/building.tsx';
import { useKept } from './reading/kept.ts';
import { readerOf } from './reading/reader.ts';
import { Reading } from './reading/reading.ts';
import { Acting } from './server/acting.ts';
import { useFeed } from './server/feed.ts';
import { send } from './server/send.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import { Workspace } from './workspace/workspace.tsx';

/** The whole page: the workspace and the building, side by side or, on a phone, one at a time. */
export function Page() {
  const { state, isConnected, aheadMs } = useFeed();
  const [half, setHalf] = useKept('half', 'workspace');
  const [wanted, setPersona] = useKept('persona', '');
  const [trouble, setTrouble] = useState('');
  const now = useNow() + aheadMs;
  const act = useCallback(async (doing: Doing) => {
    const answer = await send(doing);
    // A modal shows its own errors at its inputs, and nobody asked for a mark of what is read.
    const isShown = !answer.ok && answer.errors === undefined && doing.do !== 'read';
    setTrouble(isShown ? answer.error : '');
    return answer;
  }, []);
  const workspace = state?.workspace;
  const persona = workspace?.personas.find((one) => one.id === wanted) ?? workspace?.personas[0];
  const minute = Math.floor(now / 60_000) * 60_000;
  const users = workspace?.users;
  const channels = workspace?.channels;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names come from users and channels alone, not from what is said.
  const reader = useMemo(
    () => (workspace === undefined || persona === undefined ? undefined : readerOf(persona, workspace, minute)),
    [users, channels?.length, persona, minute],
  );
  if (state === undefined || persona === undefined || reader === undefined) {
    return (
      <p className="waiting">{isConnected ? 'Asking the sandbox…' : 'The sandbox does not answer. Trying again…'}</p>
    );
  }
  return (
    <Acting value={act}>
      <Reading value={reader}>
        <header className="top">
          <h1>Door Watch</h1>
          <div className="halves">
            {(['workspace', 'building'] as const).map((name) => (
              <button
                key={name}
                type="button"
                className="tab"
                aria-pressed={half === name}
                onClick={() => setHalf(name)}
              >
                {name === 'workspace' ? 'Workspace' : 'Building'}
              </button>
            ))}
          </div>
          <a href="/gallery">Gallery</a>
          <ThemeSwitch />
        </header>
        {!isConnected && (
          <p className="banner" role="alert">
            The sandbox does not answer. Trying again…
          </p>
        )}
        {trouble !== '' && (
          <p className="banner" role="alert">
            {trouble}{' '}
            <button type="button" className="button button-small" onClick={() => setTrouble('')}>
              Dismiss
            </button>
          </p>
        )}
        <main className={`split split-${half}`}>
          <Workspace state={state} persona={persona} onPersona={setPersona} now={minute} />
          <Building state={state} now={now} />
        </main>
      </Reading>
    </Acting>
  );
}

/** This machine's clock, once a second, in milliseconds since 1970. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const beat = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(beat);
  }, []);
  return now;
}
