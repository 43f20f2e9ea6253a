import { failed, ok, type Problem, type Result } from '../door/problem.ts';
import type { Credentials } from './credentials.ts';
import { endpoint } from './endpoint.ts';
import { problemOfAnswer, type Refusal, refusalOfLogin } from './errors.ts';
import type { Transport } from './transport.ts';
import { type Grant, grantIn, type Heard, hear } from './wire.ts';

export type Login = Extract<Credentials, { readonly kind: 'login' }>;

/** How an attempt at a new token ended. */
export type SignedIn =
  | { readonly kind: 'granted'; readonly by: 'login' | 'refresh'; readonly access: string; readonly refresh?: string }
  | ({ readonly kind: 'refused' } & Refusal)
  | { readonly kind: 'failed'; readonly problem: Problem };

export type SignInRequest = {
  readonly transport: Transport;
  readonly baseUrl: string;
  readonly login: Login;
  /** Tried first, where there is one. */
  readonly refresh: string | undefined;
  readonly signal: AbortSignal;
};

/**
 * Gets a new access token: by the refresh token where there is one and CLUe takes it, else by one login. Where CLUe
 * asks for patience at the first, the second is left out.
 */
export async function signIn(request: SignInRequest): Promise<SignedIn> {
  const { transport, baseUrl, login, refresh, signal } = request;
  const post = async (path: string, body: unknown): Promise<Result<Heard>> => {
    const answer = await transport.ask({ method: 'POST', url: endpoint(baseUrl, path), body, signal });
    return answer.ok ? ok(hear(answer.value)) : answer;
  };
  if (refresh !== undefined) {
    const renewed = await post('/v1/accounts/access-token', { refreshToken: refresh });
    if (renewed.ok && renewed.value.ok) {
      const { accessToken, refreshToken = refresh } = grantIn(renewed.value.data);
      if (accessToken !== undefined)
        return { kind: 'granted', by: 'refresh', access: accessToken, refresh: refreshToken };
    }
    if (renewed.ok && renewed.value.status === 429) return { kind: 'failed', problem: problemOfAnswer(renewed.value) };
    if (signal.aborted) return { kind: 'failed', problem: { kind: 'unreachable', detail: 'the session is closed' } };
  }
  const { countryCode, phone, password, accountType, authDeviceType } = login;
  const body = { countryCode, phone, password, accountType, authDeviceType };
  const answer = await post('/v1/accounts/login/phone', body);
  if (!answer.ok) return { kind: 'failed', problem: answer.problem };
  const grant = grantIn(answer.value.data);
  const refusal = refusalOfLogin(answer.value, grant.accountStatus);
  if (refusal !== undefined) return { kind: 'refused', ...refusal };
  const access = accessTokenOf(answer.value, grant);
  if (!access.ok) return { kind: 'failed', problem: access.problem };
  const { refreshToken } = grant;
  return {
    kind: 'granted',
    by: 'login',
    access: access.value,
    ...(refreshToken !== undefined && { refresh: refreshToken }),
  };
}

function accessTokenOf(heard: Heard, grant: Grant): Result<string> {
  if (!heard.ok) return failed(problemOfAnswer(heard));
  if (grant.accessToken !== undefined) return ok(grant.accessToken);
  return failed({ kind: 'unreadable-answer', status: heard.status, detail: 'a login without an access token' });
}
