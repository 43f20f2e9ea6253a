import type { ChannelRefused } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import { escapeControls } from '../escape.ts';
import type { Message } from '../message.ts';
import { refusedChannel } from '../refused-channel.ts';
import { lengthOfTime, moment, momentAfter } from '../time.ts';
import { card } from './frame.ts';

/** Alerts do not reach a channel: Slack's reason, and what to do. */
export function drawChannelRefused(
  { channel, word, since, until }: ChannelRefused,
  { timeZone, say }: CardView,
): Message {
  const name = `<#${escapeControls(channel)}>`;
  const { what, todo } = refusedChannel(word, say);
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: `Alerts reach ${name} again`,
      smallPrint: [
        `They did not from ${moment(since, timeZone)} to ${momentAfter(since, until, timeZone)} (${lengthOfTime(until - since, say)})`,
        `The reason was: ${what}`,
        'What waited is told there now',
      ],
    });
  }
  return card({
    icon: '⛔',
    head: `Alerts do not reach ${name}: ${what}`,
    story: todo,
    smallPrint: [`since ${moment(since, timeZone)}`, 'They wait, and are told there once it is put right'],
  });
}
