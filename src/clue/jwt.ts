import { z } from 'zod';
import { parseJson } from './json.ts';

/** How long a token of unknown life is trusted: the life that the vendor's sample shows, one hour. */
export const DEFAULT_LIFE_MS = 3_600_000;

const Claims = z.object({ exp: z.number(), iat: z.number() });

/**
 * A token's life in milliseconds: `exp - iat`, which no clock of ours can falsify. One hour where the token is no JWT,
 * lacks either, or contradicts itself.
 */
export function lifeOfToken(token: string): number {
  const payload = token.split('.')[1];
  if (payload === undefined) return DEFAULT_LIFE_MS;
  const json = parseJson(Buffer.from(payload, 'base64url').toString('utf8'));
  const claims = Claims.safeParse(json.kind === 'json' ? json.value : undefined);
  if (!claims.success) return DEFAULT_LIFE_MS;
  const lifeMs = (claims.data.exp - claims.data.iat) * 1000;
  return Number.isFinite(lifeMs) && lifeMs > 0 ? lifeMs : DEFAULT_LIFE_MS;
}
