/** What the variables say about how to log in to CLUe; each is absent when it is not set. */
export type CredentialVariables = {
  readonly CLUE_API_KEY?: string | undefined;
  readonly CLUE_COUNTRY_CODE?: string | undefined;
  readonly CLUE_PHONE?: string | undefined;
  readonly CLUE_PASSWORD?: string | undefined;
  readonly CLUE_ACCOUNT_TYPE: string;
  readonly CLUE_AUTH_DEVICE_TYPE: string;
};

export type CredentialsConfig =
  | {
      readonly kind: 'login';
      readonly countryCode: string;
      readonly phone: string;
      readonly password: string;
      readonly accountType: string;
      readonly authDeviceType: string;
    }
  | { readonly kind: 'api-key'; readonly key: string };

/** Absent when the variables give neither a key nor a whole login; {@link credentialFaults} then says what is missing. */
export function credentialsOf(variables: CredentialVariables): CredentialsConfig | undefined {
  const { CLUE_API_KEY: key, CLUE_COUNTRY_CODE: countryCode, CLUE_PHONE: phone, CLUE_PASSWORD: password } = variables;
  // A key is the newer way and cannot lock an account, so it wins over a login that is also set.
  if (key !== undefined) return { kind: 'api-key', key };
  if (countryCode === undefined || phone === undefined || password === undefined) return undefined;
  return {
    kind: 'login',
    countryCode,
    phone,
    password,
    accountType: variables.CLUE_ACCOUNT_TYPE,
    authDeviceType: variables.CLUE_AUTH_DEVICE_TYPE,
  };
}

const LOGIN = {
  CLUE_COUNTRY_CODE: 'the country of the CLUe account, as in kr or jp',
  CLUE_PHONE: 'the phone number that the CLUe account logs in with',
  CLUE_PASSWORD: 'the password of the CLUe account',
} as const;

type LoginVariable = keyof typeof LOGIN;
const LOGIN_VARIABLES: readonly LoginVariable[] = ['CLUE_COUNTRY_CODE', 'CLUE_PHONE', 'CLUE_PASSWORD'];

type Given = Readonly<Record<string, string | undefined>>;

/** What is missing from the way into CLUe, a whole sentence each. */
export function credentialFaults(given: Given): readonly string[] {
  if (given.CLUE_API_KEY !== undefined) return [];
  const missing = LOGIN_VARIABLES.filter((name) => given[name] === undefined);
  if (missing.length === LOGIN_VARIABLES.length) {
    return [
      `${LOGIN_VARIABLES.join(', ')} are not set: give the login of a CLUe account, or a CLUE_API_KEY in its place.`,
    ];
  }
  return missing.map((name) => `${name} is not set: give ${LOGIN[name]}.`);
}

/** What will be passed over because a key is set as well. */
export function credentialWarnings(given: Given): readonly string[] {
  const idle = LOGIN_VARIABLES.filter((name) => given[name] !== undefined);
  if (given.CLUE_API_KEY === undefined || idle.length === 0) return [];
  return [`CLUE_API_KEY is set, so ${idle.join(', ')} will not be used: take out the one or the other.`];
}
