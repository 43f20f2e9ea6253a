/** One request, without its body and its headers: both carry secrets. */
export type JournalEntry = {
  readonly method: string;
  readonly path: string;
  /** The query as it came, without the question mark: `page=0&size=256`. */
  readonly query: string;
  /** When it came, by the server's clock, in Unix milliseconds. */
  readonly at: number;
  /** Absent while there is no answer: a connection that hangs or was reset never gets one. */
  readonly status?: number;
};

export type Journal = {
  readonly entries: () => readonly JournalEntry[];
  /** Notes a request; the returned function notes its answer. */
  readonly begin: (request: Omit<JournalEntry, 'status'>) => (status: number) => void;
};

/** A demo may run for days; tests ask for far less than this. */
const KEPT = 10_000;

export function createJournal(): Journal {
  const entries: JournalEntry[] = [];
  return {
    entries: () => [...entries],
    begin(request) {
      let entry: JournalEntry = request;
      entries.push(entry);
      if (entries.length > KEPT) entries.shift();
      return (status) => {
        const index = entries.lastIndexOf(entry);
        entry = { ...request, status };
        if (index >= 0) entries[index] = entry;
      };
    },
  };
}
