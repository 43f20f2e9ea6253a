import type { IncomingMessage } from 'node:http';

/** Why a request is not heard, for whoever sent it. */
export type Refused = { readonly status: 403 | 415; readonly error: string };

/**
 * Lets in what the page itself asks, and nothing else: other web sites can send requests to 127.0.0.1 from the same
 * browser, and a name of theirs can be pointed here (DNS rebinding).
 *
 * @param port the port this server listens on.
 */
export function refusalOf({ method, headers }: IncomingMessage, port: number): Refused | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = headers;
  if (!hosts.includes(host.toLowerCase())) {
    return { status: 403, error: `This page answers to ${hosts.join(' and ')} only.` };
  }
  if (method === 'GET' || method === 'HEAD') return undefined;
  const site = headers['sec-fetch-site'] ?? 'same-origin';
  // A browser names the origin with every POST, so one that is missing is no page of ours either.
  if (origin !== `http://${host}` || site !== 'same-origin') {
    return { status: 403, error: 'Only the page itself may do things here: the Origin must be its own address.' };
  }
  // A form, or a script that asks nobody for leave, cannot send this type to another site.
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    return { status: 415, error: 'What is to be done comes as application/json.' };
  }
  return undefined;
}

/** What every answer says to the browser: nothing from any network, no frames, no guessing, no keeping. */
export const GUARDED: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};
