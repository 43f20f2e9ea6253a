import type { DoorFacts } from '../incident.ts';
import { failures } from './failures.ts';
import type { Kind } from './kind.ts';
import { unlocks } from './unlocks.ts';

/** Every kind of incident at a door. A new kind is a new file and a line here. */
export const KINDS: readonly Kind[] = [kind(failures), kind(unlocks)];

/** A kind as one of many: it reads only facts of its own kind, which its name tells. */
function kind<F extends DoorFacts>(one: Kind<F>): Kind {
  const own = (facts: DoorFacts): F => {
    const isOwn = (any: DoorFacts): any is F => any.kind === one.name;
    if (!isOwn(facts)) throw new TypeError(`facts of ${facts.kind} were given to the kind ${one.name}`);
    return facts;
  };
  return {
    name: one.name,
    sight: one.sight,
    extent: (facts) => one.extent(own(facts)),
    carry: (known, sighted, isAtHand) => one.carry(own(known), own(sighted), isAtHand),
    keeps: (facts) => one.keeps(own(facts)),
  };
}
