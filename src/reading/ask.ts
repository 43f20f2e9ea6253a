import type { Page, PageRequest } from '../door/page.ts';
import { failed, type Result } from '../door/problem.ts';
import type { Gate } from './gate.ts';
import { pause } from './pause.ts';

/** The doors' log, page by page. */
export interface PagedLog {
  page(request: PageRequest, signal?: AbortSignal): Promise<Result<Page>>;
}

/** Asks for one page, in its turn. */
export type Ask = (request: PageRequest) => Promise<Result<Page>>;

/** A rate limit is waited for so often, and at most so long each time, in milliseconds. */
const WAITS = 3;
const LONGEST_WAIT_MS = 10_000;

export type AskOptions = {
  readonly log: PagedLog;
  readonly gate: Gate;
  /** Whoever asks; all requests of one asker stand in one line. */
  readonly asker: object;
  readonly signal: AbortSignal;
};

/** Asks through the gate. Nobody stays behind it who waits for a rate limit to pass. */
export function askThrough({ log, gate, asker, signal }: AskOptions): Ask {
  return async (request) => {
    for (let waits = 0; ; waits += 1) {
      const answer = await gate.pass(asker, () => log.page(request, signal), signal);
      if (answer === undefined) return failed({ kind: 'timeout', afterMs: 0 });
      if (answer.ok || answer.problem.kind !== 'rate-limited') return answer;
      if (waits === WAITS || answer.problem.retryAfterMs > LONGEST_WAIT_MS) return answer;
      await pause(answer.problem.retryAfterMs, signal);
    }
  };
}

/** A log of which every page is asked for in turn with all others that pass this gate. */
export function throughGate(log: PagedLog, gate: Gate): PagedLog {
  const asker = {};
  const never = new AbortController().signal;
  return {
    page: async (request, signal) =>
      (await gate.pass(asker, () => log.page(request, signal), signal ?? never)) ??
      failed({ kind: 'timeout', afterMs: 0 }),
  };
}
