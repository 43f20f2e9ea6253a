import type { Unlock } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { lengthOfTime, moment } from '../time.ts';
import { card, lateness, mergedCard, peopleOf, whereOf } from './frame.ts';

const NOT_A_PERSON = 'exit button, schedule or remote command';

/** A spell of an unlocked door: for whom, since when, and once it is over, how long. */
export function drawUnlock(facts: Unlock, view: CardView): Message {
  const { since, until, entries, withoutPerson } = facts;
  const forWhom = entries.length > 0 ? `for ${peopleOf(entries, view.say)}` : 'with nobody authenticated';
  const head = `${whereOf(view)} unlocked ${forWhom}`;
  const when = `since ${moment(since, view.timeZone)}`;
  if (view.incident.mergedInto !== undefined) return mergedCard(head, when);

  const smallPrint = [...(entries.length > 0 ? alsoWithout(withoutPerson) : [NOT_A_PERSON]), ...lateness(view)];
  if (until === undefined) return card({ icon: '🔓', head, smallPrint: [when, 'still unlocked', ...smallPrint] });
  return card({
    icon: '🔒',
    head: `${head}, locked again after ${lengthOfTime(until - since, view.say)}`,
    smallPrint: [when, ...smallPrint],
  });
}

function alsoWithout(times: number): readonly string[] {
  if (times === 0) return [];
  return [
    `meanwhile also unlocked ${times === 1 ? 'once' : `${times} times`} with nobody authenticated: ${NOT_A_PERSON}`,
  ];
}
