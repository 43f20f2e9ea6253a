import type { Person } from '../../../door/event.ts';
import type { Instant } from '../../../door/ids.ts';
import { doorsOf } from '../../../incident/subscription.ts';
import type { CardView } from '../card.ts';
import type { Message } from '../message.ts';
import { moment, momentAfter } from '../time.ts';
import { atPlace, type CardLines, card, doorOf, lateness, mergedCard, peopleOf, rowsOf } from './frame.ts';

/** What cards of several kinds say alike. */

/** The one door that an incident of a place is about, or how many they are; with the place where there are several. */
export function doorsIn(view: CardView): string {
  const { incident, say } = view;
  const doors = doorsOf(incident);
  const what = doors.length > 1 ? say.common.doors(doors.length) : doorOf(view, incident.place, doors[0]);
  return incident.place === undefined ? what : atPlace(what, incident.place, view);
}

/** People, each once, in the order they came; somebody, where no row says who. */
export function peopleIn({ say }: CardView, people: readonly Person[]): string {
  return people.length === 0
    ? say.common.somebody
    : peopleOf(
        people.map((person) => ({ person })),
        say,
      );
}

/** When something that happens again and again did: since when while it goes on, from when to when once it is over. */
export function whenIn(
  { incident, timeZone, say: { cards } }: CardView,
  { since, lastAt }: { readonly since: Instant; readonly lastAt: Instant },
): string {
  const first = moment(since, timeZone);
  if (since === lastAt) return first;
  const last = momentAfter(since, lastAt, timeZone);
  return incident.closedAt === undefined ? cards.failures.goesOn(first, last) : cards.span(first, last);
}

/** An incident's card as it stands: told by another one, found to be none, or as its kind draws it; with how late it is. */
export function cardOf(view: CardView, lines: CardLines): Message {
  const { incident, say } = view;
  const { head, smallPrint } = lines;
  if (incident.mergedInto !== undefined) return mergedCard(head, smallPrint.join(' · '), say);
  if (incident.isUnfounded === true) return card({ icon: '✅', head, story: say.kinds.unfounded, smallPrint });
  return card({ ...lines, smallPrint: [...smallPrint, ...lateness(view)], buttons: rowsOf(view) });
}
