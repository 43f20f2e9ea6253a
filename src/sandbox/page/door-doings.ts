import type { Building } from '../clue/building.ts';
import type { SandboxDoor, SandboxPerson } from '../clue/door.ts';
import { DEMO_PLACES, type DemoBuildings } from '../story/demo-buildings.ts';
import { PEOPLE } from '../story/people.ts';
import type { Doing } from './state.ts';

type DoorDoing = Extract<Doing, { readonly do: 'door' }>;

/** As many as in the burst of the vendor's guide. */
const GUIDE_FAILURES = 14;
/** The guide's burst took 69 s; at this pace somebody can watch its message grow in 13. */
const FAILURE_EVERY_MS = 1_000;

/**
 * Lets somebody play at the doors. The people who come are the demo's, one after the other.
 * It throws a RangeError, in words for whoever plays, for a door that is not there.
 */
export function createDoorDoings(buildings: DemoBuildings): (doing: DoorDoing) => void {
  let nth = 0;
  const nextPerson = (): SandboxPerson => PEOPLE[nth++ % PEOPLE.length] ?? {};

  return ({ place, door: doorId, what }) => {
    const { building, thirdParty } = buildingOf(buildings, place);
    const door = building.door(doorId);
    switch (what) {
      case 'let-in':
        return thirdParty ? door.letInByThirdParty(nextPerson()) : door.letIn(nextPerson());
      case 'refuse-once':
        return door.refuse();
      case 'refuse-fourteen':
        return door.failTimes(GUIDE_FAILURES, FAILURE_EVERY_MS);
      case 'third-party-refuses':
        return refuseByThirdParty(door, nextPerson(), thirdParty);
      case 'exit-button':
        return door.exitButton();
      case 'leave-unlocked':
        return door.leaveUnlocked();
      case 'lock-again':
        return door.lockAgain();
      case 'cut-device':
        return door.cutDevice();
      case 'reconnect':
        return door.reconnect();
      default:
        return what satisfies never;
    }
  };
}

/**
 * The guide's refusal is silent: the third party's row does not come. Where no third party has ever been heard, that
 * would look like a lock that does not answer, so there it says no aloud.
 */
function refuseByThirdParty(door: SandboxDoor, person: SandboxPerson, isExpected: boolean): void {
  door.thirdPartyRefuses(person, isExpected ? 'silently' : 'aloud');
}

function buildingOf(
  { shop, office }: DemoBuildings,
  placeId: number,
): { readonly building: Building; readonly thirdParty: boolean } {
  if (placeId === DEMO_PLACES.shop.placeId) return { building: shop, thirdParty: DEMO_PLACES.shop.thirdParty };
  if (placeId === DEMO_PLACES.office.placeId) return { building: office, thirdParty: DEMO_PLACES.office.thirdParty };
  throw new RangeError(`There is no place ${placeId}.`);
}
