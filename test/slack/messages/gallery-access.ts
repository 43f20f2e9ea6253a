import type { ModalView } from '@slack/types';
import { instant, personId } from '../../../src/door/ids.ts';
import type { AuditEntry } from '../../../src/incident/audit.ts';
import { channelId } from '../../../src/incident/incident.ts';
import type { Language } from '../../../src/incident/language.ts';
import { drawAudit } from '../../../src/slack/messages/access/audit.ts';
import { drawLookupReason } from '../../../src/slack/messages/access/lookup-reason.ts';
import { drawRoleModal } from '../../../src/slack/messages/access/role-modal.ts';
import { drawDefaultRole } from '../../../src/slack/messages/access/start.ts';
import { saying } from '../../../src/slack/messages/layout.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';
import { HOSTILE_NAMES, readerOf } from './given.ts';

const question: AuditEntry = { at: at('12:00:00'), user: 'U0HANA', asked: '/clue recent', rows: 7 };
const lookup: AuditEntry = { ...question, asked: '/clue audit', rows: 1, people: [personId('12345678')] };

/** What the bot says of who may ask, in a language. */
export function accessAnswers(language: Language): Readonly<Record<string, Message>> {
  const reader = readerOf(language);
  const { access } = reader.say;
  const audit = (entries: readonly AuditEntry[]): Message =>
    drawAudit({ filter: {}, about: [], entries, nameOf: () => 'EBISU' }, reader);
  const filtered = { user: 'U0HANA', person: personId('12345678'), from: at('00:00:00'), to: at('12:00:00') };
  const about = [access.audit.ofUser('<@U0HANA>'), access.audit.ofPerson('EBISU')];
  return {
    'access-start': drawDefaultRole('operator', reader.say),
    'access-start-viewers': drawDefaultRole('viewer', reader.say),
    'access-reason-asked': saying(access.reasonAsked),
    'access-reason-needed': saying(access.reasonNeeded),
    'access-not-noted': saying(`⚠️ ${access.notNoted}`),
    'access-names-left-out': saying(access.namesLeftOut),
    'access-not-saved': saying(`⚠️ ${access.notSaved}`),
    'access-form-faults': saying(...faultsOf(access.form), access.configured, access.reason.blank),
    'access-link': saying(access.link.list(2), access.link.one('<@U0HANA>', 'EBISU'), access.link.none),
    'access-linked': saying(access.link.done('<@U0HANA>', 'EBISU'), access.link.gone('<@U0HANA>')),
    'access-link-unclear': saying(access.link.notWhom('`@hana`'), access.link.nobody),
    'access-names': saying(access.names.own, access.names.unknown, access.names.forbidden, access.names.direct),
    'access-names-allowed': saying(access.names.allowed('<@U0HANA>'), access.names.unclear('`yes`')),
    'access-names-said': saying(access.names.saysAllowed('<@U0HANA>'), access.names.saysForbidden('<@U0HANA>')),
    'audit-none': audit([]),
    'audit-one': audit([{ ...question, reason: HOSTILE_NAMES[0] ?? '' }]),
    'audit-hundred-and-one': audit(
      Array.from({ length: 101 }, (_, i) => ({ ...question, at: instant(question.at - i) })),
    ),
    'audit-about': drawAudit({ filter: filtered, about, entries: [lookup, question], nameOf: () => 'EBISU' }, reader),
    'audit-file': saying(access.audit.sent, access.audit.notSent('`missing_scope`'), access.audit.unclear('`x`')),
  };
}

const faultsOf = ({ nobody, both, notGroup, self }: ReturnType<typeof catalogueOf>['access']['form']) =>
  [nobody, both, notGroup, self] as const;

/** The forms of who may ask, in a language. */
export function accessModals(language: Language): Readonly<Record<string, ModalView>> {
  const say = catalogueOf(language);
  const reason = drawLookupReason({ channel: channelId('C0ALERTS'), text: 'recent' }, say);
  return {
    'role-modal': drawRoleModal('', say),
    ...(reason !== undefined && { 'lookup-reason-modal': reason }),
  };
}
