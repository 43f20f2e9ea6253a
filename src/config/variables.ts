import { validate as isCronPattern } from 'node-cron';
import { z } from 'zod';
import { DEFAULT_ROLES } from '../incident/access.ts';
import { channelId } from '../incident/incident.ts';
import { listenAddress } from './listen-address.ts';
import { places } from './places.ts';
import { clueUrl, slackUrl } from './urls.ts';

/** A schema whose fault continues the variable's name: "ALERT_CHANNEL must be …". It never repeats the value. */
const text = (isRight: (value: string) => boolean, otherwise: string) => z.string().refine(isRight, otherwise);

const token = (prefix: 'xoxb-' | 'xapp-', where: string) =>
  z
    .string(`is not set: paste ${where}`)
    .regex(new RegExp(`^${prefix}\\S+$`), `must begin with ${prefix} and hold no blank: paste ${where}`);

/** A name is what people write first, so it gets the way to the id. */
const channel = z
  .string()
  .regex(
    /^[CG][A-Z0-9]+$/,
    "must be a channel's id such as C0123456789, not its name: in Slack, click the channel's name and copy the id at the bottom of its About tab",
  )
  .transform(channelId);

/** One channel or several, with commas between. */
const channels = z
  .string()
  .transform((value) => [...new Set(value.split(/[\s,，、]+/).filter((id) => id !== ''))])
  .pipe(z.array(channel));

/** People and user groups, by id, with commas between. */
const members = z
  .string()
  .transform((value) => [...new Set(value.split(/[\s,，、]+/).filter((id) => id !== ''))])
  .refine(
    (ids) => ids.every((id) => /^[UWS][A-Z0-9]+$/.test(id)),
    "must list members' ids such as U0123456789, or user groups' ids such as S0123456789, with commas between: in Slack, open a profile and choose Copy member ID, or a user group and choose Copy group ID",
  )
  .default([]);

const LOOKUP_REASONS = ['off', 'required'] as const;
const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** Every variable of the environment that the bot reads, its default, and what is wrong with it when it is refused. */
export const variables = z.object({
  SLACK_BOT_TOKEN: token('xoxb-', 'the Bot User OAuth Token from OAuth & Permissions on api.slack.com/apps'),
  SLACK_APP_TOKEN: token(
    'xapp-',
    'the App-Level Token with connections:write from Basic Information on api.slack.com/apps',
  ),
  SLACK_API_URL: slackUrl.default('https://slack.com/api/'),
  CLUE_API_URL: clueUrl.default('https://api.moon.supremainc.com'),
  CLUE_COUNTRY_CODE: text(
    (value) => /^([A-Za-z]{2}|\+?\d{1,4})$/.test(value),
    'must be a country code such as kr or 82',
  ).optional(),
  CLUE_PHONE: z.string().optional(),
  CLUE_PASSWORD: z.string().optional(),
  CLUE_ACCOUNT_TYPE: z.string().default('BUSINESS_OWNER'),
  CLUE_AUTH_DEVICE_TYPE: z.string().default('MOBILE_APP'),
  CLUE_API_KEY: text((value) => /^[!-~]+$/.test(value), 'must be one word without blanks: copy it again').optional(),
  CLUE_PLACES: z.string("is not set: give the places to watch by CLUe's ids, as in 178:Shibuya store,179").pipe(places),
  ALERT_CHANNEL: channels.default([]),
  OPS_CHANNEL: channel.optional(),
  // node-cron counts in whole seconds, so no pattern can poll faster than once a second.
  POLL_CRON: text(
    isCronPattern,
    'is no pattern that node-cron knows: every five seconds is */5 * * * * * (second, minute, hour, day, month, weekday)',
  ).default('*/5 * * * * *'),
  STORE_URL: text(
    (value) => value === 'memory:' || /^sqlite:\/\/(?!:memory:).*[^/]$/.test(value),
    'must be sqlite:// and a file, as in sqlite://./data/clue-bot.sqlite, or memory:',
  ).default('sqlite://./data/clue-bot.sqlite'),
  STORE_KEY: text(
    (value) => /^[\w+/-]{43}=?$/.test(value),
    'must be 32 random bytes in base64: make one with `openssl rand -base64 32`',
  )
    .transform((value) => Buffer.from(value, 'base64'))
    .optional(),
  ADMINS: members,
  OPERATORS: members,
  VIEWERS: members,
  DEFAULT_ROLE: z
    .string()
    .toLowerCase()
    .pipe(
      z.enum(
        DEFAULT_ROLES,
        `must be one of ${DEFAULT_ROLES.join(', ')}: what a full member is for whom nothing else is said`,
      ),
    )
    .optional(),
  LOOKUP_REASON: z
    .string()
    .toLowerCase()
    .pipe(z.enum(LOOKUP_REASONS, `must be one of ${LOOKUP_REASONS.join(', ')}`))
    .default('off'),
  TIME_ZONE: text(isTimeZone, 'is no time zone that this machine knows: write one such as Asia/Tokyo').optional(),
  LOCALE: text(isLocale, 'is no language that this machine knows: write one such as en, ja or ko-KR').default('en'),
  HEALTH_PORT: z
    .string()
    .transform(
      (value, fault) =>
        listenAddress(value) ??
        invalid(
          fault,
          'must be a port such as 8080, or an IP address and a port such as 0.0.0.0:8080 or [::]:8080: leave it out to have no health server',
        ),
    )
    .optional(),
  LOG_LEVEL: z
    .string()
    .toLowerCase()
    .pipe(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`))
    .default('info'),
});

export type Variables = z.infer<typeof variables>;

/** Refuses a value inside a transform. */
function invalid(fault: z.RefinementCtx, message: string): never {
  fault.addIssue({ code: 'custom', message });
  return z.NEVER;
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

function isLocale(value: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(value).length > 0;
  } catch {
    return false;
  }
}
