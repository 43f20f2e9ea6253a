import { type Member, wordsFor } from '../commands/asker.ts';
import type { Message } from '../messages/message.ts';
import { drawRefusal } from '../messages/refusal.ts';
import type { Catalogue } from '../messages/words/catalogue.ts';
import type { AnswerPorts } from './answer-ports.ts';

/** Does it for a member, in their words; anybody else is told why it is not theirs to do. */
export async function forMember(
  userId: string,
  ports: Pick<AnswerPorts, 'asker' | 'language'>,
  run: (say: Catalogue, member: Member) => Promise<Message | undefined>,
): Promise<Message | undefined> {
  const asker = await ports.asker(userId);
  const say = wordsFor(asker, ports.language);
  return asker.kind === 'member' ? await run(say, asker) : drawRefusal(asker.kind, say);
}
