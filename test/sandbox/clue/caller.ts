import assert from 'node:assert/strict';
import type { Account } from '../../../src/sandbox/clue/account.ts';
import type { LogRow } from '../../../src/sandbox/clue/place.ts';
import type { SandboxClue } from '../../../src/sandbox/clue/start-clue.ts';

type LoginBody = {
  readonly data: Readonly<Record<string, unknown>> & { readonly accessToken: string; readonly refreshToken: string };
};
export type EventsBody = { readonly code: number; readonly total: number; readonly data: readonly LogRow[] };
type ErrorBody = {
  readonly errors: readonly { readonly code: string; readonly details?: readonly { readonly field: string }[] }[];
};

/** What the server said: its status, and its body as JSON. */
export type Said = { readonly status: number; readonly body: unknown };

export async function post(clue: SandboxClue, path: string, body: unknown): Promise<Said> {
  const response = await fetch(clue.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

export function credentialsOf({ countryCode, phone, password, accountType, authDeviceType }: Account) {
  return { countryCode, phone, password, accountType, authDeviceType };
}

export function login(clue: SandboxClue, changed: Readonly<Record<string, unknown>> = {}): Promise<Said> {
  return post(clue, '/v1/accounts/login/phone', { ...credentialsOf(clue.account), ...changed });
}

/** Logs in, and gives both tokens. */
export async function tokensOf(clue: SandboxClue): Promise<{ readonly access: string; readonly refresh: string }> {
  const said = await login(clue);
  assert.equal(said.status, 200);
  const { data } = said.body as LoginBody;
  return { access: data.accessToken, refresh: data.refreshToken };
}

export async function ask(clue: SandboxClue, token: string, place: number | string = 178, query = ''): Promise<Said> {
  const response = await fetch(`${clue.url}/v1/events/places/${place}?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: response.status, body: await response.json() };
}

/** A page that must be granted. */
export async function pageOf(clue: SandboxClue, token: string, query = '', place = 178): Promise<EventsBody> {
  const said = await ask(clue, token, place, query);
  assert.equal(said.status, 200);
  return said.body as EventsBody;
}

/** The status and the code of a refusal: `401 a1028`. */
export function refusal(said: Said): string {
  return `${said.status} ${(said.body as ErrorBody).errors[0]?.code}`;
}

/** The fields that a refusal complains of. */
export function fieldsOf(said: Said): readonly string[] {
  return ((said.body as ErrorBody).errors[0]?.details ?? []).map((detail) => detail.field);
}
