import type { By, Incident } from '../../incident/incident.ts';
import { mention } from './cards/answers.ts';
import { saying } from './layout.ts';
import type { Message } from './message.ts';
import { moment } from './time.ts';
import type { Catalogue } from './words/catalogue.ts';

/** What is said to somebody alone who pressed a button that could not do what it says. */

/** Somebody has it already. */
export function drawHasIt(taken: By, asker: string, say: Catalogue, timeZone: string): Message {
  const { reply } = say.answersToCards;
  const since = moment(taken.at, timeZone);
  return saying(taken.user === asker ? reply.yours(since) : reply.taken(mention(taken.user), since));
}

export function drawDismissedAlready({ why, user }: NonNullable<Incident['dismissed']>, say: Catalogue): Message {
  return saying(say.answersToCards.reply.dismissed(why, mention(user)));
}

/** Slack lets a modal be opened within three seconds of the press, and no later. */
export const drawTooSlow = (say: Catalogue): Message => saying(say.answersToCards.reply.tooSlow);

export const drawMuteIsOver = (say: Catalogue): Message => saying(say.answersToCards.reply.muteIsOver);

/** It is muted, and the channel does not know. */
export const drawMuteNotSaid = (line: string, say: Catalogue): Message =>
  saying(say.answersToCards.reply.notSaid(line));

export const drawNotSaved = (say: Catalogue): Message => saying(say.answersToCards.reply.notSaved);
