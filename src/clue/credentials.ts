import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/** How the bot proves who it is: the account's login, or the fixed API key of later CLUe services. */
export type Credentials =
  | {
      readonly kind: 'login';
      readonly countryCode: string;
      readonly phone: string;
      readonly password: string;
      readonly accountType: string;
      readonly authDeviceType: string;
    }
  | { readonly kind: 'api-key'; readonly key: string };

/** A configuration's fingerprint and the salt it was made with, both base64. */
export type Fingerprint = { readonly salt: string; readonly hash: string };

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/**
 * As much work as Node's default (N = 16,384) and more, in a quarter of its memory: the allocator gives the default's
 * 16 MB per thread back to nobody, and the bot would carry them for ever.
 */
const COST: ScryptOptions = { N: 4_096, r: 8, p: 5 };

/**
 * Tells one configuration from another without storing it. Phone numbers and passwords are short enough to be guessed
 * from a plain hash, so the fingerprint is scrypt's, with a salt of its own.
 *
 * @param salt the salt of an earlier fingerprint to compare with; a new one where it is left out.
 */
export async function fingerprintOf(credentials: Credentials, baseUrl: string, salt?: string): Promise<Fingerprint> {
  const bytes = salt === undefined ? randomBytes(16) : Buffer.from(salt, 'base64');
  const parts =
    credentials.kind === 'api-key'
      ? [credentials.kind, credentials.key]
      : [
          credentials.kind,
          credentials.countryCode,
          credentials.phone,
          credentials.password,
          credentials.accountType,
          credentials.authDeviceType,
        ];
  const hash = await derive(JSON.stringify([baseUrl, ...parts]), bytes, 32, COST);
  return { salt: bytes.toString('base64'), hash: hash.toString('base64') };
}
