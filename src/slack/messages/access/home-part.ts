import type { Button, KnownBlock } from '@slack/types';
import type { DefaultRole, Role } from '../../../incident/access.ts';
import { FORBID_NAMES, GIVE_ROLE, TAKE_ROLE_BACK } from '../action-ids.ts';
import { escapeControls } from '../escape.ts';
import { plain, section } from '../layout.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { defaultRoleButton } from './start.ts';

/** Who may ask, as an admin sees it on the Home tab. */
export type HomeAccess = {
  readonly defaultRole: DefaultRole;
  /** Who has a role by name; `by` is absent where the configuration says so. */
  readonly given: readonly { readonly whom: string; readonly role: Role; readonly by?: string }[];
  /** Channels that others read too, in which an admin has people named. */
  readonly allowed: readonly { readonly channel: string; readonly by: string }[];
};

/** Lines of each list, at most: Slack takes a hundred blocks in all. */
const MOST = 12;

/** The part of the Home tab that admins alone see: what full members are, who is something else, and where names go out. */
export function accessPart({ defaultRole, given, allowed }: HomeAccess, say: Catalogue): readonly KnownBlock[] {
  const { home, start, roles } = say.access;
  const give: Button = { type: 'button', action_id: GIVE_ROLE, text: plain(home.give) };
  const left = given.length - MOST;
  return [
    section(`${start.what(defaultRole)}\n${start.next}`),
    { type: 'actions', elements: [defaultRoleButton(defaultRole, say), give] },
    ...given.slice(0, MOST).map(({ whom, role, by }): KnownBlock => {
      if (by === undefined) return section(home.configured(mention(whom), roles[role]));
      const back: Button = { type: 'button', action_id: TAKE_ROLE_BACK, text: plain(home.takeBack), value: whom };
      return { ...section(home.given(mention(whom), roles[role], mention(by))), accessory: back };
    }),
    ...(left > 0 ? [section(say.home.more(left))] : []),
    ...allowed.slice(0, MOST).map(({ channel, by }): KnownBlock => {
      const forbid: Button = { type: 'button', action_id: FORBID_NAMES, text: plain(home.forbid), value: channel };
      return { ...section(home.allowed(`<#${escapeControls(channel)}>`, mention(by))), accessory: forbid };
    }),
  ];
}

/** A person or a user group by their Slack id. */
export const mention = (id: string): string =>
  id.startsWith('S') ? `<!subteam^${escapeControls(id)}>` : `<@${escapeControls(id)}>`;
