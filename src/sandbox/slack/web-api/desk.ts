import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from '../faults.ts';
import type { Journal } from '../journal.ts';
import { type JsonObject, textOf } from '../json.ts';
import { meetFault } from '../meet-fault.ts';
import type { News } from '../news.ts';
import type { Rates } from '../rates.ts';
import type { Timers } from '../timers.ts';
import { lacking, type Method, type Office, type Reply, refuse } from './method.ts';
import { METHODS } from './methods.ts';
import { readCall } from './read-call.ts';

export type DeskOptions = {
  readonly office: Office;
  readonly tokens: { readonly bot: string; readonly app: string };
  readonly faults: Faults;
  readonly rates: Rates;
  readonly journal: Journal;
  readonly timers: Timers;
  readonly tell: (news: News) => void;
  readonly now: () => number;
};

/** Answers Web API calls: faults first, then Slack's own order of refusals, then the method. */
export function createWebApi(options: DeskOptions) {
  const { office, tokens, faults, rates, journal, timers, tell, now } = options;

  const write = (name: string, args: JsonObject, reply: Reply | { readonly lost: string }): void => {
    const channel = textOf(args.channel);
    const error = 'lost' in reply ? reply.lost : reply.ok ? undefined : reply.error;
    const messages = 'lost' in reply || reply.ok ? [] : (reply.messages ?? []);
    const where = channel === undefined ? {} : { channel };
    const ok = error === undefined;
    journal.write({
      method: name,
      at: now(),
      ok,
      ...where,
      ...(error === undefined ? {} : { error }),
      ...(messages.length === 0 ? {} : { messages }),
    });
    tell({ kind: 'called', method: name, ok });
    if (error !== undefined && !('lost' in reply)) tell({ kind: 'refused', method: name, error, messages, ...where });
  };

  const carryOut = (name: string, method: Method | undefined, token: string | undefined, args: JsonObject): Reply => {
    if (method === undefined) return { ok: false, error: 'unknown_method', more: { req_method: name } };
    if (token === undefined || token === '') return refuse('not_authed');
    if (token !== tokens.bot && token !== tokens.app) return refuse('invalid_auth');
    if (token !== tokens[method.token]) return refuse('not_allowed_token_type');
    return (method.scope === undefined ? undefined : lacking(office, method.scope)) ?? method.run(args, office);
  };

  return (request: IncomingMessage, response: ServerResponse, url: URL, body: string): void => {
    const name = url.pathname.slice('/api/'.length);
    const method = METHODS.get(name);
    const { args, token, error } = readCall(request, url, body);
    const act = (): Reply => (error === undefined ? carryOut(name, method, token, args) : refuse(error));
    const fault = faults.take(name, textOf(args.channel));
    const tooMany = (retryAfterS: number): void => {
      write(name, args, refuse('ratelimited'));
      const headers = { 'Retry-After': String(retryAfterS) };
      send(response, 429, { ok: false, error: 'ratelimited' }, headers);
    };
    const end = (reply: Reply): void => {
      write(name, args, reply);
      finish(response, reply, office);
    };
    if (fault !== undefined) {
      const lost = (word: string) => write(name, args, { lost: word });
      const call = { response, act, finish: end, refuse: (word: string) => end(refuse(word)), tooMany, lost };
      meetFault(fault, call, timers);
      return;
    }
    const mayCall = method !== undefined && token === tokens[method.token];
    const wait = mayCall
      ? rates.take({ method: name, tier: method.tier, channel: textOf(args.channel) ?? '' })
      : undefined;
    if (wait === undefined) end(act());
    else tooMany(wait);
  };
}

function finish(response: ServerResponse, reply: Reply, office: Office): void {
  const scopes = { 'X-OAuth-Scopes': [...office.scopes].join(',') };
  if (reply.ok) {
    send(response, 200, { ok: true, ...reply.body }, scopes);
    return;
  }
  const { error, messages, more } = reply;
  const where = messages === undefined ? {} : { errors: messages.map(bare), response_metadata: { messages } };
  send(response, 200, { ok: false, error, ...more, ...where }, scopes);
}

const bare = (message: string): string => message.replace(/^\[ERROR\] /, '');

function send(
  response: ServerResponse,
  status: number,
  body: JsonObject,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
