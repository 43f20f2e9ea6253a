import type { Page, PageRequest } from '../door/page.ts';
import { failed, ok, type Problem, type Result } from '../door/problem.ts';
import { endpoint } from './endpoint.ts';
import { problemOfAnswer, tokenWasRefused } from './errors.ts';
import type { Log } from './log.ts';
import { readRows } from './rows.ts';
import type { Session } from './session.ts';
import type { Transport } from './transport.ts';
import { type Heard, hear } from './wire.ts';

/** Reads CLUe's log. */
export type ClueClient = {
  /**
   * One page of a place's log. After a refused token there is one renewal, then the answer or the problem. `signal`
   * gives the question up; what others wait for goes on.
   */
  page(request: PageRequest, signal?: AbortSignal): Promise<Result<Page>>;
};

export type ClueClientOptions = {
  /** CLUe's address, with or without a path of its own and a trailing slash. */
  readonly baseUrl: string;
  readonly session: Session;
  readonly transport: Transport;
  readonly log: Log;
};

export function createClueClient(options: ClueClientOptions): ClueClient {
  const { baseUrl, session, transport, log } = options;

  async function ask(request: PageRequest, token: string, signal: AbortSignal | undefined): Promise<Result<Heard>> {
    const url = endpoint(baseUrl, `/v1/events/places/${encodeURIComponent(request.place)}`, {
      page: String(request.page),
      size: String(request.size),
      sort: request.order === 'newest-first' ? 'id,desc' : 'id,asc',
      ...(request.from !== undefined && { startTime: timeText(request.from) }),
      ...(request.to !== undefined && { endTime: timeText(request.to) }),
    });
    const answer = await transport.ask({ method: 'GET', url, headers: proof(token), signal });
    return answer.ok ? ok(hear(answer.value)) : answer;
  }

  function read(request: PageRequest, heard: Heard): Result<Page> {
    if (!heard.ok) return failed(problemOfAnswer(heard));
    const rows = heard.data ?? (heard.total === 0 ? [] : undefined);
    if (!Array.isArray(rows)) {
      return failed({ kind: 'unreadable-answer', status: heard.status, detail: 'an answer without rows' });
    }
    const { events, bad } = readRows(rows, request.place);
    if (bad.length > 0) {
      log.warn('CLUe sent rows that cannot be read', {
        place: request.place,
        count: bad.length,
        rows: bad.slice(0, 5),
      });
    }
    // Without a `total`, a full page may have a next one.
    const more = rows.length >= request.size ? 1 : 0;
    const total = heard.total ?? request.page * request.size + rows.length + more;
    return ok({ total, events, malformed: bad.length });
  }

  return {
    async page(request, signal) {
      let last: Problem | undefined;
      for (let tries = 0; tries < 2; tries += 1) {
        const token = await session.token(signal);
        if (!token.ok) return token;
        const heard = await ask(request, token.value, signal);
        if (!heard.ok) return heard;
        if (!tokenWasRefused(heard.value)) {
          if (heard.value.ok) await session.tokenAccepted();
          return read(request, heard.value);
        }
        const standing = await session.tokenRefused(token.value);
        if (standing !== undefined) return failed(standing);
        const { code } = heard.value;
        last = { kind: 'not-allowed', ...(code !== undefined && { code }) };
      }
      return failed(last ?? { kind: 'not-allowed' });
    },
  };
}

/** CLUe counts from 1970 and has nothing before. */
const timeText = (at: number): string => String(Math.max(0, at));

/**
 * The token as header and as cookie: the vendor's own sample sends both. The cookie has the header's very value, space
 * included, as the vendor's has; only what would end or break a cookie (RFC 6265) is percent-encoded.
 */
function proof(token: string): Readonly<Record<string, string>> {
  const value = `Bearer ${token}`;
  return {
    authorization: value,
    cookie: `Authorization=${value.replace(/[^\x20-\x7e]|[;,"\\%]/gu, encodeURIComponent)}`,
  };
}
