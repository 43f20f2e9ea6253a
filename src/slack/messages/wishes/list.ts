import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { Instant } from '../../../door/ids.ts';
import { type ChannelState, gatheringsOf } from '../../../incident/channel.ts';
import type { ChannelId } from '../../../incident/incident.ts';
import type { Language } from '../../../incident/language.ts';
import type { Mute } from '../../../incident/mute.ts';
import { asCode, inText } from '../escape.ts';
import { context, message, plain, section } from '../layout.ts';
import type { Message } from '../message.ts';
import { moment } from '../time.ts';
import { type Catalogue, catalogueOf } from '../words/catalogue.ts';
import { CHANGE_WISH, END_MUTE, REMOVE_WISH, wishButtonValue } from './buttons.ts';
import { type Naming, subscriptionInWords } from './sentence.ts';
import { digestInWords, hoursInWords } from './when.ts';

export type SubscriptionsView = {
  readonly state: ChannelState;
  readonly naming: Naming;
  /** What the bot speaks in this channel. */
  readonly language: Language;
  readonly now: Instant;
  /** What was just done, each a sentence. */
  readonly notes: readonly string[];
  /** Why people are not named in this channel, in a sentence; none where they are. */
  readonly leftOut: readonly string[];
};

/** Of each at most so many, with two blocks each: Slack takes 50 in a message. */
const MOST_SUBSCRIPTIONS = 15;
const MOST_MUTES = 5;

/** What a channel hears, when it does not, and buttons to change that. */
export function drawSubscriptions(view: SubscriptionsView): Message {
  const { state, naming, language, now, notes, leftOut } = view;
  const { say, timeZone } = naming;
  const { channel, subscriptions, quiet, digest, restsSince } = state;
  const { wishes } = say;
  const mutes = state.mutes.filter((mute) => mute.until > now);
  const text: string[] = [];
  const blocks: KnownBlock[] = [];
  const put = (line: string, ...buttons: readonly Button[]): void => {
    text.push(line);
    blocks.push(section(line));
    if (buttons.length > 0) blocks.push(actions(buttons));
  };

  if (notes.length > 0) put(notes.join('\n'));
  if (restsSince !== undefined) put(wishes.rests(moment(restsSince, timeZone)));
  for (const line of leftOut) put(line);
  put(subscriptions.length === 0 ? wishes.hearsNothing : wishes.hears);
  for (const one of subscriptions.slice(0, MOST_SUBSCRIPTIONS)) {
    put(
      `${subscriptionInWords(one, naming, 'asker')} ${asCode(one.id)}`,
      { ...button(CHANGE_WISH, wishes.change, channel, one.id) },
      { ...button(REMOVE_WISH, wishes.remove, channel, one.id), style: 'danger', confirm: confirmation(say) },
    );
  }
  for (const mute of mutes.slice(0, MOST_MUTES)) {
    const line = wishes.muted(
      mutedInWords(mute, naming),
      moment(mute.until, timeZone),
      wishes.hidden(hiddenBy(state, mute)),
    );
    put(line, button(END_MUTE, wishes.endMute, channel, mute.id));
  }
  const left = Math.max(subscriptions.length - MOST_SUBSCRIPTIONS, 0) + Math.max(mutes.length - MOST_MUTES, 0);
  const below = [
    ...(left > 0 ? [wishes.notShown(left)] : []),
    quiet === undefined ? wishes.notQuiet : wishes.quiet(hoursInWords(quiet, timeZone, say)),
    digest === undefined
      ? wishes.noDigest
      : wishes.digest(digestInWords(digest, timeZone, say), moment(digest.dueAt, timeZone)),
    catalogueOf(language).wishes.language,
  ];
  return message([...text, ...below], [...blocks, context(...below)]);
}

/** `failures at Front door`. */
export function mutedInWords({ door, topic }: Pick<Mute, 'door' | 'topic'>, naming: Naming): string {
  const { say, nameOfDoor } = naming;
  const { wishes, subscriptions } = say;
  const what = topic === undefined ? undefined : subscriptions.topics[topic].phrase;
  const where = door === undefined ? undefined : inText(nameOfDoor(door) ?? say.common.door(door.door));
  if (what !== undefined && where !== undefined) return wishes.mutedAt(what, where);
  return what ?? where ?? wishes.everythingMuted;
}

/** How many incidents a mute has hidden so far: the message that will confess them is open, and counts. */
export function hiddenBy(state: Pick<ChannelState, 'incidents'>, { id }: Mute): number {
  return gatheringsOf(state)
    .filter((one) => one.facts.mute === id)
    .flatMap((one) => one.facts.rows)
    .reduce((sum, { times = 1, released }) => sum + (released === true ? 0 : times), 0);
}

const actions = (elements: readonly Button[]): ActionsBlock => ({ type: 'actions', elements: [...elements] });

const button = (action: string, words: string, channel: ChannelId, id: string): Button => ({
  type: 'button',
  action_id: action,
  text: plain(words),
  value: wishButtonValue({ channel, id }),
});

const confirmation = ({ wishes }: Catalogue): NonNullable<Button['confirm']> => ({
  title: plain(wishes.confirmTitle),
  text: plain(wishes.confirmText),
  confirm: plain(wishes.confirmYes),
  deny: plain(wishes.confirmNo),
  style: 'danger',
});
