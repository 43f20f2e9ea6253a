import type { Unexplained } from '../../../incident/door-facts.ts';
import { isClosed } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { whereOf } from './frame.ts';
import { cardOf, whenIn } from './said.ts';

/** The relay went on with nobody before it; and whether that is rare here. */
export function drawUnexplained(facts: Unexplained, view: CardView): Message {
  return cardOf(view, {
    icon: isClosed(view.incident) ? '⚪' : '🔓',
    head: view.say.kinds.unexplained(facts.count, whereOf(view)),
    story: view.say.kinds.unexplainedStory[facts.habit],
    smallPrint: [whenIn(view, facts)],
  });
}
