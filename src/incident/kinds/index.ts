import type { Instant } from '../../door/ids.ts';
import type { DoorFacts } from '../door-facts.ts';
import { entries } from './entries.ts';
import { failures } from './failures.ts';
import { firstIn } from './first-in.ts';
import type { DoorKind, Kind, PlaceKind } from './kind.ts';
import { lastEntry } from './last-entry.ts';
import { leftUnlocked } from './left-unlocked.ts';
import { notUnlocked } from './not-unlocked.ts';
import { refusedByThirdParty } from './refused-by-third-party.ts';
import { unexplained } from './unexplained.ts';
import { unlocks } from './unlocks.ts';
import { walkAround } from './walk-around.ts';

/** Every kind of incident at a door or a place. A new kind is a new file and a line here. */
export const KINDS: readonly Kind[] = [
  ofDoor(failures),
  ofDoor(unlocks),
  ofDoor(refusedByThirdParty),
  ofDoor(notUnlocked),
  ofDoor(unexplained),
  ofDoor(leftUnlocked),
  ofPlace(walkAround),
  ofPlace(entries),
  ofPlace(firstIn),
  ofPlace(lastEntry),
];

function ofDoor<F extends DoorFacts>(one: DoorKind<F>): DoorKind {
  return { ...amongOthers(one), of: 'door', sight: one.sight };
}

function ofPlace<F extends DoorFacts>(one: PlaceKind<F>): PlaceKind {
  return { ...amongOthers(one), of: 'place', sight: one.sight };
}

/** A kind as one of many: it reads only facts of its own kind, which its name tells. */
function amongOthers<F extends DoorFacts>(one: DoorKind<F> | PlaceKind<F>) {
  const own = (facts: DoorFacts): F => {
    const isOwn = (any: DoorFacts): any is F => any.kind === one.name;
    if (!isOwn(facts)) throw new TypeError(`facts of ${facts.kind} were given to the kind ${one.name}`);
    return facts;
  };
  return {
    name: one.name,
    extent: (facts: DoorFacts) => one.extent(own(facts)),
    carry: (known: DoorFacts, sighted: DoorFacts, isAtHand: (at: Instant) => boolean) =>
      one.carry(own(known), own(sighted), isAtHand),
    keeps: (facts: DoorFacts) => one.keeps(own(facts)),
  };
}
