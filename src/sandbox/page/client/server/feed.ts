import { useEffect, useState } from 'react';
import type { PageState } from '../../state.ts';
import { keepSame } from './same.ts';

export type Feed = {
  readonly state: PageState | undefined;
  readonly isConnected: boolean;
  /** How far the server's clock is ahead of this one, in milliseconds. */
  readonly aheadMs: number;
};

/** What the server says the page shows, kept up to date for as long as the page stands. */
export function useFeed(): Feed {
  const [feed, setFeed] = useState<Feed>({ state: undefined, isConnected: true, aheadMs: 0 });
  useEffect(() => {
    // A server that was started again counts its versions anew, so a version tells old from new in one connection only.
    let newest = -1;
    const take = (text: string) => {
      const next: PageState = JSON.parse(text);
      if (next.version < newest) return;
      newest = next.version;
      setFeed(({ state }) => ({
        state: state === undefined ? next : keepSame(state, next),
        isConnected: true,
        aheadMs: next.now - Date.now(),
      }));
    };
    const load = async () => {
      newest = -1;
      const answer = await fetch('/state').catch(() => undefined);
      if (answer?.ok === true) take(await answer.text());
    };
    const events = new EventSource('/events');
    events.onopen = () => void load();
    events.onmessage = ({ data }) => take(String(data));
    events.onerror = () => setFeed((before) => ({ ...before, isConnected: false }));
    return () => events.close();
  }, []);
  return feed;
}
