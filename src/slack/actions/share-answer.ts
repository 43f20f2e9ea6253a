import type { ChannelId } from '../../incident/incident.ts';
import { answerAsked } from '../commands/answers/answer.ts';
import type { Asked } from '../commands/answers/asked.ts';
import type { AnswerDesk } from '../commands/answers/desk.ts';
import { isDirect } from '../commands/wishes/change.ts';
import { namesLeftOut } from '../commands/wishes/naming-allowed.ts';
import { drawShareAsked, drawShared, drawShareOutcome } from '../messages/answers/share.ts';
import type { Message } from '../messages/message.ts';
import { catalogueOf } from '../messages/words/catalogue.ts';

export type Sharing = { readonly asked: Asked; readonly value: string; readonly channel: ChannelId };

/** Shares an answer that names nobody; asks first where names would be shown to more people. */
export async function askToShare(sharing: Sharing, desk: AnswerDesk): Promise<Message> {
  const { asked, value, channel } = sharing;
  const trouble = await troubleOf(channel, desk);
  if ('answer' in trouble) return trouble.answer;
  if (!namesPeople(asked)) return await share({ ...sharing, names: 'none' }, desk);
  return drawShareAsked({ channel, value, leftOut: trouble.leftOut, isOfPerson: isOfPerson(asked) }, desk.say);
}

/** Says the answer in the channel, as Slack says of it at this moment: what was asked may have changed since. */
export async function share(
  { asked, value, channel, names }: Sharing & { readonly names: 'full' | 'none' },
  desk: AnswerDesk,
): Promise<Message> {
  const { ports, say, userId } = desk;
  const trouble = await troubleOf(channel, desk);
  if ('answer' in trouble) return trouble.answer;
  const { leftOut, language } = trouble;
  const isNamed = names === 'full' && namesPeople(asked);
  if ((isNamed && leftOut !== undefined) || (names === 'none' && isOfPerson(asked))) {
    return drawShareAsked({ channel, value, leftOut, isOfPerson: isOfPerson(asked) }, say);
  }
  const words = catalogueOf(language);
  const answer = await answerAsked(asked, {
    ...desk,
    say: words,
    isShared: true,
    ...(names === 'none' && { names }),
  });
  const word = await ports.channels.say(channel, drawShared(answer, userId, words));
  return drawShareOutcome(word === undefined ? 'done' : 'refused', channel, say);
}

/** Whether people stand in the answer by their names. */
const namesPeople = ({ ask, per }: Asked): boolean => ask !== 'count' || per === 'person';
const isOfPerson = ({ ask, per }: Asked): boolean => ask === 'person' || (ask === 'count' && per === 'person');

/** Why nothing can be said in the channel, as an answer; else whether people can be named there, and in which language it reads. */
async function troubleOf(channel: ChannelId, { ports, now, say }: AnswerDesk) {
  if (isDirect(channel)) return { answer: drawShareOutcome('direct', channel, say) };
  const sight = await ports.channels.sight(channel);
  if (sight.kind === 'not-seen' || (sight.kind === 'seen' && !sight.isMember)) {
    return { answer: drawShareOutcome('not-in', channel, say) };
  }
  if (sight.kind === 'seen' && sight.isArchived) return { answer: drawShareOutcome('archived', channel, say) };
  const state = (await ports.channels.of(channel)).state();
  return { leftOut: namesLeftOut(sight, state, now), language: state.language ?? ports.channels.language };
}
