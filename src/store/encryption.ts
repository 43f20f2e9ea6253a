import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyvEncryptionAdapter } from 'keyv';
import { StoreError } from './errors.ts';

/** Says how a value is sealed, so that another way can come beside it. Plain values are JSON and begin with a brace. */
const SEAL = 'aes-256-gcm.1:';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Whether a value, as it lies in the store, is encrypted. */
export const isSealed = (stored: string): boolean => stored.startsWith(SEAL);

/**
 * Encrypts what Keyv stores with AES-256-GCM: a nonce of its own for each value, and a seal that any change breaks.
 * Without a key it writes plain values, and refuses to read encrypted ones.
 *
 * @param key 32 bytes.
 */
export function encryptionWith(key: Buffer | undefined): KeyvEncryptionAdapter {
  return {
    encrypt: (text) => (key === undefined ? text : seal(text, key)),
    decrypt: (stored) => {
      if (!isSealed(stored)) return stored;
      if (key !== undefined) return unseal(stored, key);
      throw new StoreError('The store is encrypted: set STORE_KEY to the key that it was written with.');
    },
  };
}

function seal(text: string, key: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(SEAL));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return SEAL + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

function unseal(stored: string, key: Buffer): string {
  const bytes = Buffer.from(stored.slice(SEAL.length), 'base64');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(SEAL)).setAuthTag(tag);
    const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    throw new StoreError(
      'The store was written with another STORE_KEY, or its file is damaged: set STORE_KEY to the key that it was written with, or bring the file back from a backup.',
    );
  }
}
