import type { LeftUnlocked } from '../../../incident/door-facts.ts';
import type { Note } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { personInText } from '../names.ts';
import { lengthOfTime, moment, momentAfter } from '../time.ts';
import { card, latenessInWords, whereOf } from './frame.ts';
import { cardOf } from './said.ts';

const MINUTE_MS = 60_000;

/** A door that stays unlocked: for how long, since when, and who was let in last before. */
export function drawLeftUnlocked(facts: LeftUnlocked, view: CardView): Message {
  const { since, until, isEndUntold, lastIn } = facts;
  const { say, timeZone } = view;
  const when = moment(since, timeZone);
  const last =
    lastIn === undefined
      ? []
      : [say.kinds.lastIn(personInText(lastIn.person, say), momentAfter(since, lastIn.at, timeZone))];
  const lines =
    until === undefined
      ? { icon: '🔓', head: headOf(facts, view) }
      : isEndUntold === true
        ? {
            icon: '🔒',
            head: say.kinds.endUntold(whereOf(view), lengthOfTime(until - since, say)),
            story: say.kinds.endUntoldStory,
          }
        : { icon: '🔒', head: say.kinds.lockedAfter(whereOf(view), lengthOfTime(until - since, say)) };
  const time = until === undefined ? say.cards.since(when) : say.cards.span(when, momentAfter(since, until, timeZone));
  return cardOf(view, { ...lines, smallPrint: [time, ...last] });
}

/** The reply that rings again: nobody has locked it for long. */
export function drawLeftUnlockedWorse(facts: LeftUnlocked, { seenAt }: Note, view: CardView): Message {
  const { since, until } = facts;
  const { say, timeZone } = view;
  return card({
    icon: '🔓',
    head:
      until === undefined
        ? headOf(facts, view)
        : say.kinds.lockedAfter(whereOf(view), lengthOfTime(until - since, say)),
    smallPrint: [
      say.cards.since(moment(since, timeZone)),
      ...latenessInWords({ seenAfterMs: 0, toldAfterMs: view.toldAt - seenAt }, say),
    ],
  });
}

const headOf = ({ minutes = 0 }: LeftUnlocked, view: CardView): string =>
  minutes === 0
    ? view.say.kinds.stillUnlocked(whereOf(view))
    : view.say.kinds.unlockedFor(whereOf(view), lengthOfTime(minutes * MINUTE_MS, view.say));
