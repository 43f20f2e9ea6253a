import type { PersonId } from '../../../door/ids.ts';
import { isAtLeast } from '../../../incident/access.ts';
import type { ChannelId } from '../../../incident/incident.ts';
import { drawLookupReason } from '../../messages/access/lookup-reason.ts';
import { saying, smallPrint } from '../../messages/layout.ts';
import type { Message } from '../../messages/message.ts';
import type { Catalogue } from '../../messages/words/catalogue.ts';
import type { Member } from '../asker.ts';
import type { CommandPorts } from '../ports.ts';
import type { Named } from './names-given.ts';

export type Release = {
  readonly answer: Named;
  readonly asker: Member;
  /** What was asked, for the audit log. */
  readonly asked: string;
  readonly channel?: ChannelId;
  readonly reason?: string;
  /** Opens the question for a reason. */
  readonly trigger?: string;
  /** The command to run again with a reason. */
  readonly text?: string;
  readonly ports: Pick<CommandPorts, 'access' | 'audit' | 'forms'>;
  readonly say: Catalogue;
};

/**
 * Lets an answer go out once it is kept who got which names: whoever looks somebody up without the reason that is asked for
 * is asked for it, and without a word in the audit log there are no names.
 */
export async function release({ answer, ports, say, ...release }: Release): Promise<Message> {
  const { asker, asked, channel, reason, trigger, text } = release;
  const { message, named } = answer;
  if (named === undefined) return message;
  const { rows, people = [] } = named;
  if (isReasonMissing(people, { asker, ports, ...(reason !== undefined && { reason }) })) {
    const modal = text === undefined || channel === undefined ? undefined : drawLookupReason({ channel, text }, say);
    const isOpen = modal !== undefined && trigger !== undefined && (await ports.forms.open(trigger, modal));
    return saying(isOpen ? say.access.reasonAsked : say.access.reasonNeeded);
  }
  const shown = isAtLeast(asker.role, 'operator') ? message : withNote(message, say);
  if (rows === 0 && people.length === 0) return shown;
  try {
    await ports.audit.note({
      user: asker.userId,
      asked,
      rows,
      ...(channel !== undefined && { channel }),
      ...(reason !== undefined && { reason }),
      ...(people.length > 0 && { people }),
    });
  } catch {
    return saying(`⚠️ ${say.access.notNoted}`);
  }
  return shown;
}

/**
 * Whether a reason is asked for before these people are looked up, and there is none. For oneself none is. A command that
 * reads long asks this first, and gives `withheld` for its answer.
 */
export function isReasonMissing(
  people: readonly PersonId[],
  {
    asker,
    reason,
    ports: { access },
  }: Pick<Release, 'asker' | 'reason'> & { readonly ports: Pick<CommandPorts, 'access'> },
): boolean {
  if (access.lookupReason === 'off' || reason !== undefined) return false;
  return people.some((person) => person !== access.personOf(asker.userId));
}

/** Slack takes fifty blocks; the text says it in any case. */
function withNote({ text, blocks }: Message, say: Catalogue): Message {
  const note = say.access.namesLeftOut;
  return { text: `${text}\n${note}`, blocks: blocks.length < 50 ? [...blocks, smallPrint([note])] : blocks };
}
