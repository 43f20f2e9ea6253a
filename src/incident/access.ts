import type { Instant, PersonId } from '../door/ids.ts';

/** What somebody may do, the least first: viewers see doors and counts, operators names too, admins change what concerns everybody. */
export const ROLES = ['viewer', 'operator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What a full member is for whom nothing else is said. */
export const DEFAULT_ROLES = ['operator', 'viewer'] as const;
export type DefaultRole = (typeof DEFAULT_ROLES)[number];

/** A role that an admin gave to a person, or to everybody in a user group. */
export type Grant = { readonly whom: string; readonly role: Role; readonly by: string; readonly at: Instant };

/** A Slack user who is this person at the doors. */
export type Link = { readonly user: string; readonly person: PersonId; readonly by: string; readonly at: Instant };

/** The one value of who may ask what, as admins set it in Slack. */
export type AccessState = {
  readonly grants: readonly Grant[];
  readonly links: readonly Link[];
  readonly defaultRole?: DefaultRole;
  /** Admins who were told what full members are here; undefined while nobody was. */
  readonly told?: readonly string[];
};

export type AccessMessage =
  /** Without a role it is taken back. */
  | { readonly kind: 'grant'; readonly whom: string; readonly role?: Role; readonly by: string }
  | { readonly kind: 'default-role'; readonly role: DefaultRole }
  /** Without a person the link is taken back. */
  | { readonly kind: 'link'; readonly user: string; readonly person?: PersonId; readonly by: string }
  | { readonly kind: 'telling'; readonly user: string }
  /** Slack did not take it, for certain: it may be told again. */
  | { readonly kind: 'not-told'; readonly user: string };

export const NEW_ACCESS: AccessState = { grants: [], links: [] };

type Updated = { readonly state: AccessState; readonly effects: readonly never[] };

/** Every change of who may ask goes through here. Hearing a message twice changes nothing the second time. */
export function updateAccess(state: AccessState, message: AccessMessage, now: Instant): Updated {
  return { state: changed(state, message, now), effects: [] };
}

function changed(state: AccessState, message: AccessMessage, now: Instant): AccessState {
  switch (message.kind) {
    case 'grant': {
      const { whom, role, by } = message;
      const grants = state.grants.filter((one) => one.whom !== whom);
      return { ...state, grants: role === undefined ? grants : [...grants, { whom, role, by, at: now }] };
    }
    case 'default-role':
      return { ...state, defaultRole: message.role };
    case 'link': {
      const { user, person, by } = message;
      const links = state.links.filter((one) => one.user !== user);
      return { ...state, links: person === undefined ? links : [...links, { user, person, by, at: now }] };
    }
    case 'telling':
      return state.told?.includes(message.user) ? state : { ...state, told: [...(state.told ?? []), message.user] };
    case 'not-told':
      return { ...state, told: (state.told ?? []).filter((user) => user !== message.user) };
  }
}

/** Who is what by configuration: ids of people and of user groups. */
export type ConfiguredRoles = {
  readonly admins: readonly string[];
  readonly operators: readonly string[];
  readonly viewers: readonly string[];
  readonly defaultRole?: DefaultRole;
};

/** A full member, as far as it matters for their role. */
export type RoleAsked = {
  readonly user: string;
  /** Slack calls them an admin or an owner of the workspace. */
  readonly rulesWorkspace: boolean;
  /** Whether they are in a user group; undefined where Slack does not say. */
  readonly isIn: (group: string) => boolean | undefined;
};

export const isGroupId = (id: string): boolean => id.startsWith('S');

/** What a full member is where nobody says otherwise of them. */
export const defaultRoleOf = (configured: ConfiguredRoles, state: AccessState): DefaultRole =>
  state.defaultRole ?? configured.defaultRole ?? 'operator';

/**
 * A full member's role. A configured admin is one whatever is set in Slack, so that nobody can be locked out. Else what is said
 * of the person counts before what is said of their groups, and what an admin set in Slack before the configuration; of
 * several groups the highest counts. Where Slack does not say who is in a group, the least counts that could be true.
 */
export function roleOf(asked: RoleAsked, configured: ConfiguredRoles, state: AccessState): Role {
  const { user, rulesWorkspace, isIn } = asked;
  const { admins } = configured;
  if (admins.includes(user)) return 'admin';
  const given = rolesGiven(configured, state);
  const own = given.get(user);
  if (own !== undefined) return own;
  if (admins.length === 0 && rulesWorkspace) return 'admin';
  const groups = [...given].filter(([whom]) => isGroupId(whom));
  const known = groups.flatMap(([group, role]) => (isIn(group) === true ? [role] : []));
  if (known.length > 0) return known.reduce(higher);
  const possible = groups.flatMap(([group, role]) => (isIn(group) === undefined ? [role] : []));
  return possible.reduce<Role>(lower, defaultRoleOf(configured, state));
}

/** The user groups of which it must be known who is in them. */
export const groupsOf = (configured: ConfiguredRoles, state: AccessState): readonly string[] =>
  [...rolesGiven(configured, state).keys()].filter(isGroupId);

/** Who has a role by name, the configured ones first. */
export function rolesGiven(
  { admins, operators, viewers }: ConfiguredRoles,
  { grants }: Pick<AccessState, 'grants'>,
): ReadonlyMap<string, Role> {
  return new Map<string, Role>([
    ...viewers.map((id) => [id, 'viewer'] as const),
    ...operators.map((id) => [id, 'operator'] as const),
    ...grants.map(({ whom, role }) => [whom, role] as const),
    ...admins.map((id) => [id, 'admin'] as const),
  ]);
}

export const isAtLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);
const higher = (a: Role, b: Role): Role => (isAtLeast(a, b) ? a : b);
const lower = (a: Role, b: Role): Role => (isAtLeast(a, b) ? b : a);
