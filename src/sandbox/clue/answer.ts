/** What the server says to one request, before any fault spoils it. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** One fault of a question, as CLUe tells it. */
export type Detail = { readonly message: string; readonly field: string; readonly rejectedValue: string | null };

const MESSAGES = {
  a1000: 'Account Not Exist',
  a1003: 'Account Info Not Matched',
  a1010: 'Refresh Token Missing',
  a1011: 'Refresh Token Expired',
  a1013: 'Account Inactive',
  a1014: 'Account Password Locked',
  a1015: 'Account Status Invalid',
  a1028: 'Token Invalid',
  a1032: 'Two-factor Authentication Required',
  e1000: 'Internal Server Error',
  e1001: 'Permission Denied',
  e1003: 'Invalid Request',
  e1006: 'Bad Request',
  e1007: 'Resource Not Exists',
} as const;

export type ErrorCode = keyof typeof MESSAGES;

/** A good answer: `{code, status, message, ...rest}`, in the order of the vendor's sample. */
export function granted(rest: Readonly<Record<string, unknown>>): Answer {
  return { status: 200, body: { code: 200, status: true, message: 'OK', ...rest } };
}

/** A refusal, in CLUe's error envelope. */
export function refused(status: number, code: ErrorCode, details?: readonly Detail[]): Answer {
  const error = {
    code,
    message: MESSAGES[code],
    ...(details !== undefined && { details }),
    referedUrl: `/docs/errors/${code}`,
  };
  return { status, body: { errors: [error] } };
}
