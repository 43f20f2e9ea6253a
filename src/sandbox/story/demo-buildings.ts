import { type Building, type BuildingOptions, createBuilding } from '../clue/building.ts';
import type { SandboxClue } from '../clue/start-clue.ts';

export type DemoPlace = { readonly placeId: number; readonly name: string; readonly thirdParty: boolean };

/** The two places of the demo. */
export type DemoBuildings = {
  /** Place 178, the guide's own: door 181 with device 902, and a back door. */
  readonly shop: Building;
  /** Place 179: a third-party system has the last word at its doors. */
  readonly office: Building;
};

/** What the places are called, and whether a third party decides there. */
export const DEMO_PLACES: Readonly<Record<keyof DemoBuildings, DemoPlace>> = {
  shop: { placeId: 178, name: 'Shibuya store', thirdParty: false },
  office: { placeId: 179, name: 'Ebisu office', thirdParty: true },
};

/** The IANA zone of the demo's doors: both places are in Tokyo. */
export const DEMO_TIME_ZONE = 'Asia/Tokyo';

/** Builds the demo's places on a CLUe. */
export function createDemoBuildings(clue: SandboxClue, options: BuildingOptions = {}): DemoBuildings {
  return {
    shop: createBuilding(
      clue.place(DEMO_PLACES.shop.placeId),
      [
        { doorId: 181, doorName: 'testDoor', deviceId: 902 },
        { doorId: 182, doorName: 'Back door', deviceId: 903 },
      ],
      options,
    ),
    office: createBuilding(
      clue.place(DEMO_PLACES.office.placeId),
      [
        { doorId: 191, doorName: 'Office entrance', deviceId: 911 },
        { doorId: 192, doorName: 'Archive', deviceId: 912 },
      ],
      options,
    ),
  };
}
