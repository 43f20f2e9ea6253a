/** One call to the Web API or to a response_url. It never holds a token. */
export type Entry = {
  readonly method: string;
  /** When it came, in milliseconds since 1970 by the workspace's clock. */
  readonly at: number;
  readonly ok: boolean;
  /** Slack's word, or what befell the connection. */
  readonly error?: string;
  readonly channel?: string;
  /** Slack's own lines on what it refused. */
  readonly messages?: readonly string[];
};

export type Journal = {
  readonly write: (entry: Entry) => void;
  readonly entries: () => readonly Entry[];
  /** How many calls were answered with 429. */
  readonly refusals: () => number;
};

/** Writes down every call. The last 20,000 are kept, so that a demo can run for days. */
export function createJournal(): Journal {
  const kept: Entry[] = [];
  let refusals = 0;
  return {
    write: (entry) => {
      if (entry.error === 'ratelimited') refusals += 1;
      kept.push(entry);
      if (kept.length > 20_000) kept.splice(0, 10_000);
    },
    entries: () => [...kept],
    refusals: () => refusals,
  };
}
