import type { IncomingMessage } from 'node:http';
import { isObject, type JsonObject, parseJson, textOf } from '../json.ts';

/** A call as it came in. */
export type RawCall = {
  readonly args: JsonObject;
  /** From the Authorization header, or from the form. A JSON body cannot carry it, as at Slack. */
  readonly token: string | undefined;
  /** What is wrong with the body, in Slack's word. */
  readonly error?: string;
};

/** No body of a bot comes near this, in bytes; an uploaded file may be large. */
const BODY_ENDS_AT = 64_000_000;

/** Reads the body to its end; `undefined` where it is larger than any honest one. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size > BODY_ENDS_AT) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Reads the arguments of a Web API call: a query, a form, or JSON. */
export function readCall(request: IncomingMessage, url: URL, body: string): RawCall {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const query: JsonObject = Object.fromEntries(url.searchParams);
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json') {
    const parsed = body === '' ? {} : parseJson(body);
    if (parsed === undefined) return { args: {}, token: bearer, error: 'invalid_json' };
    if (!isObject(parsed)) return { args: {}, token: bearer, error: 'json_not_object' };
    const { token: _token, ...args } = parsed;
    return { args: { ...query, ...args }, token: bearer };
  }
  if (body !== '' && type === '') return { args: {}, token: bearer, error: 'missing_post_type' };
  if (body !== '' && type !== 'application/x-www-form-urlencoded') {
    return { args: {}, token: bearer, error: 'invalid_post_type' };
  }
  const { token, ...args }: JsonObject = { ...query, ...Object.fromEntries(new URLSearchParams(body)) };
  return { args, token: bearer ?? textOf(token) };
}
