import type { ModalView } from '@slack/types';
import { ROLES, type Role } from '../../../incident/access.ts';
import { ROLE_MODAL } from '../action-ids.ts';
import type { Filled } from '../dismissal-modal.ts';
import { plain } from '../layout.ts';
import type { Catalogue } from '../words/catalogue.ts';

const PERSON = 'person';
const GROUP = 'group';
const ROLE = 'role';
const NONE = 'none';

/** Asks who is given which role. */
export function drawRoleModal(metadata: string, { access }: Catalogue): ModalView {
  const { form, may } = access;
  const choices = [...ROLES, NONE] as const;
  const options = choices.map((value) => ({ text: plain(may[value]), value }));
  return {
    type: 'modal',
    callback_id: ROLE_MODAL,
    private_metadata: metadata,
    title: plain(form.title),
    submit: plain(form.submit),
    close: plain(form.cancel),
    blocks: [
      {
        type: 'input',
        block_id: PERSON,
        optional: true,
        label: plain(form.person),
        element: { type: 'users_select', action_id: PERSON },
      },
      {
        type: 'input',
        block_id: GROUP,
        optional: true,
        label: plain(form.group),
        hint: plain(form.groupHint),
        element: { type: 'plain_text_input', action_id: GROUP, max_length: 30 },
      },
      {
        type: 'input',
        block_id: ROLE,
        label: plain(form.role),
        element: { type: 'radio_buttons', action_id: ROLE, options },
      },
    ],
  };
}

export type RoleChoice =
  | { readonly ok: true; readonly whom: string; readonly role: Role | undefined }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Who was chosen, and for what; what is wrong stands beside the field. */
export function roleChoice(filled: Filled, by: string, { access }: Catalogue): RoleChoice {
  const { form } = access;
  const person = filled[PERSON]?.[PERSON]?.selected_user ?? undefined;
  const group = filled[GROUP]?.[GROUP]?.value?.trim() || undefined;
  const chosen = filled[ROLE]?.[ROLE]?.selected_option?.value;
  const role = ROLES.find((one) => one === chosen);
  if (person !== undefined && group !== undefined) return wrong(GROUP, form.both);
  if (person === by) return wrong(PERSON, form.self);
  if (person !== undefined) return { ok: true, whom: person, role };
  if (group === undefined) return wrong(PERSON, form.nobody);
  if (!/^S[A-Z0-9]{2,}$/.test(group)) return wrong(GROUP, form.notGroup);
  return { ok: true, whom: group, role };
}

const wrong = (field: string, sentence: string): RoleChoice => ({ ok: false, errors: { [field]: sentence } });
