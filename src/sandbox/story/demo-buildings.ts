import { type Building, type BuildingOptions, createBuilding } from '../clue/building.ts';
import type { SandboxClue } from '../clue/start-clue.ts';

/** The two places of the demo. */
export type DemoBuildings = {
  /** Place 178, the guide's own: door 181 with device 902, and a back door. */
  readonly shop: Building;
  /** Place 179: a third-party system has the last word at its doors. */
  readonly office: Building;
};

/** Builds the demo's places on a CLUe. */
export function createDemoBuildings(clue: SandboxClue, options: BuildingOptions = {}): DemoBuildings {
  return {
    shop: createBuilding(
      clue.place(178),
      [
        { doorId: 181, doorName: 'testDoor', deviceId: 902 },
        { doorId: 182, doorName: 'Back door', deviceId: 903 },
      ],
      options,
    ),
    office: createBuilding(
      clue.place(179),
      [
        { doorId: 191, doorName: 'Office entrance', deviceId: 911 },
        { doorId: 192, doorName: 'Archive', deviceId: 912 },
      ],
      options,
    ),
  };
}
