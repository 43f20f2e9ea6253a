import { z } from 'zod';

/** The address itself is never repeated in a fault: people have put passwords into addresses. */
const url = z.string().superRefine((text, context) => {
  const fault = faultOf(text);
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
});

/** CLUe's base URL, without a trailing slash. */
export const clueUrl = url.transform((text) => new URL(text).href.replace(/\/+$/, ''));

/** Slack's API base, with the trailing slash that Slack's own client needs to append a method's name. */
export const slackUrl = url.transform((text) => new URL(text).href.replace(/\/*$/, '/'));

function faultOf(text: string): string | undefined {
  if (!URL.canParse(text)) return 'is not an address: it must look like https://host.example';
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return 'must begin with https://';
  if (username !== '' || password !== '') return 'must not carry a user name or a password: take them out';
  if (search !== '' || hash !== '') return 'must end with its path: take out what begins with ? or #';
  if (protocol === 'http:' && !isLoopback(hostname)) {
    return 'would send secrets unencrypted: use https:// (plain http:// is for this machine alone, as in http://127.0.0.1:8080)';
  }
  return undefined;
}

/** Whether a URL's host name can only mean this machine. `URL` has already written 127.1 out as 127.0.0.1. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
