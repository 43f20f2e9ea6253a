/** A person (or the bot's own user) as Slack knows them. */
export type User = {
  readonly id: string;
  /** The company they belong to; another one than the workspace's over Slack Connect. */
  readonly team_id: string;
  readonly name: string;
  readonly real_name: string;
  /** IANA zone. */
  readonly tz: string;
  /** The language they chose in Slack: `ja-JP`. */
  readonly locale: string;
  readonly is_admin: boolean;
  readonly is_owner: boolean;
  /** A guest in several channels. */
  readonly is_restricted: boolean;
  /** A guest in one channel. */
  readonly is_ultra_restricted: boolean;
  readonly is_bot: boolean;
  readonly deleted: boolean;
};

/** A channel, or a direct message with the bot (`is_im`). */
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly is_private: boolean;
  readonly is_archived: boolean;
  /** People of another company are in it, over Slack Connect. */
  readonly is_ext_shared: boolean;
  /** Another company was asked into it and has not answered yet. */
  readonly is_pending_ext_shared?: boolean;
  readonly is_im: boolean;
  /** Whether the bot is in it. */
  readonly is_member: boolean;
  /** The people in it, without the bot. */
  readonly members: readonly string[];
  /** When it was made, in seconds since 1970. */
  readonly created: number;
};

export const TEAM = { id: 'T0DOORWATCH', name: 'Door Watch', domain: 'doorwatch' };
/** The other company. */
export const PARTNER_TEAM = 'T0PARTNER';

/** A user of the workspace with what is usual, and what `given` says otherwise. */
export function aUser(given: Partial<User> & { readonly id: string }): User {
  const name = given.name ?? given.id.toLowerCase();
  return {
    team_id: TEAM.id,
    name,
    real_name: given.real_name ?? name,
    tz: 'Asia/Tokyo',
    locale: 'en-US',
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: false,
    deleted: false,
    ...given,
  };
}

/** The people of the default workspace, by what they are there for. */
export const PEOPLE = {
  admin: aUser({
    id: 'U0HANA',
    name: 'hana',
    real_name: 'Hana Sato',
    tz: 'Asia/Tokyo',
    locale: 'ja-JP',
    is_admin: true,
  }),
  member: aUser({ id: 'U0MINJUN', name: 'minjun', real_name: 'Minjun Park', tz: 'Asia/Seoul', locale: 'ko-KR' }),
  guest: aUser({ id: 'U0LENA', name: 'lena', real_name: 'Lena Vogel', tz: 'Europe/Berlin', is_restricted: true }),
  london: aUser({
    id: 'U0OLIVER',
    name: 'oliver',
    real_name: 'Oliver Reed',
    tz: 'Europe/London',
    locale: 'en-GB',
    is_owner: true,
  }),
  stranger: aUser({ id: 'U0SAM', name: 'sam', real_name: 'Sam Ortiz', tz: 'America/New_York', team_id: PARTNER_TEAM }),
} as const;

export const BOT = { userId: 'U0CLUEBOT', botId: 'B0CLUEBOT', appId: 'A0CLUEBOT', name: 'clue' };

const EVERYBODY = Object.values(PEOPLE);
const OWN = EVERYBODY.filter((user) => user.team_id === TEAM.id).map((user) => user.id);

/** The users of the default workspace, the bot's own among them. */
export const DEFAULT_USERS: readonly User[] = [
  ...EVERYBODY,
  aUser({ id: BOT.userId, name: BOT.name, real_name: 'CLUe', is_bot: true, tz: 'Etc/UTC' }),
];

/** The channels of the default workspace. The bot is in the first two only. */
export const DEFAULT_CHANNELS: readonly Omit<Channel, 'created'>[] = [
  aChannel({ id: 'C0ALERTS', name: 'door-alerts', members: OWN }),
  aChannel({ id: 'C0OPS', name: 'bot-ops', members: OWN }),
  aChannel({
    id: 'C0GENERAL',
    name: 'general',
    is_member: false,
    is_ext_shared: true,
    members: EVERYBODY.map((one) => one.id),
  }),
];

/** A public channel with the bot in it, and what `given` says otherwise. */
export function aChannel(given: Partial<Channel> & { readonly id: string }): Omit<Channel, 'created'> {
  return {
    name: given.id.toLowerCase(),
    is_private: false,
    is_archived: false,
    is_ext_shared: false,
    is_im: false,
    is_member: true,
    members: [],
    ...given,
  };
}
