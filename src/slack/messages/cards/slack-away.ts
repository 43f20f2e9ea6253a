import type { SlackAway } from '../../../incident/trouble.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { moment } from '../time.ts';
import { card, lasted } from './frame.ts';

/** Slack does not reach the bot: commands fail, and alerts may wait. */
export function drawSlackAway({ since, until }: SlackAway, view: CardView): Message {
  const { timeZone, say } = view;
  const words = say.troubles.slackAway;
  if (until !== undefined) {
    return card({
      icon: '✅',
      head: words.again,
      smallPrint: [words.was(...lasted(since, until, view)), words.unanswered, words.wereWatched],
    });
  }
  return card({
    icon: '⛔',
    head: words.head,
    story: words.story,
    smallPrint: [say.cards.since(moment(since, timeZone)), words.watched],
  });
}
