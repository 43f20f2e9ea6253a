import { createDoor, type DoorPlan, type SandboxDoor } from './door.ts';
import { createListeners } from './listeners.ts';
import type { SandboxPlace } from './place.ts';
import type { Random } from './seeded-random.ts';
import { ownTimers, type Schedule } from './timers.ts';

/** The doors of a place, each with its device. */
export type Building = {
  readonly place: SandboxPlace;
  readonly doors: readonly SandboxDoor[];
  /** A door by its id; it throws a RangeError for a door that is not in the plan. */
  readonly door: (doorId: number) => SandboxDoor;
  /** Calls the listener whenever a door stands differently, whoever wrote of it; the returned function ends that. */
  readonly whenChanged: (listener: () => void) => () => void;
  /** Nothing that is still due happens any more. */
  readonly stop: () => void;
};

export type BuildingOptions = {
  readonly now?: () => number;
  readonly schedule?: Schedule;
  readonly random?: Random;
};

/** Builds the doors of a place. */
export function createBuilding(
  place: SandboxPlace,
  plan: readonly DoorPlan[],
  { now = Date.now, schedule, random = Math.random }: BuildingOptions = {},
): Building {
  const timers = ownTimers(schedule);
  const { add: whenChanged, tell: changed } = createListeners();
  const doors = plan.map((door) => createDoor({ place, plan: door, now, after: timers.after, random, changed }));
  const stopListening = place.whenWritten(changed);
  return {
    place,
    doors,
    door(doorId) {
      const door = doors.find((candidate) => candidate.doorId === doorId);
      if (door === undefined) throw new RangeError(`There is no door ${doorId} in place ${place.id}.`);
      return door;
    },
    whenChanged,
    stop() {
      timers.stop();
      stopListening();
    },
  };
}
