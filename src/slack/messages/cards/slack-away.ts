import type { SlackAway } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { lengthOfTime, moment, momentAfter } from '../time.ts';
import { card } from './frame.ts';

/** Slack does not reach the bot: commands fail, and alerts may wait. */
export function drawSlackAway({ since, until }: SlackAway, { timeZone, say }: CardView): Message {
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: 'Slack reaches the bot again: commands and buttons are answered',
      smallPrint: [
        `Slack was away from ${moment(since, timeZone)} to ${momentAfter(since, until, timeZone)} (${lengthOfTime(until - since, say)})`,
        'What was typed meanwhile got no answer',
        'The doors were watched all the while; alerts that waited are told now',
      ],
    });
  }
  return card({
    icon: '⛔',
    head: 'Slack does not reach the bot: commands and buttons are not answered',
    story: 'The bot goes on trying by itself. If this stays, look at the bot’s network and at status.slack.com.',
    smallPrint: [
      `since ${moment(since, timeZone)}`,
      'The doors are watched all the while; an alert that Slack does not take waits, and is told',
    ],
  });
}
