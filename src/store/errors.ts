/** The store cannot do what it must. The message says what to do, and holds nothing of what is stored. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
}

/** Another process owns the store. */
export class StoreBusyError extends StoreError {
  override readonly name = 'StoreBusyError';
}

/**
 * What an error of the operating system or of SQLite says, as the end of a sentence. Other errors can quote what they
 * stumbled over (JSON's parser does), so they are not repeated.
 */
export function because(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.message})` : '';
}

/** Whether SQLite refused because somebody else holds the file (https://sqlite.org/rescode.html#busy). */
export function isBusy(error: unknown): boolean {
  // Extended result codes carry the plain one in their lowest byte.
  return (
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5
  );
}
