import type { Button } from '@slack/types';
import { after } from '../../../door/ids.ts';
import type { Entry, Failures } from '../../../incident/incident.ts';
import { isClosed } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { personInText, personKey } from '../names.ts';
import { rowsButton } from '../rows-button.ts';
import { lengthOfTime, moment, momentAfter } from '../time.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { card, lateness, mergedCard, peopleOf, whereOf } from './frame.ts';

/** Rows shown from so long before the burst until so long after it, in milliseconds. */
const ROWS_AROUND_MS = 60_000;

/** A burst of failures: while it grows it says how often and since when; once over, how long and who got in. */
export function drawFailures(facts: Failures, view: CardView): Message {
  const { say } = view;
  const { count: times, firstAt, lastAt, entries } = facts;
  const isOver = isClosed(view.incident);
  const length = times > 1 && isOver ? lengthOfTime(lastAt - firstAt, say) : undefined;
  const head = say.cards.failures.head(times, whereOf(view), length);
  if (view.incident.mergedInto !== undefined) return mergedCard(head, whenOf(facts, true, view), say);

  const meanwhile = entries.filter((entry) => entry.at < lastAt);
  const afterwards = entries.filter((entry) => entry.at >= lastAt);
  const story = storyOf(facts, afterwards, isOver, say);
  return card({
    icon: isOver ? '⚪' : '🔴',
    head,
    ...(story !== undefined && { story }),
    smallPrint: [
      whenOf(facts, isOver, view),
      ...lateness(view),
      ...(meanwhile.length > 0 ? [say.cards.failures.meanwhile(peopleOf(meanwhile, say))] : []),
    ],
    buttons: rowsButtonOf(facts, view),
  });
}

/** The burst's rows and who was let in then; a door without an id cannot be asked for. */
function rowsButtonOf({ firstAt, lastAt }: Failures, { incident, say }: CardView): readonly Button[] {
  const { place, door } = incident;
  if (place === undefined || door === undefined) return [];
  const to = isClosed(incident) ? { to: after(lastAt, ROWS_AROUND_MS) } : {};
  return [rowsButton({ place, door, from: after(firstAt, -ROWS_AROUND_MS), ...to }, say)];
}

function storyOf(
  { count: times, lastAt }: Failures,
  afterwards: readonly Entry[],
  isOver: boolean,
  say: Catalogue,
): string | undefined {
  const words = say.cards.failures;
  const [first, ...later] = afterwards;
  if (first === undefined) return isOver ? words.nobody : undefined;
  const key = personKey(first.person);
  const others = later.filter((entry) => key === undefined || personKey(entry.person) !== key);
  const also = others.length > 0 ? peopleOf(others, say) : undefined;
  return words.letIn(personInText(first.person, say), lengthOfTime(first.at - lastAt, say), times, also);
}

function whenOf({ count: times, firstAt, lastAt }: Failures, isOver: boolean, { timeZone, say }: CardView): string {
  const first = moment(firstAt, timeZone);
  if (times === 1) return first;
  const last = momentAfter(firstAt, lastAt, timeZone);
  return isOver ? say.cards.span(first, last) : say.cards.failures.goesOn(first, last);
}
