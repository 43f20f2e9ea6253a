import { StoreError } from './errors.ts';

/** The name under which a store says how its values are written. */
export const FORMAT_NAME = 'format';

/**
 * How this version writes values, and the first version that did. A reader drops fields that it does not know, so an older
 * bot on a newer store would forget without a word: whoever adds a field that must not be forgotten counts this up.
 */
export const FORMAT: Format = { number: 2, since: '0.2.0' };

type Format = { readonly number: number; readonly since: string };

/**
 * Whether the store still has to be stamped: it is new, or older than stamps.
 *
 * @throws StoreError when a newer version wrote it, or when the stamp cannot be read.
 */
export function needsStamp(stored: unknown): boolean {
  if (stored === undefined) return true;
  if (!isFormat(stored)) {
    throw new StoreError(
      'The store does not say how it is written: it is damaged; bring its file back from a backup, or move it away to begin anew.',
    );
  }
  if (stored.number > FORMAT.number) {
    throw new StoreError(
      `The store was written by version ${stored.since} of the bot or a newer one, and this version would forget part of it (its format is ${stored.number}, and this version knows ${FORMAT.number}): start version ${stored.since} or newer, or set STORE_URL to another file. Nothing was changed.`,
    );
  }
  return stored.number < FORMAT.number;
}

const isFormat = (stored: unknown): stored is Format =>
  typeof stored === 'object' &&
  stored !== null &&
  'number' in stored &&
  typeof stored.number === 'number' &&
  'since' in stored &&
  typeof stored.since === 'string' &&
  /^[0-9A-Za-z.+-]{1,40}$/.test(stored.since);
