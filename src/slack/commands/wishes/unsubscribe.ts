import { fold } from '../../../asking/match.ts';
import type { Word } from '../../../asking/words.ts';
import { leastShown, type Subscription } from '../../../incident/subscription.ts';
import { type Topic, USUAL_AFTER } from '../../../incident/topic.ts';
import { saying } from '../../messages/layout.ts';
import type { Message } from '../../messages/message.ts';
import { subscriptionInWords } from '../../messages/wishes/sentence.ts';
import { namesInWishes, naming, namingNobody, offering } from '../access/names-given.ts';
import type { Command } from '../command.ts';
import { type Change, isDirect, tellChannel } from './change.ts';
import { filtersKey } from './identity.ts';
import { isEverything } from './kinds.ts';
import { namingOf } from './naming.ts';
import { asToldTo, namesLeftOut } from './naming-allowed.ts';
import { piecesOf } from './pieces.ts';
import { readPieces, type Where, WISH_SHAPE, type WishReading } from './read-wish.ts';
import { answerSubscriptions } from './subscriptions.ts';
import { unclearWish } from './unclear.ts';

/** Has this channel hear less. */
export const unsubscribe: Command = {
  name: 'unsubscribe',
  shows: 'names',
  least: 'viewer',
  examples: ['/clue unsubscribe', '/clue unsubscribe unlocks', '/clue unsubscribe all'],
  shape: WISH_SHAPE,
  run: async (call) => {
    const { channel, ports, say, words, asker, now } = call;
    if (isDirect(channel)) return namingNobody(saying(say.wishes.direct));
    const desk = await ports.channels.of(channel);
    const { subscriptions } = desk.state();
    if (words.length === 0) return naming(await answerSubscriptions(call), namesInWishes(subscriptions));
    const reading = readLess(words, subscriptions, {
      places: ports.places.places(),
      asker: asker.userId,
    });
    if (!reading.ok) return offering(unclearWish(call, unsubscribe, reading), reading.unclear);
    const removed = await removeFrom({ channel, userId: asker.userId, ports, now, say }, reading.less);
    return naming(removed, namesInWishes(reading.less.map(({ subscription }) => subscription)));
  },
};

/** What goes: subscriptions, and of each the kinds that it tells no more. */
export type Less = readonly { readonly subscription: Subscription; readonly topics: readonly Topic[] }[];

const isAll = (words: readonly Word[]): boolean =>
  words.every(({ key }) => key === undefined) && isEverything(words.map(({ text }) => text).join(' '));

/** Reads ids, kinds, and the filters that a subscription was made with. */
export function readLess(
  words: readonly Word[],
  subscriptions: readonly Subscription[],
  where: Where,
): { readonly ok: true; readonly less: Less } | Extract<WishReading, { ok: false }> {
  const whole = (one: Subscription) => ({ subscription: one, topics: one.topics });
  const pieces = piecesOf(words);
  const isId = ({ key, text }: Word): boolean =>
    key === undefined && subscriptions.some((one) => one.id === fold(text));
  const named = subscriptions.filter((one) => pieces.some((piece) => isId(piece) && fold(piece.text) === one.id));
  const others = pieces.filter((piece) => !isId(piece));
  // `all failures` are failures and no more: the word for all adds nothing to what stands beside it.
  const rest = isAll(others) ? [] : others.filter((piece) => !isAll([piece]));
  if (rest.length === 0) return { ok: true, less: (named.length > 0 ? named : subscriptions).map(whole) };
  const reading = readPieces(rest, where);
  if (!reading.ok) {
    const looksLikeId = reading.unclear.kind === 'unknown-word' && /^s[0-9a-z]{4}$/.test(reading.unclear.word);
    return looksLikeId ? { ok: false, unclear: { kind: 'no-such-subscription', word: reading.unclear.word } } : reading;
  }
  const { wish, kinds, isTimed } = reading;
  const isFiltered = rest.some((word) => word.key !== undefined) || isTimed;
  const { after } = wish;
  // Kinds beside an id are those of that subscription: what others tell stays.
  const meant = (named.length > 0 ? named : subscriptions).filter(
    (one) =>
      (!isFiltered || filtersKey(one) === filtersKey(wish)) &&
      (after === undefined || (one.topics.includes('failures') && (one.after ?? USUAL_AFTER) === after)),
  );
  const less = meant.flatMap((one) => {
    const topics = kinds.length === 0 ? one.topics : one.topics.filter((topic) => kinds.includes(topic));
    return topics.length === 0 ? [] : [{ subscription: one, topics }];
  });
  return { ok: true, less };
}

/** Whether people would be named in the channel as they are not now, because what names them least is to go. */
function showsMore(subscriptions: readonly Subscription[], less: Less): boolean {
  const gone = less.filter(({ subscription, topics }) => topics.length === subscription.topics.length);
  const left = subscriptions.filter(({ id }) => gone.every(({ subscription }) => subscription.id !== id));
  return left.length > 0 && leastShown(left) !== leastShown(subscriptions);
}

/** Takes subscriptions or kinds away from the channel, says so to everybody in it, and answers with what went. */
export async function removeFrom(change: Change, less: Less): Promise<Message> {
  const { channel, ports, now, say } = change;
  if (less.length === 0) return saying(say.wishes.nothingRemoved);
  const desk = await ports.channels.of(channel);
  if (ports.names === 'left-out' && showsMore(desk.state().subscriptions, less)) {
    return saying(say.wishes.notForViewers);
  }
  const gone = less.filter(({ subscription, topics }) => topics.length === subscription.topics.length);
  await desk.send({ kind: 'unsubscribe', ids: gone.map(({ subscription }) => subscription.id) });
  for (const { subscription, topics } of less.filter((one) => !gone.includes(one))) {
    const { after, ...kept } = subscription;
    const left = subscription.topics.filter((topic) => !topics.includes(topic));
    const stays = after !== undefined && left.includes('failures');
    await desk.send({ kind: 'subscribe', subscription: { ...kept, topics: left, ...(stays && { after }) } });
  }
  const removed = less.map(({ subscription, topics }) => ({ ...subscription, topics }));
  const leftOut = namesLeftOut(await ports.channels.sight(channel), desk.state(), now);
  const notes = await tellChannel(change, desk, undefined, (words, who) => {
    const naming = namingOf(ports, words);
    return removed
      .map((one) => asToldTo(leftOut, one))
      .map((one) => words.wishes.saysUnsubscribed(who, subscriptionInWords(one, naming, 'channel')))
      .join('\n');
  });
  const naming = namingOf(ports, say);
  const sentences = removed.map((one) => say.wishes.unsubscribed(subscriptionInWords(one, naming, 'asker')));
  return saying(sentences.join('\n'), ...notes);
}
