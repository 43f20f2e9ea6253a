import { isAtLeast } from '../../incident/access.ts';
import type { ChannelId } from '../../incident/incident.ts';
import { withoutNames } from '../commands/access/nameless.ts';
import { answerAsked } from '../commands/answers/answer.ts';
import type { Asked } from '../commands/answers/asked.ts';
import type { AnswerDesk } from '../commands/answers/desk.ts';
import { keepNote } from '../commands/answers/keep-note.ts';
import { isDirect } from '../commands/wishes/change.ts';
import { drawShareAsked, drawShared, drawShareOutcome, type ShareAsked } from '../messages/answers/share.ts';
import type { Message } from '../messages/message.ts';
import { catalogueOf } from '../messages/words/catalogue.ts';

export type Sharing = { readonly asked: Asked; readonly value: string; readonly channel: ChannelId };

/** Shares an answer that names nobody; asks first where names would be shown to more people. */
export async function askToShare(sharing: Sharing, desk: AnswerDesk): Promise<Message> {
  const trouble = await troubleOf(sharing.channel, desk);
  if ('answer' in trouble) return trouble.answer;
  if (!namesPeople(sharing.asked)) return await share({ ...sharing, names: 'none' }, desk);
  return drawShareAsked(shareAsked(sharing, trouble.leftOut), desk.say);
}

/** Says the answer in the channel, as Slack says of it at this moment: what was asked may have changed since. */
export async function share(
  sharing: Sharing & { readonly names: 'full' | 'none' },
  desk: AnswerDesk,
): Promise<Message> {
  const { asked, channel, names } = sharing;
  const { ports, say, asker } = desk;
  const trouble = await troubleOf(channel, desk);
  if ('answer' in trouble) return trouble.answer;
  const { leftOut, language } = trouble;
  const isNamed = names === 'full' && namesPeople(asked);
  if ((isNamed && leftOut !== undefined) || (!isNamed && isOfPerson(asked))) {
    return drawShareAsked(shareAsked(sharing, leftOut), say);
  }
  const words = catalogueOf(language);
  const { message, named } = await answerAsked(asked, {
    ...desk,
    say: words,
    isShared: true,
    // What the answer never gets to know it cannot tell: not even who the asker is.
    ...(!isNamed && { ports: withoutNames(ports) }),
  });
  if (isNamed) {
    // It may have taken long, and another company may have come in.
    const now = await leftOutOf(channel, desk);
    if (now !== undefined) return drawShareAsked(shareAsked(sharing, now), say);
    const failed = await keepNote(desk, named?.rows ?? 0, named?.people ?? []);
    if (failed !== undefined) return failed;
  }
  const word = await ports.channels.say(channel, drawShared(message, asker.userId, words));
  return drawShareOutcome(word === undefined ? 'done' : 'refused', channel, say);
}

const shareAsked = ({ asked, value, channel }: Sharing, leftOut: ShareAsked['leftOut']): ShareAsked => ({
  channel,
  value,
  leftOut,
  isOfPerson: isOfPerson(asked),
});

/** Whether people stand in the answer by their names, or it is of one, or of each: then it says nothing without them. */
const isOfPerson = ({ ask, per, person }: Asked): boolean =>
  person !== undefined || ask === 'person' || (ask === 'count' && per === 'person');
const namesPeople = (asked: Asked): boolean => asked.ask !== 'count' || isOfPerson(asked);

/** Why nothing can be said in the channel, as an answer; else whether people can be named there, and in which language it reads. */
async function troubleOf(channel: ChannelId, desk: AnswerDesk) {
  const { ports, say } = desk;
  if (isDirect(channel)) return { answer: drawShareOutcome('direct', channel, say) };
  const sight = await ports.channels.sight(channel);
  if (sight.kind === 'not-seen' || (sight.kind === 'seen' && !sight.isMember)) {
    return { answer: drawShareOutcome('not-in', channel, say) };
  }
  if (sight.kind === 'seen' && sight.isArchived) return { answer: drawShareOutcome('archived', channel, say) };
  const { language } = (await ports.channels.of(channel)).state();
  return { leftOut: await leftOutOf(channel, desk), language: language ?? ports.channels.language };
}

/** Why nobody can be named there by this asker, by Slack's word of this moment; undefined where people can. */
async function leftOutOf(channel: ChannelId, { ports, asker }: AnswerDesk): Promise<ShareAsked['leftOut']> {
  if (await ports.access.maySeeNames(asker, { to: 'channel', channel })) return undefined;
  if (!isAtLeast(asker.role, 'operator')) return 'role';
  const sight = await ports.channels.sight(channel);
  return sight.kind === 'seen' && sight.isShared ? 'shared' : 'unknown';
}
