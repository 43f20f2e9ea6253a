import type { Instant } from '../../../door/ids.ts';
import type { Entry } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import { context, message, section } from '../layout.ts';
import type { Message } from '../message.ts';
import { doorWord, list, personKey, personWord } from '../names.ts';
import { moment } from '../time.ts';

/** A row that the bot first sees so long after its time is told as late, in milliseconds. */
const LATE_AFTER_MS = 600_000;

export type CardLines = {
  readonly icon: string;
  /** What and where, with how often and who where they are few words. */
  readonly head: string;
  /** What happened next: the words that follow the head. */
  readonly story?: string;
  /** Times, and what is good to know. */
  readonly smallPrint: readonly string[];
};

/** A card: one bold line, what happened next, and small print. Its text is the same in one line. */
export function card({ icon, head, story, smallPrint }: CardLines): Message {
  const paragraph = `${icon} *${head}*${story === undefined ? '' : `\n${story}`}`;
  const line = [`${icon} ${head}`, ...(story === undefined ? [] : [story]), ...smallPrint].join(' · ');
  return message([line], [section(paragraph), context(smallPrint.join(' · '))]);
}

/** `testDoor`, or `testDoor, Shibuya store` where there are several places. */
export function whereOf(view: CardView): string {
  const id = view.incident.door;
  const door = doorWord({
    ...(view.doorName !== undefined && { name: view.doorName }),
    ...(id !== undefined && { id }),
  });
  return view.showPlace ? `${inText(door)}, ${inText(view.placeName)}` : inText(door);
}

/** The people of these entries, each once, in the order they came. */
export function peopleOf(entries: readonly Entry[]): string {
  const people = new Map(entries.map((entry, index) => [personKey(entry.person) ?? index, entry.person]));
  return list([...people.values()].map((person) => inText(personWord(person))));
}

/** Says that an alert is of old rows, which a device that was offline has only now sent. */
export function lateness(began: Instant, view: CardView): readonly string[] {
  const { openedAt } = view.incident;
  return openedAt - began > LATE_AFTER_MS ? [`🕰️ reached the bot late, ${moment(openedAt, view.timeZone)}`] : [];
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
