import type { PersonId, PlaceId } from '../../../door/ids.ts';
import type { DoorRef, Subscription } from '../../../incident/subscription.ts';
import { TOPICS, USUAL_AFTER } from '../../../incident/topic.ts';
import { inText } from '../escape.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { hoursInWords } from './when.ts';

/** What things are called where a sentence is read. */
export type Naming = {
  readonly say: Catalogue;
  readonly timeZone: string;
  readonly nameOfDoor: (ref: DoorRef) => string | undefined;
  readonly nameOfPlace: (place: PlaceId) => string | undefined;
  readonly nameOfPerson: (person: PersonId) => string | undefined;
  /** Whether doors are told with their place, where the bot watches several. */
  readonly showPlace: boolean;
  /** The reader may not see who people are: they are counted. */
  readonly hidesPeople?: boolean;
};

/** Names in one list at most; a sentence must stay one. */
const MOST_NAMES = 6;

/**
 * What a subscription means, in one sentence of mrkdwn.
 *
 * @param reader who reads it: everybody in the channel sees people only as the subscription itself shows them.
 */
export function subscriptionInWords(subscription: Subscription, naming: Naming, reader: 'asker' | 'channel'): string {
  const { say, timeZone, nameOfDoor, nameOfPlace, nameOfPerson, showPlace, hidesPeople = false } = naming;
  const { topics, doors, places, people, notDoors, notPeople, hours, names = 'full', notify } = subscription;
  const { common, subscriptions } = say;
  const list = (words: readonly string[]): string =>
    words.length > MOST_NAMES ? common.more(words.slice(0, MOST_NAMES), words.length - MOST_NAMES) : common.and(words);
  const place = (id: PlaceId): string => inText(nameOfPlace(id) ?? common.place(id));
  const door = (ref: DoorRef): string => {
    const name = inText(nameOfDoor(ref) ?? common.door(ref.door));
    return showPlace ? common.doorAt(name, place(ref.place)) : name;
  };
  const persons = (ids: readonly PersonId[]): string =>
    hidesPeople || (reader === 'channel' && names !== 'full')
      ? common.people(ids.length)
      : list(ids.map((id) => inText(nameOfPerson(id) ?? id)));
  const kinds = TOPICS.filter((topic) => topics.includes(topic)).map((topic) =>
    topic === 'failures'
      ? subscriptions.failuresFrom(subscription.after ?? USUAL_AFTER)
      : subscriptions.topics[topic].phrase,
  );
  return subscriptions.sentence({
    kinds: common.and(kinds),
    ...(doors !== undefined && { doors: list(doors.map(door)) }),
    ...(places !== undefined && { places: list(places.map(place)) }),
    ...(people !== undefined && { people: persons(people) }),
    ...(notDoors !== undefined && { notDoors: list(notDoors.map(door)) }),
    ...(notPeople !== undefined && { notPeople: persons(notPeople) }),
    ...(hours !== undefined && { when: hoursInWords(hours, timeZone, say) }),
    names,
    ...(notify !== undefined && { notify: { who: list(notify.map(mention)), amount: notify.length } }),
  });
}

/** A person or a user group by their Slack id. */
const mention = (id: string): string => (id.startsWith('S') ? `<!subteam^${id}>` : `<@${id}>`);
