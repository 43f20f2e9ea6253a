import type { LeftUnlocked } from '../../../incident/door-facts.ts';
import type { Note } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { moment, momentAfter } from '../time.ts';
import { card } from './frame.ts';
import { cardOf, latenessIn, lengthIn, personIn, whereIn } from './said.ts';

const MINUTE_MS = 60_000;

/** A door that stays unlocked: for how long, since when, and who was let in last before. */
export function drawLeftUnlocked(facts: LeftUnlocked, view: CardView): Message {
  const { since, until, isEndUntold, lastIn } = facts;
  const { say, timeZone } = view;
  const when = moment(since, timeZone);
  const last =
    lastIn === undefined
      ? []
      : [say.kinds.lastIn(personIn(view, lastIn.person), momentAfter(since, lastIn.at, timeZone))];
  const lines =
    until === undefined
      ? { icon: '🔓', head: headOf(facts, view) }
      : isEndUntold === true
        ? {
            icon: '🔒',
            head: say.kinds.endUntold(whereIn(view), lengthIn(say, until - since)),
            story: say.kinds.endUntoldStory,
          }
        : { icon: '🔒', head: say.kinds.lockedAfter(whereIn(view), lengthIn(say, until - since)) };
  const time =
    until === undefined ? say.kinds.since(when) : say.kinds.fromTo(when, momentAfter(since, until, timeZone));
  return cardOf(view, { ...lines, smallPrint: [time, ...last] });
}

/** The reply that rings again: nobody has locked it for long. */
export function drawLeftUnlockedWorse(facts: LeftUnlocked, { seenAt }: Note, view: CardView): Message {
  const { since, until } = facts;
  const { say, timeZone } = view;
  return card({
    icon: '🔓',
    head:
      until === undefined ? headOf(facts, view) : say.kinds.lockedAfter(whereIn(view), lengthIn(say, until - since)),
    smallPrint: [say.kinds.since(moment(since, timeZone)), ...latenessIn(view, 0, view.toldAt - seenAt)],
  });
}

const headOf = ({ minutes = 0 }: LeftUnlocked, view: CardView): string =>
  minutes === 0
    ? view.say.kinds.stillUnlocked(whereIn(view))
    : view.say.kinds.unlockedFor(whereIn(view), lengthIn(view.say, minutes * MINUTE_MS));
