import type { Building } from '../clue/building.ts';
import type { SandboxDoor, SandboxPerson } from '../clue/door.ts';
import type { Schedule } from '../clue/timers.ts';
import type { DemoBuildings } from './demo-buildings.ts';

/** What one scene is about. */
export type SceneName =
  | 'comes'
  | 'is refused once and comes again'
  | 'is followed by another'
  | 'leaves by the exit button'
  | 'comes with the third party'
  | 'is refused by the third party';

export type Scene = {
  readonly name: SceneName;
  /** How often it is chosen, against the others. */
  readonly weight: number;
  readonly where: (buildings: DemoBuildings) => Building;
  readonly play: (stage: Stage) => void;
};

/** Where and with whom a scene plays. */
export type Stage = {
  readonly door: SandboxDoor;
  readonly person: SandboxPerson;
  /** Somebody else. */
  readonly other: SandboxPerson;
  readonly after: Schedule;
};

const shop = (buildings: DemoBuildings) => buildings.shop;
const office = (buildings: DemoBuildings) => buildings.office;

export const SCENES: readonly Scene[] = [
  { name: 'comes', weight: 8, where: shop, play: ({ door, person }) => door.letIn(person) },
  {
    name: 'is refused once and comes again',
    weight: 3,
    where: shop,
    play({ door, person, after }) {
      door.refuse();
      after(6_500, () => door.letIn(person));
    },
  },
  {
    name: 'is followed by another',
    weight: 2,
    where: shop,
    play({ door, person, other, after }) {
      door.letIn(person);
      after(2_700, () => door.letIn(other));
    },
  },
  { name: 'leaves by the exit button', weight: 2, where: shop, play: ({ door }) => door.exitButton() },
  {
    name: 'comes with the third party',
    weight: 5,
    where: office,
    play: ({ door, person }) => door.letInByThirdParty(person),
  },
  {
    name: 'is refused by the third party',
    weight: 2,
    where: office,
    play: ({ door, person }) => door.thirdPartyRefuses(person),
  },
];
