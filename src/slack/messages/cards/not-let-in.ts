import type { NotUnlocked, RefusedByThirdParty } from '../../../incident/door-facts.ts';
import { isClosed } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { whereOf } from './frame.ts';
import { cardOf, peopleIn, whenIn } from './said.ts';

/** People who authenticated and did not get in: by the third party's word, or because the relay did not answer. */
export function drawNotLetIn(facts: RefusedByThirdParty | NotUnlocked, view: CardView): Message {
  const { kind, count, people } = facts;
  const { kinds } = view.say;
  const [head, story] =
    kind === 'not-unlocked'
      ? ([kinds.notUnlocked, kinds.notUnlockedStory] as const)
      : ([kinds.refusedByThirdParty, kinds.refusedByThirdPartyStory] as const);
  return cardOf(view, {
    icon: isClosed(view.incident) ? '⚪' : '🔴',
    head: head(count, whereOf(view), peopleIn(view, people)),
    story,
    smallPrint: [whenIn(view, facts)],
  });
}
