import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** `ac` is an access token, `re` a refresh token: the words of the vendor's own `ttc` claim. */
export type TokenUse = 'ac' | 're';
export type Verdict = 'good' | 'invalid' | 'expired';

export type Tokens = {
  /** A new token of the account, alive from now on. */
  readonly issue: (use: TokenUse, accountId: number) => string;
  /** Checks the signature, the use, the expiry by the server's clock, and whether it was called back. */
  readonly judge: (token: string, use: TokenUse) => Verdict;
  /** Every token of this use that was issued until now counts as expired. */
  readonly expire: (use: TokenUse) => void;
  /** Every token that was issued until now counts as invalid. */
  readonly revoke: () => void;
};

type Claims = { readonly ttc: string; readonly exp: number; readonly iat: number; readonly jti: number };

const REFRESH_LIFE_S = 31_536_000;

/**
 * Issues real HS256 JWTs with the header and the claims of the vendor's sample (`ttc dtc exp ric iat`), and
 * one claim more: `jti`, a running number, so that two logins within one second get two different tokens.
 *
 * @param accessLifeS `exp - iat` of an access token, in seconds; a refresh token lives a year, as in the sample.
 */
export function createTokens(now: () => number, accessLifeS: number): Tokens {
  const secret = randomBytes(32);
  const expiredUpTo = { ac: 0, re: 0 };
  let revokedUpTo = 0;
  let issued = 0;

  const sign = (text: string) => createHmac('sha256', secret).update(text).digest();

  return {
    issue(use, accountId) {
      issued += 1;
      const iat = Math.floor(now() / 1000);
      const exp = iat + (use === 'ac' ? accessLifeS : REFRESH_LIFE_S);
      const claims = { ttc: use, dtc: 'ma', exp, ric: accountId, iat, jti: issued };
      const text = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(claims)}`;
      return `${text}.${sign(text).toString('base64url')}`;
    },
    judge(token, use) {
      const [header, payload, signature, ...more] = token.split('.');
      if (header === undefined || payload === undefined || signature === undefined || more.length > 0) return 'invalid';
      const given = Buffer.from(signature, 'base64url');
      const right = sign(`${header}.${payload}`);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return 'invalid';
      const claims = claimsOf(payload);
      if (claims.ttc !== use || claims.jti <= revokedUpTo) return 'invalid';
      return claims.jti <= expiredUpTo[use] || now() >= claims.exp * 1000 ? 'expired' : 'good';
    },
    expire(use) {
      expiredUpTo[use] = issued;
    },
    revoke() {
      revokedUpTo = issued;
    },
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Safe to read as it is: only payloads that carry our own signature come here. */
function claimsOf(payload: string): Claims {
  const claims: Claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  return claims;
}
