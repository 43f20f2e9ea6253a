import { channelId } from '../../../incident/incident.ts';
import { exportAudit } from '../../commands/access/export-audit.ts';
import { namingNobody } from '../../commands/access/names-given.ts';
import { languageFor } from '../../commands/asker.ts';
import { runCommand } from '../../commands/index.ts';
import type { CommandPorts } from '../../commands/ports.ts';
import { filterIn } from '../../messages/access/audit.ts';
import { REASON_FIELD, reasonIn, waitingFor } from '../../messages/access/lookup-reason.ts';
import { drawRoleModal, roleChoice } from '../../messages/access/role-modal.ts';
import { defaultRoleIn, drawDefaultRole } from '../../messages/access/start.ts';
import {
  CHANGE_DEFAULT_ROLE,
  EXPORT_AUDIT,
  FORBID_NAMES,
  GIVE_ROLE,
  LOOKUP_REASON_MODAL,
  ROLE_MODAL,
  TAKE_ROLE_BACK,
} from '../../messages/action-ids.ts';
import { saying } from '../../messages/layout.ts';
import { drawOldButton } from '../../messages/old-button.ts';
import { catalogueOf } from '../../messages/words/catalogue.ts';
import type { AnswerPorts } from '../answer-ports.ts';
import { memoOf, readMemo } from '../modal-memo.ts';
import { openModal } from '../open-modal.ts';
import type { Buttons, Modals } from '../pressed.ts';
import { whisperAfter } from '../whisper-after.ts';

export type AccessActionPorts = Pick<AnswerPorts, 'asker' | 'talk' | 'log' | 'now' | 'language'> & {
  readonly commands: CommandPorts;
};

/** Every button and modal of who may ask: roles, where names go out, the audit log, and why somebody is looked up. */
export function accessActions(ports: AccessActionPorts): { readonly buttons: Buttons; readonly modals: Modals } {
  const { commands, log, now, language } = ports;
  const { access } = commands;
  const sent = async (message: Parameters<typeof access.send>[0]): Promise<boolean> => {
    try {
      await access.send(message);
      return true;
    } catch (error) {
      log.error('who may ask could not be saved', { error: String(error) });
      return false;
    }
  };
  return {
    buttons: {
      [CHANGE_DEFAULT_ROLE]: {
        shows: 'nothing',
        least: 'admin',
        run: async ({ value, say, channel }) => {
          const role = defaultRoleIn(value);
          if (role === undefined) return drawOldButton(say);
          if (!(await sent({ kind: 'default-role', role }))) return saying(`⚠️ ${say.access.notSaved}`);
          // The Home tab shows it; under a message there is nothing else that would.
          return channel === undefined ? undefined : drawDefaultRole(role, say);
        },
      },
      [GIVE_ROLE]: {
        shows: 'nothing',
        least: 'admin',
        run: async ({ triggerId, asker, say }) => {
          const metadata = memoOf({ channel: undefined, language: languageFor(asker, language), value: '' });
          return await openModal(triggerId, drawRoleModal(metadata, say), say, ports);
        },
      },
      [TAKE_ROLE_BACK]: {
        shows: 'nothing',
        least: 'admin',
        run: async ({ value, userId, say }) => {
          if (value === userId) return saying(say.access.form.self);
          const isSaved = await sent({ kind: 'grant', whom: value, by: userId });
          return isSaved ? undefined : saying(`⚠️ ${say.access.notSaved}`);
        },
      },
      [FORBID_NAMES]: {
        shows: 'nothing',
        least: 'admin',
        run: async ({ value, userId }) => {
          await access.allowNames(channelId(value), false, userId);
          return undefined;
        },
      },
      [EXPORT_AUDIT]: {
        shows: 'names',
        least: 'admin',
        run: async ({ value, userId, ports: seen, say }) => {
          const filter = filterIn(value);
          return namingNobody(filter === undefined ? drawOldButton(say) : await exportAudit(filter, userId, seen, say));
        },
      },
    },
    modals: {
      [ROLE_MODAL]: {
        least: 'admin',
        judge: ({ userId, filled, metadata }) => {
          const say = catalogueOf(readMemo(metadata)?.language ?? language);
          const choice = roleChoice(filled, userId, say);
          if (!choice.ok) return choice;
          const { whom, role } = choice;
          return whisperAfter({ channel: undefined, userId }, ports, async () => {
            if (access.configured.admins.includes(whom)) return saying(say.access.configured);
            const isSaved = await sent({ kind: 'grant', whom, by: userId, ...(role !== undefined && { role }) });
            return isSaved ? undefined : saying(`⚠️ ${say.access.notSaved}`);
          });
        },
      },
      [LOOKUP_REASON_MODAL]: {
        least: 'viewer',
        judge: ({ userId, filled, metadata }) => {
          const waiting = waitingFor(metadata);
          const reason = reasonIn(filled);
          if (waiting === undefined) return { ok: true, run: async () => undefined };
          if (reason === undefined) {
            return { ok: false, errors: { [REASON_FIELD]: catalogueOf(waiting.language).access.reason.blank } };
          }
          const { channel, text } = waiting;
          const isTalk = channel.startsWith('D');
          const judged = whisperAfter({ channel: isTalk ? undefined : channel, userId }, ports, async () =>
            runCommand({ text, reason, channel, asker: await ports.asker(userId) }, commands, now()),
          );
          return judged.ok ? { ok: true, run: judged.run } : judged;
        },
      },
    },
  };
}
