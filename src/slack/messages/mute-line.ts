import type { Button } from '@slack/types';
import type { Instant } from '../../door/ids.ts';
import type { Mute } from '../../incident/mute.ts';
import { END_MUTE } from './action-ids.ts';
import type { CardView } from './card.ts';
import { mention } from './cards/answers.ts';
import { doorIn } from './cards/row-words.ts';
import { inText } from './escape.ts';
import { context, message, plain, section } from './layout.ts';
import type { Message } from './message.ts';
import { momentAfter } from './time.ts';

/** What naming a mute takes: names as a card's are. */
export type MuteView = Pick<CardView, 'nameOfPlace' | 'nameOfDoor' | 'showPlace' | 'say' | 'timeZone'>;

/** What a mute hides: `authentication failures at testDoor`. */
export function muteInWords({ door, topic }: Pick<Mute, 'door' | 'topic'>, view: MuteView): string {
  const { muted } = view.say.answersToCards;
  const at = door === undefined ? undefined : inText(doorIn(door, view));
  if (at === undefined) return topic === undefined ? muted.all : muted.topic(topic);
  return topic === undefined ? muted.everything(at) : muted.topicAtDoor(topic, at);
}

/** `Hana muted … in this channel until …`. */
export function muteBegins(mute: Mute, view: MuteView): string {
  const { muted } = view.say.answersToCards;
  return muted.begins(mention(mute.by), muteInWords(mute, view), momentAfter(mute.since, mute.until, view.timeZone));
}

/** Said in the channel when a mute begins, so that nobody there is deaf unknowingly; and kept current when somebody ends it. */
export function drawMuteLine(
  mute: Mute,
  view: MuteView,
  ended?: { readonly by: string; readonly at: Instant },
): Message {
  const { muted, button } = view.say.answersToCards;
  const line = muteBegins(mute, view);
  if (ended !== undefined) {
    const end = muted.ended(mention(ended.by), momentAfter(mute.since, ended.at, view.timeZone));
    return message([line, end], [section(line), context(end)]);
  }
  const endNow: Button = {
    type: 'button',
    action_id: END_MUTE,
    text: plain(button.endMute),
    value: mute.id,
  };
  return message([line, muted.small], [section(line), context(muted.small), { type: 'actions', elements: [endNow] }]);
}
