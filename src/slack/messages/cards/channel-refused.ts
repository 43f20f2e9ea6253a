import type { ChannelRefused } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import { escapeControls } from '../escape.ts';
import type { Message } from '../message.ts';
import { refusedChannel } from '../refused-channel.ts';
import { moment } from '../time.ts';
import { card, lasted } from './frame.ts';

/** Alerts do not reach a channel: Slack's reason, and what to do. */
export function drawChannelRefused(facts: ChannelRefused, view: CardView): Message {
  const { timeZone, say } = view;
  const { channel, word, since, until } = facts;
  const words = say.troubles.channel;
  const name = `<#${escapeControls(channel)}>`;
  const { what, todo } = refusedChannel(word, say);
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: words.again(name),
      smallPrint: [words.was(...lasted(since, until, view)), say.troubles.reason(what), words.told],
    });
  }
  return card({
    icon: '⛔',
    head: words.head(name, what),
    story: todo,
    smallPrint: [say.cards.since(moment(since, timeZone)), words.wait],
  });
}
