import { z } from 'zod';

/** CLUe's base URL, without a trailing slash. */
export const clueUrl = z.string().transform((text, context) => checked(text, context).href.replace(/\/+$/, ''));

/** Slack's API base, with the trailing slash that Slack's own client needs to append a method's name. */
export const slackUrl = z.string().transform((text, context) => checked(text, context).href.replace(/\/*$/, '/'));

/** The address itself is never repeated in a fault: people have put passwords into addresses. */
function checked(text: string, context: z.RefinementCtx): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const fault = url === undefined ? 'is not an address: it must look like https://host.example' : faultOf(url);
  if (url !== undefined && fault === undefined) return url;
  context.addIssue({ code: 'custom', message: fault ?? 'is not an address' });
  return z.NEVER;
}

function faultOf(url: URL): string | undefined {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https://';
  if (url.username !== '' || url.password !== '') return 'must not carry a user name or a password: take them out';
  if (url.search !== '' || url.hash !== '') return 'must end with its path: take out what begins with ? or #';
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return 'would send secrets unencrypted: use https:// (plain http:// is for this machine alone, as in http://127.0.0.1:8080)';
  }
  return undefined;
}

/** Whether a URL's host name can only mean this machine. `URL` has already written 127.1 out as 127.0.0.1. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
