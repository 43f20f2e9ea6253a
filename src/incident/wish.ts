import type { Subscription } from './subscription.ts';

/** What somebody wants to hear, without where and under which id. */
export type Wish = Omit<Subscription, 'channel' | 'id'>;

/** The parts of a wish, those that say nothing among them. */
type WishParts = { readonly [Part in keyof Wish]: Wish[Part] | undefined } & Pick<Wish, 'topics'>;

/** A wish of these parts. One that narrows nothing is left out, so that a wish is the same however it was made. */
export function wishWith(parts: WishParts): Wish {
  const { topics, doors = [], places = [], people = [], notDoors = [], notPeople = [], notify = [] } = parts;
  const { hours, after, names = 'full' } = parts;
  return {
    topics,
    ...(doors.length > 0 && { doors }),
    ...(places.length > 0 && { places }),
    ...(people.length > 0 && { people }),
    ...(notDoors.length > 0 && { notDoors }),
    ...(notPeople.length > 0 && { notPeople }),
    ...(hours !== undefined && { hours }),
    ...(after !== undefined && { after }),
    ...(names !== 'full' && { names }),
    ...(notify.length > 0 && { notify }),
  };
}
