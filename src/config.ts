import { readFileSync } from 'node:fs';
import { type CredentialsConfig, credentialFaults, credentialsOf, credentialWarnings } from './config/credentials.ts';
import type { ListenAddress } from './config/listen-address.ts';
import type { PlaceConfig } from './config/places.ts';
import { type Variables, variables } from './config/variables.ts';
import type { ConfiguredRoles } from './incident/access.ts';
import type { ChannelId } from './incident/incident.ts';

/** Everything that can be set from outside, parsed once. */
export type Config = {
  readonly slack: { readonly botToken: string; readonly appToken: string; readonly apiUrl: string };
  readonly clue: { readonly apiUrl: string; readonly credentials: CredentialsConfig };
  readonly places: readonly PlaceConfig[];
  /** Hear failures and unlocks of every place. */
  readonly alertChannels: readonly ChannelId[];
  /** Hears of the bot's own health; the first alert channel unless set otherwise. */
  readonly opsChannel?: ChannelId;
  /** A node-cron pattern, with seconds or without. */
  readonly pollCron: string;
  /** `key` is 32 bytes long. */
  readonly store: { readonly url: string; readonly key?: Buffer };
  /** Who is what, by ids of people and user groups. No admins means the workspace's admins and owners. */
  readonly roles: ConfiguredRoles;
  /** Whether looking up a person takes a reason. */
  readonly lookupReason: 'off' | 'required';
  /** The IANA zone of the doors. */
  readonly timeZone: string;
  /** A BCP 47 language tag. */
  readonly locale: string;
  /** Where the bot can be asked whether it is alive; nowhere when left out. */
  readonly health?: ListenAddress;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** Either a whole configuration, or every fault at once. Faults and warnings are sentences and hold no secret's value. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads the configuration from environment variables. An empty variable counts as one that is not set. */
export function readConfig(environment: Environment): ConfigResult {
  const given = whatIsSet(environment);
  const parsed = variables.safeParse(given);
  const swapped = tokensAreSwapped(given);
  const faults = [
    ...(swapped
      ? ['SLACK_BOT_TOKEN and SLACK_APP_TOKEN: these two are swapped; the bot token is the one that begins with xoxb-.']
      : []),
    ...(parsed.error?.issues ?? [])
      .map((issue) => ({ name: String(issue.path[0]), message: issue.message }))
      .filter(({ name }) => !(swapped && (name === 'SLACK_BOT_TOKEN' || name === 'SLACK_APP_TOKEN')))
      .map(({ name, message }) => `${name} ${message}.`),
    ...credentialFaults(given),
  ];
  const credentials = parsed.success ? credentialsOf(parsed.data) : undefined;
  if (!parsed.success || credentials === undefined || faults.length > 0) return { ok: false, faults };

  const config = configOf(parsed.data, credentials);
  return { ok: true, config, warnings: [...credentialWarnings(given), ...warningsOf(config)] };
}

/**
 * Adds what a `.env` file sets to `process.env`; what is set there already wins. A missing file is no fault.
 *
 * @returns the fault as a sentence, where the file cannot be read, or where a value is lost because it begins with a #.
 */
export function loadEnv(path = '.env'): string | undefined {
  try {
    const lost = /^\s*(?:export\s+)?(\w+)\s*=#\S/m.exec(readFileSync(path, 'utf8'))?.[1];
    if (lost !== undefined) {
      return `${lost} in ${path} begins with a #, and what follows a # counts as a comment: put quotes around it. A channel is given by its id, such as C0123456789, not by its #name.`;
    }
    process.loadEnvFile(path);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    return `${path} is there but cannot be read (${String(code)}): give the bot the right to read it, or take it away.`;
  }
}

/** The values that no log line may show. */
export function secretsOf(config: Config): readonly string[] {
  const { credentials } = config.clue;
  return [
    config.slack.botToken,
    config.slack.appToken,
    ...(credentials.kind === 'api-key' ? [credentials.key] : [credentials.password, credentials.phone]),
    ...(config.store.key === undefined ? [] : [config.store.key.toString('base64')]),
  ];
}

/** Blanks around a value come from copying; only in a password can they be meant. */
function whatIsSet(environment: Environment): Environment {
  return Object.fromEntries(
    Object.keys(variables.shape).flatMap((name) => {
      const value = environment[name];
      if (value === undefined || value.trim() === '') return [];
      return [[name, name === 'CLUE_PASSWORD' ? value : value.trim()]];
    }),
  );
}

function tokensAreSwapped(given: Environment): boolean {
  return Boolean(given.SLACK_BOT_TOKEN?.startsWith('xapp-') && given.SLACK_APP_TOKEN?.startsWith('xoxb-'));
}

function configOf(set: Variables, credentials: CredentialsConfig): Config {
  const alertChannels = set.ALERT_CHANNEL;
  const opsChannel = set.OPS_CHANNEL ?? alertChannels[0];
  return {
    slack: { botToken: set.SLACK_BOT_TOKEN, appToken: set.SLACK_APP_TOKEN, apiUrl: set.SLACK_API_URL },
    clue: { apiUrl: set.CLUE_API_URL, credentials },
    places: set.CLUE_PLACES,
    alertChannels,
    ...(opsChannel === undefined ? {} : { opsChannel }),
    pollCron: set.POLL_CRON,
    store: { url: set.STORE_URL, ...(set.STORE_KEY === undefined ? {} : { key: set.STORE_KEY }) },
    roles: {
      admins: set.ADMINS,
      operators: set.OPERATORS,
      viewers: set.VIEWERS,
      ...(set.DEFAULT_ROLE === undefined ? {} : { defaultRole: set.DEFAULT_ROLE }),
    },
    lookupReason: set.LOOKUP_REASON,
    timeZone: set.TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: set.LOCALE,
    ...(set.HEALTH_PORT === undefined ? {} : { health: set.HEALTH_PORT }),
    logLevel: set.LOG_LEVEL,
  };
}

function warningsOf(config: Config): readonly string[] {
  const warnings: string[] = [];
  if (config.alertChannels.length === 0) {
    warnings.push('ALERT_CHANNEL is not set: the bot answers commands, but tells no alerts by itself.');
  }
  if (config.opsChannel === undefined) {
    warnings.push('OPS_CHANNEL is not set: the bot can speak of its own health in its log alone.');
  }
  if (config.pollCron.trim().split(/\s+/).length === 5) {
    warnings.push(
      'POLL_CRON has five fields, so its first is the minute: put the seconds before it to poll more often.',
    );
  }
  if (config.store.url === 'memory:') {
    warnings.push('STORE_URL is memory: what the bot knows is lost when it stops.');
  } else if (config.store.key === undefined) {
    warnings.push(
      'STORE_KEY is not set: names, door events and the CLUe session are stored unencrypted. Make a key with `openssl rand -base64 32`.',
    );
  }
  return warnings;
}
