import type { Instant } from '../../../door/ids.ts';
import type { Subscription } from '../../../incident/subscription.ts';
import { TOPICS, USUAL_AFTER } from '../../../incident/topic.ts';
import type { Wish } from '../../../incident/wish.ts';

/** What tells one wish from another, without the kinds: two wishes with one key differ in their kinds alone. */
export function filtersKey(wish: Wish): string {
  const { doors, places, people, notDoors, notPeople, hours, names = 'full', notify } = wish;
  const sorted = (list: readonly unknown[] | undefined): readonly string[] =>
    (list ?? []).map((one) => JSON.stringify(one)).sort();
  const doorKeys = (refs: Wish['doors']): readonly string[] => sorted(refs?.map(({ place, door }) => [place, door]));
  return JSON.stringify([
    doorKeys(doors),
    sorted(places),
    sorted(people),
    doorKeys(notDoors),
    sorted(notPeople),
    hours === undefined ? null : [hours.from, hours.to, sorted(hours.days), hours.outside === true],
    names,
    sorted(notify),
  ]);
}

/** Whether two wishes are for the very same. */
export function isSameWish(a: Wish, b: Wish): boolean {
  const kinds = ({ topics, after = USUAL_AFTER }: Wish): string =>
    JSON.stringify([TOPICS.filter((topic) => topics.includes(topic)), topics.includes('failures') ? after : 0]);
  return kinds(a) === kinds(b) && filtersKey(a) === filtersKey(b);
}

/** A subscription without what tells it apart. */
export function wishOfSubscription({ channel: _channel, id: _id, ...wish }: Subscription): Wish {
  return wish;
}

const LETTERS = 36;

/** A new short id: made of the moment, so that an old button never means a younger subscription. */
export function newId(now: Instant, subscriptions: readonly Subscription[]): string {
  for (let seconds = Math.floor(now / 1_000); ; seconds += 1) {
    const id = `s${(seconds % LETTERS ** 4).toString(LETTERS).padStart(4, '0')}`;
    if (!subscriptions.some((one) => one.id === id)) return id;
  }
}
