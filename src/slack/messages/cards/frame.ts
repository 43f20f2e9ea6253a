import type { Button, KnownBlock } from '@slack/types';
import type { DoorId, PlaceId } from '../../../door/ids.ts';
import { LATE_AFTER_MS } from '../../../incident/gathering.ts';
import type { Entry } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import { context, message, section } from '../layout.ts';
import type { Message } from '../message.ts';
import { doorWord, list, personKey, personWord } from '../names.ts';
import { lengthOfTime } from '../time.ts';

export type CardLines = {
  readonly icon: string;
  /** What and where, with how often and who where they are few words. */
  readonly head: string;
  /** What happened next: the words that follow the head. */
  readonly story?: string;
  /** Times, and what is good to know. */
  readonly smallPrint: readonly string[];
  readonly buttons?: readonly Button[];
};

/** A card: one bold line, what happened next, and small print. Its text is the same in one line. */
export function card({ icon, head, story, smallPrint, buttons = [] }: CardLines): Message {
  const paragraph = `${icon} *${head}*${story === undefined ? '' : `\n${story}`}`;
  const line = [`${icon} ${head}`, ...(story === undefined ? [] : [story]), ...smallPrint].join(' · ');
  const actions: readonly KnownBlock[] = buttons.length === 0 ? [] : [{ type: 'actions', elements: [...buttons] }];
  return message([line], [section(paragraph), context(smallPrint.join(' · ')), ...actions]);
}

/** `testDoor`, or `testDoor, Shibuya store` where there are several places. */
export function whereOf(view: CardView): string {
  const { door, place } = view.incident;
  const word = doorOf(view, place, door);
  return view.showPlace && place !== undefined ? `${word}, ${inText(view.nameOfPlace(place))}` : word;
}

/** A door by its name, else by its number. */
export function doorOf(view: CardView, place: PlaceId | undefined, door: DoorId | undefined): string {
  const name = place === undefined || door === undefined ? undefined : view.nameOfDoor(place, door);
  return inText(doorWord({ ...(name !== undefined && { name }), ...(door !== undefined && { id: door }) }));
}

/** The people of these entries, each once, in the order they came. */
export function peopleOf(entries: readonly Entry[]): string {
  const people = new Map(entries.map((entry, index) => [personKey(entry.person) ?? index, entry.person]));
  return list([...people.values()].map((person) => inText(personWord(person))));
}

/** Says when an alert is late, why, and by how much: the row reached the bot late, or Slack could not be told in time. */
export function lateness({ incident, toldAt }: CardView): readonly string[] {
  const waited = toldAt - incident.openedAt;
  return [
    ...(incident.seenAfterMs > LATE_AFTER_MS ? [`🕰️ reached the bot ${lengthOfTime(incident.seenAfterMs)} late`] : []),
    ...(waited > LATE_AFTER_MS ? [`🕰️ told ${lengthOfTime(waited)} late: Slack did not take it sooner`] : []),
  ];
}

/** What an alert turned out to be a part of is told by another message. */
export function mergedCard(head: string, when: string): Message {
  return card({
    icon: '↪️',
    head,
    story: 'Late rows showed that this belongs to another alert here; that message tells and counts it now.',
    smallPrint: [when],
  });
}
