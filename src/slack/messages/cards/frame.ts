import type { Button, KnownBlock } from '@slack/types';
import type { Person } from '../../../door/event.ts';
import type { DoorId, Instant, PlaceId } from '../../../door/ids.ts';
import { LATE_AFTER_MS } from '../../../incident/gathering.ts';
import type { Entry } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import { inText } from '../escape.ts';
import { context, message, section } from '../layout.ts';
import type { Message } from '../message.ts';
import { doorWord, list, personInText, personKey } from '../names.ts';
import { lengthOfTime, moment, momentAfter } from '../time.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { placeIn } from './row-words.ts';

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

/** Slack refuses to bring a message up to date whose text is longer, in characters (`msg_too_long`). */
export const CARD_TEXT = 4_000;

/** A card: one bold line, what happened next, and small print. Its text is the same in one line. */
export function card({ icon, head, story, smallPrint, buttons = [] }: CardLines): Message {
  const paragraph = `${icon} *${head}*${story === undefined ? '' : `\n${story}`}`;
  const line = inOneLine([`${icon} ${head}`, ...(story === undefined ? [] : [story]), ...smallPrint]);
  const actions: readonly KnownBlock[] = buttons.length === 0 ? [] : [{ type: 'actions', elements: [...buttons] }];
  return message([line], [section(paragraph), context(smallPrint.join(' · ')), ...actions]);
}

/** As many of these parts as a card's text holds, never one of them cut in its middle. */
function inOneLine(parts: readonly string[]): string {
  const [first = '', ...others] = parts;
  return others.reduce((line, part, index) => {
    const rest = index === others.length - 1 ? 0 : ' · …'.length;
    if (line.endsWith(' · …')) return line;
    return line.length + 3 + part.length + rest <= CARD_TEXT ? `${line} · ${part}` : `${line} · …`;
  }, first);
}

/** From when until when something was, and for how long. */
export const lasted = (since: Instant, until: Instant, { timeZone, say }: Pick<CardView, 'timeZone' | 'say'>) =>
  [moment(since, timeZone), momentAfter(since, until, timeZone), lengthOfTime(until - since, say)] as const;

/** `testDoor`, or `testDoor, Shibuya store` where there are several places. */
export function whereOf(view: CardView): string {
  const { door, place } = view.incident;
  const word = doorOf(view, place, door);
  return place === undefined ? word : atPlace(word, place, view);
}

/** Something with the place it is at, where there are several places. */
export function atPlace(what: string, place: PlaceId, view: CardView): string {
  return view.showPlace ? view.say.common.doorAt(what, inText(placeIn(place, view))) : what;
}

/** A door by its name, else by its number. */
export function doorOf(view: CardView, place: PlaceId | undefined, door: DoorId | undefined): string {
  const name = place === undefined || door === undefined ? undefined : view.nameOfDoor(place, door);
  return inText(doorWord({ ...(name !== undefined && { name }), ...(door !== undefined && { id: door }) }, view.say));
}

/** The people of these entries, each once, in the order they came. Rows that name nobody are each somebody else. */
export function distinctPeople(entries: readonly Entry[]): readonly (Person | undefined)[] {
  const people = new Map(entries.map((entry, index) => [personKey(entry.person) ?? index, entry.person]));
  return [...people.values()];
}

/** The same in words. */
export function peopleOf(entries: readonly Entry[], say: Catalogue): string {
  return list(
    distinctPeople(entries).map((person) => personInText(person, say)),
    say,
    5,
    'people',
  );
}

/** Says when an alert is late, why, and by how much: the row reached the bot late, or Slack could not be told in time. */
export function lateness({ incident, toldAt, say }: CardView): readonly string[] {
  return latenessInWords({ seenAfterMs: incident.seenAfterMs, toldAfterMs: toldAt - incident.openedAt }, say);
}

export type Lateness = {
  /** From when it happened until the bot saw it, in milliseconds. */
  readonly seenAfterMs: number;
  /** From then until the channel was told, in milliseconds. */
  readonly toldAfterMs: number;
  /** Said of the latest of many. */
  readonly most?: boolean;
};

/** The same of anything that is told: each delay of more than a minute, with its cause. */
export function latenessInWords(
  { seenAfterMs, toldAfterMs, most = false }: Lateness,
  say: Catalogue,
): readonly string[] {
  const { reached, told } = say.cards.late;
  return [
    ...(seenAfterMs > LATE_AFTER_MS ? [`🕰️ ${reached(lengthOfTime(seenAfterMs, say), most)}`] : []),
    ...(toldAfterMs > LATE_AFTER_MS ? [`🕰️ ${told(lengthOfTime(toldAfterMs, say), most)}`] : []),
  ];
}

/** What an alert turned out to be a part of is told by another message. */
export function mergedCard(head: string, when: string, { cards }: Catalogue): Message {
  return card({ icon: '↪️', head, story: cards.merged, smallPrint: [when] });
}
