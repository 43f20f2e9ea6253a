import type { Answer, Detail } from './answer.ts';
import { granted, refused } from './answer.ts';
import type { Tokens } from './tokens.ts';

/** The one customer of a sandbox's CLUe. */
export type Account = {
  readonly accountId: number;
  readonly name: string;
  readonly countryCode: string;
  readonly phone: string;
  readonly password: string;
  readonly accountType: string;
  readonly authDeviceType: string;
};

/** The vendor's own words, without `ACTIVE`. */
export type TroubledStatus =
  | 'INACTIVE'
  | 'AUTH_CODE_LOCKED'
  | 'AUTH_CODE_TOO_MANY_SEND'
  | 'PASSWORD_LOCKED'
  | 'PASSWORD_EXPIRED'
  | 'DELETE_RESERVE';

/** How the account stands. The vendor does not say how a troubled account shows, so both ways can be had. */
export type AccountState =
  | { readonly kind: 'active' }
  /** The login is refused with the code of this status. */
  | { readonly kind: 'refused'; readonly status: TroubledStatus }
  /** The login is granted, and the answer's `accountStatus` says it. */
  | { readonly kind: 'told'; readonly status: TroubledStatus }
  | { readonly kind: 'two-factor' };

export type AccountDesk = {
  readonly login: (body: unknown) => Answer;
  /** Another access token for a good refresh token. */
  readonly renewAccess: (body: unknown) => Answer;
  /** Another refresh token for a good one; the old one stays good. */
  readonly renewRefresh: (body: unknown) => Answer;
  readonly state: () => AccountState;
  /** Sets how the account stands, and forgets the wrong passwords. */
  readonly set: (state: AccountState) => void;
};

/** An account that no real person has. The phone and the password are those of the vendor's article. */
export const DEMO_ACCOUNT: Account = {
  accountId: 1,
  name: 'diaz',
  countryCode: 'kr',
  phone: '01234567890',
  password: 'Pa$sw0rd',
  accountType: 'BUSINESS_OWNER',
  authDeviceType: 'MOBILE_APP',
};

const WRONG_PASSWORDS_UNTIL_LOCKED = 5;
const FIELDS = ['countryCode', 'phone', 'password', 'accountType', 'authDeviceType'] as const;

/** Logs in and renews, and locks the account after five wrong passwords in a row. */
export function createAccountDesk(account: Account, tokens: Tokens): AccountDesk {
  let state: AccountState = { kind: 'active' };
  let wrongPasswords = 0;

  const renew = (body: unknown, grant: () => Answer): Answer => {
    const token = textOf(body, 'refreshToken');
    if (token === undefined) return refused(400, 'a1010');
    const verdict = tokens.judge(token, 're');
    if (verdict !== 'good') return refused(401, verdict === 'expired' ? 'a1011' : 'a1010');
    return refusalOf(state) ?? grant();
  };

  return {
    login(body) {
      const faults = FIELDS.filter((field) => textOf(body, field) === undefined).map(isRequired);
      if (faults.length > 0) return refused(400, 'e1003', faults);
      const matches = (field: (typeof FIELDS)[number]) => textOf(body, field) === account[field];
      if (!matches('authDeviceType')) {
        return refused(400, 'e1003', [
          { ...isRequired('authDeviceType'), message: 'unknown authentication device type' },
        ]);
      }
      if (!matches('countryCode') || !matches('phone') || !matches('accountType')) return refused(400, 'a1000');
      const refusal = refusalOf(state);
      if (refusal !== undefined) return refusal;
      if (!matches('password')) {
        wrongPasswords += 1;
        if (wrongPasswords >= WRONG_PASSWORDS_UNTIL_LOCKED) state = { kind: 'refused', status: 'PASSWORD_LOCKED' };
        return refused(401, 'a1003');
      }
      wrongPasswords = 0;
      const { accountId, accountType, name, countryCode, phone } = account;
      const accountStatus = state.kind === 'told' ? state.status : 'ACTIVE';
      const accessToken = tokens.issue('ac', accountId);
      const refreshToken = tokens.issue('re', accountId);
      return granted({
        data: { accountId, accountType, accountStatus, name, countryCode, phone, accessToken, refreshToken },
      });
    },
    renewAccess: (body) => renew(body, () => granted({ data: { accessToken: tokens.issue('ac', account.accountId) } })),
    renewRefresh: (body) =>
      renew(body, () => granted({ data: { refreshToken: tokens.issue('re', account.accountId) } })),
    state: () => state,
    set(next) {
      state = next;
      wrongPasswords = 0;
    },
  };
}

function refusalOf(state: AccountState): Answer | undefined {
  if (state.kind === 'two-factor') return refused(403, 'a1032');
  if (state.kind !== 'refused') return undefined;
  if (state.status === 'INACTIVE') return refused(403, 'a1013');
  return refused(403, state.status === 'PASSWORD_LOCKED' ? 'a1014' : 'a1015');
}

function isRequired(field: string): Detail {
  // The rejected value is never repeated: it may be a password of the wrong type.
  return { message: 'must be a text that is not blank', field, rejectedValue: null };
}

function textOf(body: unknown, field: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = Object.entries(body).find(([name]) => name === field)?.[1];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
