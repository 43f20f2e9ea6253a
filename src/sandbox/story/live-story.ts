import type { SandboxDoor, SandboxPerson } from '../clue/door.ts';
import { between, type Random, seededRandom } from '../clue/seeded-random.ts';
import { ownTimers, type Schedule } from '../clue/timers.ts';
import type { DemoBuildings } from './demo-buildings.ts';
import { PEOPLE } from './people.ts';
import { SCENES, type Scene, type SceneName } from './scenes.ts';

/** A scene that has just begun, for whoever narrates. */
export type Told = {
  readonly scene: SceneName;
  readonly placeId: number;
  readonly door: SandboxDoor;
  readonly person: SandboxPerson;
};

export type LiveStoryOptions = {
  readonly schedule?: Schedule;
  /** The same seed tells the same scenes; 1. */
  readonly seed?: number;
  /** The shortest and the longest quiet before a scene, in milliseconds; 20,000 and 60,000. */
  readonly everyMs?: readonly [number, number];
  readonly onScene?: (told: Told) => void;
  /** Asked when a scene is due: while this says yes nothing begins. A scene that has begun is played to its end. */
  readonly isPaused?: () => boolean;
};

/**
 * An endless, calm day: a scene every 20 to 60 seconds, the first after such a quiet, until it is stopped. It gives way
 * to somebody who plays at the doors: a scene that falls due while it is paused is left out, and the next quiet begins.
 */
export function liveStory(buildings: DemoBuildings, options: LiveStoryOptions = {}): { readonly stop: () => void } {
  const { seed = 1, everyMs = [20_000, 60_000], onScene = () => {}, isPaused = () => false } = options;
  const random = seededRandom(seed);
  const timers = ownTimers(options.schedule);

  const tellScene = () => {
    const scene = chosen(random);
    const building = scene.where(buildings);
    const door = oneOf(building.doors, random);
    const person = oneOf(PEOPLE, random);
    const other = oneOf(
      PEOPLE.filter((candidate) => candidate !== person),
      random,
    );
    scene.play({ door, person, other, after: timers.after });
    onScene({ scene: scene.name, placeId: building.place.id, door, person });
  };
  const wait = () =>
    timers.after(between(random, ...everyMs), () => {
      if (!isPaused()) tellScene();
      wait();
    });

  wait();
  return { stop: timers.stop };
}

function chosen(random: Random): Scene {
  const urn = SCENES.flatMap((scene) => Array.from({ length: scene.weight }, () => scene));
  return oneOf(urn, random);
}

function oneOf<Thing>(things: readonly Thing[], random: Random): Thing {
  const thing = things[between(random, 0, things.length - 1)];
  if (thing === undefined) throw new RangeError('There is nothing to choose from.');
  return thing;
}
