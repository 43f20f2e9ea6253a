import type { FirstIn, LastEntry } from '../../../incident/door-facts.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { personInText } from '../names.ts';
import { dayInWords, moment } from '../time.ts';
import { whereAt } from './frame.ts';
import { cardOf } from './said.ts';

/** The first who was let in on a day. */
export function drawFirstIn({ day, entry }: FirstIn, view: CardView): Message {
  const { say, timeZone } = view;
  return cardOf(view, {
    icon: '🚪',
    head: say.kinds.firstIn(
      dayInWords(day, say.common.locale),
      personInText(entry.person, say),
      whereAt(view, entry.door),
    ),
    smallPrint: [moment(entry.at, timeZone)],
  });
}

/** The last who was let in on a day that is over, and how many were in all. */
export function drawLastEntry({ day, entry, count, countedFrom }: LastEntry, view: CardView): Message {
  const { say, timeZone } = view;
  return cardOf(view, {
    icon: '🚪',
    head: say.kinds.lastEntry(
      dayInWords(day, say.common.locale),
      personInText(entry.person, say),
      whereAt(view, entry.door),
    ),
    story: say.kinds.lastEntryStory(say.common.entries(count)),
    smallPrint: [
      moment(entry.at, timeZone),
      ...(countedFrom === undefined ? [] : [say.kinds.countedFrom(moment(countedFrom, timeZone))]),
    ],
  });
}
