import type { BuildingState } from '../../state.ts';
import { floorPlan } from './floor-plan.ts';
import { stateWords } from './words.ts';

const HALF_DOOR = 20;

/** A place from above, with its doors in the walls. A relay is drawn as a lock: of the leaf it says nothing. */
export function Plan({ building }: { readonly building: BuildingState }) {
  const { width, height, house, spots } = floorPlan(building.doors.length);
  const { left, top, right, bottom } = house;
  const inner = { x: Math.round(left + (right - left) * 0.5), y: (top + bottom) / 2 };
  const told = building.doors.map((door) => `${door.doorName}: ${stateWords(door)}`).join('. ');
  return (
    <svg
      className="plan"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`Plan of ${building.name}. ${told}`}
    >
      <rect className="plan-floor" x={left} y={top} width={right - left} height={bottom - top} />
      <path
        className="plan-inner"
        d={`M${inner.x} ${top}V${inner.y - 14}M${inner.x} ${inner.y + 14}V${bottom}M${inner.x} ${inner.y + 14}H${right}`}
      />
      <path className="plan-thing" d={`M${left + 40} ${top + 20}h110v14h-110zM${left + 40} ${top + 52}h70v14h-70z`} />
      <rect className="plan-wall" x={left} y={top} width={right - left} height={bottom - top} />
      {spots.map((spot, index) => {
        const door = building.doors[index];
        if (door === undefined) return null;
        const looks = door.isOnline ? `spot spot-${door.relay}` : 'spot spot-offline';
        return (
          <g key={door.doorId} className={looks}>
            <line className="spot-gap" x1={spot.x - HALF_DOOR} x2={spot.x + HALF_DOOR} y1={spot.y} y2={spot.y} />
            <line className="spot-door" x1={spot.x - HALF_DOOR} x2={spot.x + HALF_DOOR} y1={spot.y} y2={spot.y} />
            <circle className="spot-ring" cx={spot.x} cy={spot.y} r={12} />
            <g className="spot-lock" transform={`translate(${spot.x - 5} ${spot.y - 6})`}>
              <path d={door.relay === 'locked' ? 'M2 6V3.6a3 3 0 0 1 6 0V6' : 'M2 6V3.4a3 3 0 0 1 5.8-1'} />
              <rect x="0.5" y="5.5" width="9" height="6.5" rx="1.4" />
            </g>
            <text className="spot-name" x={spot.x + 26} y={spot.label.y}>
              {door.doorName}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
