import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import { isObject, type JsonObject, parseJson } from './json.ts';
import { meetFault } from './meet-fault.ts';
import type { News } from './news.ts';
import { TEAM } from './people.ts';
import type { Timers } from './timers.ts';
import type { Refusal } from './validate/message.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction: five uses within thirty minutes. */
const USES = 5;
const LIFE_MS = 30 * 60_000;

type Take = (body: JsonObject) => { readonly ok: true } | Refusal;
type Outcome = { readonly status: number; readonly error?: string; readonly messages?: readonly string[] };

export type ResponseUrls = {
  /** A new address that hands what is posted to it to `take`. */
  readonly issue: (kind: 'commands' | 'actions', channel: string, take: Take) => string;
  readonly answer: (path: string, body: string, response: ServerResponse) => void;
};

/** Keeps the response_urls and what is left of them. */
export function createResponseUrls(options: {
  readonly base: string;
  readonly now: () => number;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly timers: Timers;
  readonly tell: (news: News) => void;
}): ResponseUrls {
  const { now, faults, journal, timers, tell } = options;
  const issued = new Map<
    string,
    { readonly take: Take; readonly at: number; readonly channel: string; used: number }
  >();

  const use = (path: string, body: string): Outcome => {
    const url = issued.get(path);
    if (url === undefined) return { status: 404, error: 'invalid_url' };
    if (now() - url.at > LIFE_MS) return { status: 404, error: 'expired_url' };
    if (url.used >= USES) return { status: 404, error: 'used_url' };
    const parsed = parseJson(body);
    if (!isObject(parsed)) return { status: 400, error: 'invalid_payload' };
    const taken = url.take(parsed);
    if (!taken.ok) return { status: 400, error: taken.error, messages: taken.messages ?? [] };
    url.used += 1;
    return { status: 200 };
  };

  return {
    issue: (kind, channel, take) => {
      const path = `/${kind}/${TEAM.id}/${issued.size}/${randomBytes(12).toString('base64url')}`;
      issued.set(path, { take, at: now(), channel, used: 0 });
      return `${options.base}${path}`;
    },
    answer: (path, body, response) => {
      const channel = issued.get(path)?.channel;
      const where = channel === undefined ? {} : { channel };
      const write = ({ error, messages = [] }: Outcome): void => {
        const ok = error === undefined;
        const trouble = { ...(ok ? {} : { error }), ...(messages.length === 0 ? {} : { messages }) };
        journal.write({ method: 'response_url', at: now(), ok, ...where, ...trouble });
        tell({ kind: 'called', method: 'response_url', ok });
      };
      const finish = (outcome: Outcome): void => {
        const { status, error, messages = [] } = outcome;
        write(outcome);
        if (error !== undefined) tell({ kind: 'refused', method: 'response_url', error, messages, ...where });
        const asJson = status === 404;
        response.writeHead(status, { 'Content-Type': asJson ? 'application/json' : 'text/plain' });
        response.end(asJson ? JSON.stringify({ ok: false, error }) : (error ?? 'ok'));
      };
      const fault = faults.take('response_url', channel);
      if (fault === undefined) {
        finish(use(path, body));
        return;
      }
      const call = {
        response,
        act: () => use(path, body),
        finish,
        refuse: (error: string) => finish({ status: 400, error }),
        tooMany: (retryAfterS: number) => {
          write({ status: 429, error: 'ratelimited' });
          response.writeHead(429, { 'Retry-After': String(retryAfterS) });
          response.end();
        },
        lost: (error: string) => write({ status: 0, error }),
      };
      meetFault(fault, call, timers);
    },
  };
}
