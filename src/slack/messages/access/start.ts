import type { Button } from '@slack/types';
import { DEFAULT_ROLES, type DefaultRole } from '../../../incident/access.ts';
import { CHANGE_DEFAULT_ROLE } from '../action-ids.ts';
import { message, plain, section } from '../layout.ts';
import type { Message } from '../message.ts';
import type { Catalogue } from '../words/catalogue.ts';

/** Tells an admin what full members are here, with a button that makes them the other. */
export function drawDefaultRole(role: DefaultRole, say: Catalogue): Message {
  const { what, next } = say.access.start;
  const head = `🔑 ${what(role)}`;
  return message(
    [head, next],
    [section(`${head}\n${next}`), { type: 'actions', elements: [defaultRoleButton(role, say)] }],
    say,
  );
}

/** Makes full members what they are not now. */
export function defaultRoleButton(role: DefaultRole, { access }: Catalogue): Button {
  const other: DefaultRole = role === 'operator' ? 'viewer' : 'operator';
  const text = other === 'viewer' ? access.start.makeViewers : access.start.makeOperators;
  return { type: 'button', action_id: CHANGE_DEFAULT_ROLE, text: plain(text), value: other };
}

/** What a pressed button makes them; undefined for a value that no version of the bot wrote. */
export const defaultRoleIn = (value: string): DefaultRole | undefined => DEFAULT_ROLES.find((one) => one === value);
