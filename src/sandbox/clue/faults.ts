/** What goes wrong. */
type Trouble =
  /** The answer comes this much later; other faults can join. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** An error in the usual envelope. */
  | { readonly kind: 'http'; readonly status: 500 | 502 | 503 | 504 }
  /** Half of the JSON, in an HTTP answer that is whole. */
  | { readonly kind: 'cut-off' }
  /** Half of the JSON, then the connection breaks. */
  | { readonly kind: 'broken-off' }
  /** A proxy's page in place of the answer; its status is 200 unless given. */
  | { readonly kind: 'html'; readonly status?: number }
  | { readonly kind: 'empty' }
  /** 401 a1028, however good the token is. */
  | { readonly kind: 'unauthorized' }
  /** 401 a1011 to whoever would renew a session. */
  | { readonly kind: 'refresh-refused' }
  | { readonly kind: 'rate-limited'; readonly retryAfterS: number }
  /** The connection is reset before a byte of the answer. */
  | { readonly kind: 'reset' }
  /** No answer at all, until the fault is ended (then the connection breaks) or the caller gives up. */
  | { readonly kind: 'hang' };

/** A fault on request. Without a scope it meets every request; without an end it lasts until it is taken back. */
export type Fault = Trouble & {
  /** Only requests whose path begins so: `/v1/events`, `/v1/accounts/login`. */
  readonly path?: string;
  /** Only requests about this place. */
  readonly place?: number;
  /** Ends after it met so many requests. */
  readonly times?: number;
  /** Ends so many milliseconds after it was asked for, by the server's clock. */
  readonly forMs?: number;
};

/** The faults as tests and the demo ask for them. */
export type Faults = {
  /** Begins a fault; the returned function ends it. */
  readonly add: (fault: Fault) => () => void;
  /** Ends all faults. */
  readonly clear: () => void;
  /** The faults that would meet a request now, in the order they were asked for. */
  readonly active: () => readonly Fault[];
};

/** What the faults do to one request. */
export type Spoiling = {
  readonly slowMs: number;
  readonly fault?: Exclude<Fault, { kind: 'slow' }>;
  /** Registers what is to happen when the fault is taken back; at once when it already was. */
  readonly whenEnded: (task: () => void) => void;
};

export type FaultDesk = Faults & {
  /** Counts the request against the faults that meet it. Of several spoiling ones the oldest wins. */
  readonly meet: (request: { readonly path: string; readonly place?: number }) => Spoiling;
};

const RENEWALS: readonly string[] = ['/v1/accounts/access-token', '/v1/accounts/refresh-token'];

type Entry = { readonly fault: Fault; readonly untilMs: number; left: number };

export function createFaultDesk(now: () => number): FaultDesk {
  const entries = new Map<Entry, (() => void)[]>();
  const lasting = () => [...entries.keys()].filter((entry) => entry.left > 0 && now() < entry.untilMs);

  const end = (entry: Entry) => {
    const tasks = entries.get(entry) ?? [];
    entries.delete(entry);
    for (const task of tasks) task();
  };

  return {
    add(fault) {
      const untilMs = fault.forMs === undefined ? Number.POSITIVE_INFINITY : now() + fault.forMs;
      const entry: Entry = { fault, untilMs, left: fault.times ?? Number.POSITIVE_INFINITY };
      entries.set(entry, []);
      return () => end(entry);
    },
    clear() {
      for (const entry of [...entries.keys()]) end(entry);
    },
    active: () => lasting().map((entry) => entry.fault),
    meet(request) {
      const meeting = lasting().filter(({ fault }) => isMet(fault, request));
      const slow = meeting.filter(({ fault }) => fault.kind === 'slow');
      const spoiler = meeting.find(({ fault }) => fault.kind !== 'slow');
      for (const entry of slow) entry.left -= 1;
      if (spoiler !== undefined) spoiler.left -= 1;
      const slowMs = slow.reduce((sum, { fault }) => sum + (fault.kind === 'slow' ? fault.ms : 0), 0);
      const fault = spoiler?.fault;
      return {
        slowMs,
        ...(fault !== undefined && fault.kind !== 'slow' && { fault }),
        whenEnded(task) {
          const tasks = spoiler === undefined ? undefined : entries.get(spoiler);
          if (tasks === undefined) task();
          else tasks.push(task);
        },
      };
    },
  };
}

function isMet(fault: Fault, request: { readonly path: string; readonly place?: number }): boolean {
  if (fault.kind === 'refresh-refused' && !RENEWALS.includes(request.path)) return false;
  if (fault.path !== undefined && !request.path.startsWith(fault.path)) return false;
  return fault.place === undefined || fault.place === request.place;
}
