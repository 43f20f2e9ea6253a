import type { StoreFault } from '../incident/trouble.ts';

/** The store cannot do what it must. The message says what to do, and holds nothing of what is stored. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
  /** What is wrong with the disk or the file, as far as it said so. */
  readonly fault: StoreFault;

  constructor(message: string, options: ErrorOptions & { readonly fault?: StoreFault } = {}) {
    const { fault = 'other', ...rest } = options;
    super(message, rest);
    this.fault = fault;
  }
}

/** Another process owns the store. */
export class StoreBusyError extends StoreError {
  override readonly name = 'StoreBusyError';

  constructor(message: string) {
    super(message, { fault: 'locked' });
  }
}

/**
 * What an error of the operating system or of SQLite says, as the end of a sentence. Other errors can quote what they
 * stumbled over (JSON's parser does), so they are not repeated.
 */
export function because(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.message})` : '';
}

/** Whether SQLite refused because somebody else holds the file (https://sqlite.org/rescode.html#busy). */
export const isBusy = (error: unknown): boolean => sqliteCode(error) === 5;

/** SQLite's plain result code: an extended one carries it in its lowest byte. */
export function sqliteCode(error: unknown): number | undefined {
  const full = extendedCode(error);
  return full === undefined ? undefined : full & 0xff;
}

/** SQLite's result code in full (https://sqlite.org/rescode.html#extrc). */
export function extendedCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined;
}
