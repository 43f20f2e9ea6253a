import type { SlackAway } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { lengthOfTime, moment, momentAfter } from '../time.ts';
import { card } from './frame.ts';

/** Slack's connection is away: commands fail, and alerts may wait. */
export function drawSlackAway({ since, until }: SlackAway, { timeZone }: CardView): Message {
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: 'Slack can be reached again',
      smallPrint: [
        `It was away from ${moment(since, timeZone)} to ${momentAfter(since, until, timeZone)} (${lengthOfTime(until - since)})`,
        'Commands were not answered meanwhile',
        'The doors were watched all the while; what waited is told now',
      ],
    });
  }
  return card({
    icon: '⛔',
    head: 'Slack’s connection to the bot is away: commands and buttons are not answered',
    story: 'The bot goes on trying by itself. If this stays, look at the bot’s network and at status.slack.com.',
    smallPrint: [`since ${moment(since, timeZone)}`, 'The doors are watched all the while'],
  });
}
