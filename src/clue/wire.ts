import { z } from 'zod';
import { parseJson } from './json.ts';
import type { Answer } from './transport.ts';

/** An answer of CLUe after its envelope was read. */
export type Heard = {
  /** The HTTP status, or the one that a 200 answer carries in its `code`. */
  readonly status: number;
  /** Whether CLUe said yes: a 2xx status, and nothing in the envelope that denies it. */
  readonly ok: boolean;
  /** CLUe's own word for the error: `e1007`, `a1003`. */
  readonly code?: string;
  /** The names of the fields that CLUe complained of. Its messages and values can repeat secrets and are left out. */
  readonly fields: readonly string[];
  /** Why the body could not be read, where it could not. */
  readonly unreadable?: string;
  readonly retryAfterMs?: number;
  readonly total?: number;
  readonly data?: unknown;
};

/** What a login or a renewal gives, each part where CLUe sent it. */
export type Grant = {
  readonly accessToken?: string;
  readonly refreshToken?: string;
  readonly accountStatus?: string;
};

const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .pipe(z.string().min(1));
/** A field that may be missing, null or of a strange shape without harm to its row: all three count as missing. */
export const optionalText = text.optional().catch(undefined);
const count = text.transform(Number).pipe(z.number().int().nonnegative());
export const optionalCount = count.optional().catch(undefined);

/** `e1007`, `404`, `TOKEN_INVALID`: a code, and never a sentence, a password or a number as long as a phone's. */
const SAFE_CODE = /^(?:[A-Za-z]{1,4}-?\d{1,5}|\d{1,5}|[A-Z][A-Z_]{1,39})$/;
const SAFE_FIELD = /^[A-Za-z][\w.[\]]{0,39}$/;

const ErrorItem = z.object({
  code: optionalText,
  details: z
    .array(z.object({ field: optionalText }).catch({ field: undefined }))
    .optional()
    .catch(undefined),
});

const Envelope = z.object({
  code: optionalText,
  status: z.boolean().optional().catch(undefined),
  total: optionalCount,
  data: z.unknown().optional(),
  errors: z
    .array(ErrorItem.catch({ code: undefined, details: undefined }))
    .optional()
    .catch(undefined),
});

/**
 * Reads the envelope `{code, status, message, data}` or `{errors: [...]}`. A 200 answer with `status: false`, with a
 * `code` other than 200, or with errors is a no; a three-digit error code in it counts as the HTTP status.
 */
export function hear(answer: Answer): Heard {
  const retry = answer.retryAfterMs !== undefined && { retryAfterMs: answer.retryAfterMs };
  const json = parseJson(answer.text);
  if (json.kind === 'none') {
    return { status: answer.status, ok: false, fields: [], unreadable: json.why, ...retry };
  }
  const parsed = Envelope.safeParse(json.value);
  if (!parsed.success) {
    return { status: answer.status, ok: false, fields: [], unreadable: 'JSON of another shape', ...retry };
  }
  const { code: given, status: verdict, total, data, errors = [] } = parsed.data;
  const numeric = given !== undefined && /^[1-5]\d\d$/.test(given) ? Number(given) : undefined;
  const succeeded = answer.status >= 200 && answer.status < 300;
  const code = [...errors.map((item) => item.code), numeric === 200 ? undefined : given].find(
    (word) => word !== undefined && SAFE_CODE.test(word),
  );
  return {
    status: succeeded && numeric !== undefined && numeric >= 400 ? numeric : answer.status,
    ok: succeeded && verdict !== false && (given === undefined || numeric === 200) && errors.length === 0,
    ...(code !== undefined && { code }),
    fields: errors.flatMap((item) =>
      (item.details ?? []).flatMap(({ field }) => (field ?? '').match(SAFE_FIELD) ?? []),
    ),
    ...(total !== undefined && { total }),
    ...(data !== undefined && data !== null && { data }),
    ...retry,
  };
}

const GrantData = z.object({
  accessToken: optionalText,
  refreshToken: optionalText,
  accountStatus: optionalText,
});

/** The tokens and the account's status in the `data` of a login or a renewal; empty where there is none. */
export function grantIn(data: unknown): Grant {
  const parsed = GrantData.safeParse(data);
  if (!parsed.success) return {};
  const { accessToken, refreshToken, accountStatus } = parsed.data;
  return {
    ...(accessToken !== undefined && { accessToken }),
    ...(refreshToken !== undefined && { refreshToken }),
    ...(accountStatus !== undefined && { accountStatus }),
  };
}
