import { doorId, personId, placeId } from '../../../door/ids.ts';
import type { Weekday } from '../../../door/zone.ts';
import { type DoorRef, NAMES_SHOWN } from '../../../incident/subscription.ts';
import { TOPICS } from '../../../incident/topic.ts';
import { type Wish, wishWith } from '../../../incident/wish.ts';

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** Whatever was written by hand or by a younger version: failures from such a number on are asked for by nobody. */
const MOST_AFTER = 99;
const DAY = 1_440;

/** A wish as a list that a button can carry: by ids, so that it means the same when doors get other names. */
export function wishParts(wish: Wish): readonly unknown[] {
  const { topics, doors, places, people, notDoors, notPeople, hours, after, names, notify } = wish;
  const refs = (list: readonly DoorRef[] | undefined) => (list ?? []).map(({ place, door }) => [place, door]);
  return [
    topics,
    refs(doors),
    places ?? [],
    people ?? [],
    refs(notDoors),
    notPeople ?? [],
    hours === undefined ? null : [hours.from, hours.to, hours.days ?? [], hours.outside === true],
    after ?? null,
    names ?? null,
    notify ?? [],
  ];
}

/** The wish of such a list; undefined for one that no version of the bot wrote, or that asks for what is told no more. */
export function readWishParts(parts: readonly unknown[]): Wish | undefined {
  const [kinds, doorsGiven, placesGiven, peopleGiven, notDoorsGiven, notPeopleGiven, when, from, shown, calls] = parts;
  const named = texts(kinds);
  const topics = TOPICS.filter((topic) => named?.includes(topic));
  const doors = refsOf(doorsGiven);
  const places = texts(placesGiven)?.map(placeId);
  const people = texts(peopleGiven)?.map(personId);
  const notDoors = refsOf(notDoorsGiven);
  const notPeople = texts(notPeopleGiven)?.map(personId);
  const notify = texts(calls);
  const hours = when === null ? null : hoursOf(when);
  const after = from === null || (typeof from === 'number' && from >= 1 && from <= MOST_AFTER) ? from : undefined;
  const names = shown === null ? null : NAMES_SHOWN.find((one) => one === shown);
  if (topics.length === 0 || topics.length !== named?.length) return undefined;
  if (doors === undefined || places === undefined || people === undefined || notDoors === undefined) return undefined;
  if (notPeople === undefined || notify === undefined || hours === undefined) return undefined;
  if (after === undefined || names === undefined) return undefined;
  return wishWith({
    topics,
    doors,
    places,
    people,
    notDoors,
    notPeople,
    hours: hours ?? undefined,
    after: after ?? undefined,
    names: names ?? undefined,
    notify,
  });
}

function texts(given: unknown): readonly string[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const list: readonly unknown[] = given;
  const words = list.filter((one) => typeof one === 'string');
  return words.length === list.length ? words : undefined;
}

function refsOf(given: unknown): readonly DoorRef[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const list: readonly unknown[] = given;
  const refs = list.flatMap((one) => {
    const [place, door, ...more] = texts(one) ?? [];
    if (place === undefined || door === undefined || more.length > 0) return [];
    return [{ place: placeId(place), door: doorId(door) }];
  });
  return refs.length === list.length ? refs : undefined;
}

function hoursOf(given: unknown): Wish['hours'] {
  if (!Array.isArray(given)) return undefined;
  const [from, to, daysGiven, outside]: readonly unknown[] = given;
  const isMinute = (one: unknown): one is number => typeof one === 'number' && one >= 0 && one <= DAY;
  if (!isMinute(from) || !isMinute(to) || !Array.isArray(daysGiven)) return undefined;
  const list: readonly unknown[] = daysGiven;
  const days = WEEK.filter((day) => list.includes(day));
  if (days.length !== list.length) return undefined;
  return { from, to, ...(days.length > 0 && { days }), ...(outside === true && { outside }) };
}
