import type { Instant } from '../../../door/ids.ts';
import type { ChannelId } from '../../../incident/incident.ts';
import type { Subscription } from '../../../incident/subscription.ts';
import type { Wish } from '../../../incident/wish.ts';
import { asCode } from '../../messages/escape.ts';
import { saying } from '../../messages/layout.ts';
import { subscriptionInWords } from '../../messages/wishes/sentence.ts';
import { type Catalogue, catalogueOf } from '../../messages/words/catalogue.ts';
import type { ChannelDesk, ChannelSight, CommandPorts } from '../ports.ts';
import { isSameWish, newId } from './identity.ts';
import { namingOf } from './naming.ts';
import { asToldTo, leftOutInWords, namesLeftOut } from './naming-allowed.ts';

/** Who changes which channel, and in whose words the answer is. */
export type Change = {
  readonly channel: ChannelId;
  readonly userId: string;
  readonly ports: CommandPorts;
  readonly now: Instant;
  readonly say: Catalogue;
};

/** A subscription is of a channel; a talk between people is none. */
export const isDirect = (channel: ChannelId): boolean => channel.startsWith('D');

export type Subscribed = {
  readonly kind: 'subscribed' | 'changed' | 'already';
  readonly subscription: Subscription;
  /** What the asker must know beside, each a sentence. */
  readonly notes: readonly string[];
};

/**
 * Has the channel hear what is wished for, in place of the subscription with `id` where there is one, and says so to everybody
 * in it. Where the bot is not in the channel the subscription is kept, and rests until it is.
 */
export async function subscribeTo(change: Change, wished: Wish, id?: string): Promise<Subscribed> {
  const { channel, ports, now, say } = change;
  // Whoever may not see names must not have them told to a channel either.
  const wish: Wish = ports.names === 'left-out' ? { ...wished, names: 'none' } : wished;
  const desk = await ports.channels.of(channel);
  // After the desk is open: it keeps what Slack says.
  const sight = await ports.channels.sight(channel);
  const leftOut = namesLeftOut(sight, desk.state(), now);
  const notes = [...leftOutInWords(leftOut, say)];
  const { subscriptions } = desk.state();
  const others = subscriptions.filter((one) => one.id !== id);
  const known = others.find((one) => isSameWish(one, wish));
  const subscription: Subscription = { ...wish, channel, id: known?.id ?? id ?? newId(now, subscriptions) };
  if (!canBeTold(sight)) {
    // Before it is saved: nothing that happens between the two may make a card that cannot be posted.
    await desk.send({ kind: 'rests', rests: true });
    notes.unshift(say.wishes.notInvited);
  }
  if (known !== undefined && id === undefined) return { kind: 'already', subscription: known, notes };
  await desk.send({ kind: 'subscribe', subscription });
  if (known !== undefined && id !== undefined) await desk.send({ kind: 'unsubscribe', ids: [id] });
  const isChange = id !== undefined && others.length < subscriptions.length;
  const said = await tellChannel(change, desk, sight, (words, who) => {
    const sentence = subscriptionInWords(asToldTo(leftOut, subscription), namingOf(ports, words), 'channel');
    return isChange ? words.wishes.saysChanged(who, sentence) : words.wishes.saysSubscribed(who, sentence);
  });
  return { kind: isChange ? 'changed' : 'subscribed', subscription, notes: [...notes, ...said] };
}

/** Whether a message of the bot's would stand in the channel; what Slack did not say is not held against it. */
export const canBeTold = (sight: ChannelSight): boolean =>
  sight.kind === 'unknown' || (sight.kind === 'seen' && sight.isMember && !sight.isArchived);

/**
 * Says a change to everybody in the channel, in its own language, so that nobody silences it unseen. Gives what the asker must
 * know where that was not possible.
 */
export async function tellChannel(
  { channel, userId, ports, say }: Change,
  desk: ChannelDesk,
  sight: ChannelSight | undefined,
  line: (words: Catalogue, who: string) => string,
): Promise<readonly string[]> {
  if (sight !== undefined && !canBeTold(sight)) return [];
  const words = catalogueOf(desk.state().language ?? ports.channels.language);
  const refusal = await ports.channels.say(channel, saying(line(words, `<@${userId}>`)));
  if (refusal === undefined) return [];
  const isAway = refusal === 'not_in_channel' || refusal === 'channel_not_found';
  return [isAway ? say.wishes.notInvited : say.wishes.notSaid(asCode(refusal))];
}
