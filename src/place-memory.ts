import type { Instant } from './door/ids.ts';
import type { Zone } from './door/zone.ts';
import { busiestHours } from './incident/habit.ts';
import { viewsOf } from './incident/judge.ts';
import { habitsOf, middleSpellMs } from './incident/learned.ts';
import type { DoorMemory, Memory, PlaceMemory } from './slack/commands/ports.ts';
import type { PlaceWatch } from './watch/place-watch.ts';

export type PlaceMemoryOptions = {
  /** By place id. */
  readonly watches: ReadonlyMap<string, PlaceWatch>;
  readonly zone: Zone;
  readonly now: () => Instant;
};

/** What the bot knows of its places by itself, from their desks as they are now. */
export function placeMemory({ watches, zone, now }: PlaceMemoryOptions): Memory {
  const hourAt = (at: Instant): number => Math.floor(zone.wall(at).minute / 60);
  return {
    of: (place) => {
      const watch = watches.get(place);
      return watch === undefined ? undefined : memoryOf(watch, now(), hourAt);
    },
  };
}

function memoryOf(watch: PlaceWatch, now: Instant, hourAt: (at: Instant) => number): PlaceMemory {
  const state = watch.desk.state();
  const { lastGoodPollAt, problem } = watch.health();
  const knownAt = lastGoodPollAt ?? state.lookedAt;
  const views = viewsOf(state, now);
  return {
    ...(knownAt !== undefined && { knownAt }),
    ...(problem !== undefined && { problem }),
    doors: state.doors.map(({ door, name, stands, habit }, index): DoorMemory => {
      const view = views[index];
      const unlockedMs = view === undefined ? undefined : middleSpellMs(view, now);
      return {
        ...(door !== undefined && { id: door }),
        ...(name !== undefined && { name }),
        ...(stands !== undefined && { stands }),
        habits: {
          ...(unlockedMs !== undefined && { unlockedMs }),
          unexplained: view === undefined ? 'unknown' : habitsOf(view)(now),
          busiest: busiestHours(habit, hourAt),
        },
      };
    }),
  };
}
