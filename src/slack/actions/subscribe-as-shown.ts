import type { Instant } from '../../door/ids.ts';
import { type Named, namesInWishes, naming, namingNobody } from '../commands/access/names-given.ts';
import { type Member, wordsFor } from '../commands/asker.ts';
import type { CommandPorts } from '../commands/ports.ts';
import { type Change, type Subscribed, subscribeTo } from '../commands/wishes/change.ts';
import { isSameWish } from '../commands/wishes/identity.ts';
import { namingOf } from '../commands/wishes/naming.ts';
import { drawOldButton } from '../messages/old-button.ts';
import { type Shown, shownBy } from '../messages/rehearsal-button.ts';
import { drawSubscribed } from '../messages/wishes/subscribed.ts';

export type ShownPress = { readonly value: string; readonly asker: Member };

/** Has the channel hear what was rehearsed in it. Pressed twice, it is one subscription. */
export async function subscribeAsShown(
  { value, asker }: ShownPress,
  ports: CommandPorts,
  now: Instant,
): Promise<Named> {
  const say = wordsFor(asker, ports.locale);
  const shown = shownBy(value);
  if (shown === undefined) return namingNobody(drawOldButton(say));
  const done = await subscribeOnce(shown, { userId: asker.userId, ports, now, say });
  return naming(drawSubscribed(done, namingOf(ports, say)), namesInWishes([done.subscription]));
}

/** Subscribes to what was shown, under an id made of the wish itself: two who press at once make one subscription. */
export async function subscribeOnce({ channel, wish }: Shown, by: Omit<Change, 'channel'>): Promise<Subscribed> {
  const { subscriptions } = (await by.ports.channels.of(channel)).state();
  const id = idOf(wish);
  // Known already, or its id is that of another wish: then it is one like any other.
  const isUsual = subscriptions.some((one) => one.id === id || isSameWish(one, wish));
  return await subscribeTo({ ...by, channel }, wish, isUsual ? undefined : id);
}

const LETTERS = 36;

function idOf(wish: Shown['wish']): string {
  let hash = 2_166_136_261;
  for (const character of JSON.stringify(wish)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  }
  return `s${(hash % LETTERS ** 4).toString(LETTERS).padStart(4, '0')}`;
}
