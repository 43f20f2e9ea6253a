import type { WalkAround } from '../../../incident/door-facts.ts';
import type { Note } from '../../../incident/incident.ts';
import { isClosed } from '../../../incident/incident.ts';
import { severityOf } from '../../../incident/severity.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { list } from '../names.ts';
import { moment, momentAfter } from '../time.ts';
import { card, distinctPeople, doorOf, latenessInWords, peopleOf, whereAt } from './frame.ts';
import { cardOf, doorsIn, whenIn } from './said.ts';

/** Doors of a path that are shown; its end is the news, so the beginning is left out. */
const SHOWN = 8;

/** Somebody who tried one door after another: the path, and who got in at its end. */
export function drawWalkAround(facts: WalkAround, view: CardView): Message {
  const isSevere = severityOf(facts) === 'severe';
  return cardOf(view, {
    icon: isSevere ? '🚨' : isClosed(view.incident) ? '⚪' : '🔴',
    head: isSevere ? letIn(facts, view) : view.say.kinds.walkedAround(failuresOf(facts, view), doorsIn(view)),
    story: pathOf(facts, view),
    smallPrint: [whenIn(view, facts)],
  });
}

/** The reply that rings again: whoever tried other doors was let in at last. */
export function drawWalkAroundWorse(facts: WalkAround, { seenAt }: Note, view: CardView): Message | undefined {
  const [first] = facts.entries;
  if (first === undefined) return undefined;
  return card({
    icon: '🚨',
    head: letIn(facts, view),
    smallPrint: [
      moment(first.at, view.timeZone),
      ...latenessInWords({ seenAfterMs: seenAt - first.at, toldAfterMs: view.toldAt - seenAt }, view.say),
    ],
  });
}

const failuresOf = ({ steps }: WalkAround, { say }: CardView): string =>
  say.common.failures(steps.reduce((sum, step) => sum + step.count, 0));

function letIn(facts: WalkAround, view: CardView): string {
  const { entries, steps } = facts;
  const { say } = view;
  const doors = new Set(steps.map((step) => step.door)).size;
  const where = [...new Set(entries.map((entry) => entry.door))].map((door) => whereAt(view, door));
  return say.kinds.letInAfterWalk({
    people: peopleOf(entries, say),
    amount: distinctPeople(entries).length,
    where: list(where, say, 5, 'doors'),
    failures: failuresOf(facts, view),
    doors: say.common.doors(doors),
  });
}

function pathOf({ steps, since }: WalkAround, view: CardView): string {
  const shown = steps.slice(-SHOWN).map(({ door, count, firstAt }) => {
    const when = momentAfter(since, firstAt, view.timeZone);
    return view.say.kinds.step(doorOf(view, view.incident.place, door), view.say.common.times(count), when);
  });
  return [...(steps.length > SHOWN ? ['…'] : []), ...shown].join(' → ');
}
