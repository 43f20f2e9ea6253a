/** Where a door stands in a plan, and which way its wall runs. */
export type DoorSpot = {
  readonly x: number;
  readonly y: number;
  readonly wall: 'across' | 'down';
  /** Where its name is written. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' };
};

export type FloorPlan = {
  readonly width: number;
  readonly height: number;
  readonly house: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly spots: readonly DoorSpot[];
};

const WIDTH = 440;
const HEIGHT = 132;
const HOUSE = { left: 20, top: 24, right: WIDTH - 20, bottom: HEIGHT - 26 };

/** A plan for so many doors: in turns on the front wall, below, and on the back wall, above, evenly spread. */
export function floorPlan(doors: number): FloorPlan {
  const front = Math.ceil(doors / 2);
  const spots = Array.from({ length: doors }, (_, index): DoorSpot => {
    const isFront = index % 2 === 0;
    const onWall = isFront ? front : doors - front;
    // Not right above each other: a back door is seldom in line with the front door.
    const shift = isFront ? -0.14 : 0.14;
    const share = (Math.floor(index / 2) + 0.5 + (onWall === 1 ? shift : 0)) / onWall;
    const x = Math.round(HOUSE.left + share * (HOUSE.right - HOUSE.left));
    const y = isFront ? HOUSE.bottom : HOUSE.top;
    return { x, y, wall: 'across', label: { x, y: isFront ? y + 20 : y - 13, anchor: 'middle' } };
  });
  return { width: WIDTH, height: HEIGHT, house: HOUSE, spots };
}
