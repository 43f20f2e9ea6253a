/** What goes wrong with a call. */
export type FaultKind =
  /** The answer is this status, with a page of HTML; the call is not carried out. */
  | { readonly kind: 'http-500' }
  | { readonly kind: 'http-503' }
  | { readonly kind: 'rate-limited'; readonly retryAfterS: number }
  /** The connection is torn down; the call is not carried out. */
  | { readonly kind: 'reset' }
  /** Nothing is said for `ms`, then the connection is torn down; the call is not carried out. */
  | { readonly kind: 'hang'; readonly ms: number }
  /** Carried out at once, answered after `ms`. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Carried out at once, then the connection is torn down: the caller cannot know. */
  | { readonly kind: 'lost-answer' }
  /** Carried out after `ms`, and never answered, whether or not the caller still waits. */
  | { readonly kind: 'late-commit'; readonly ms: number }
  /** Slack answers this error word; the call is not carried out. */
  | { readonly kind: 'error'; readonly error: string };

export type Fault = FaultKind & {
  /** A Web API method, or `response_url`; every one when left out. */
  readonly method?: string;
  /** Only calls on this channel. */
  readonly channel?: string;
  /** How many calls it meets before it ends; until it is ended when left out. */
  readonly times?: number;
};

export type Faults = {
  /** Sets a fault; the answer ends it. Where several fit a call, the one set first meets it. */
  readonly set: (fault: Fault) => () => void;
  /** Ends every fault. */
  readonly clear: () => void;
  readonly standing: () => readonly Fault[];
  /** The fault that meets this call, counted. */
  readonly take: (method: string, channel: string | undefined) => Fault | undefined;
};

/** Keeps the faults that were asked for. */
export function createFaults(): Faults {
  const standing = new Map<Fault, number>();
  return {
    set: (given) => {
      const fault = { ...given };
      standing.set(fault, fault.times ?? Infinity);
      return () => standing.delete(fault);
    },
    clear: () => standing.clear(),
    standing: () => [...standing.keys()],
    take: (method, channel) => {
      for (const [fault, left] of standing) {
        if (fault.method !== undefined && fault.method !== method) continue;
        if (fault.channel !== undefined && fault.channel !== channel) continue;
        if (left <= 1) standing.delete(fault);
        else standing.set(fault, left - 1);
        return fault;
      }
      return undefined;
    },
  };
}
