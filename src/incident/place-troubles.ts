import { missingOf } from './absence.ts';
import type { DeviceLog } from './device-log.ts';
import type { HouseMessage } from './house.ts';
import type { PlaceState } from './place.ts';
import type { Subscription } from './subscription.ts';
import type { Trouble } from './trouble.ts';
import { keyOfTrouble } from './troubles.ts';

/**
 * What the house hears of a place that was read: devices whose rows are missing, doors that are silent, and what is
 * over, with what it came to. Safe to say again at each poll, and after a restart.
 */
export function troublesOf(state: PlaceState, subscriptions: readonly Subscription[]): readonly HouseMessage[] {
  const said = [...state.devices.map((log) => missingRows(state, log)), silentDoors(state)];
  return said
    .filter((one) => one !== undefined)
    .map(({ facts, isOver }): HouseMessage => {
      if (isOver) return { kind: 'trouble-over', key: keyOfTrouble(facts), facts };
      return { kind: 'trouble', facts, subscriptions };
    });
}

type Said = { readonly facts: Trouble; readonly isOver: boolean };

function missingRows({ place }: PlaceState, log: DeviceLog): Said | undefined {
  const { absence, device, doors } = log;
  if (absence === undefined) return undefined;
  const { first, last, since, came, until } = absence;
  const missing = missingOf(log);
  const most = missing + came;
  return {
    facts: { kind: 'missing-rows', place, device, doors, missing, most, first, last, since },
    isOver: until !== undefined,
  };
}

/** While it goes on, the doors that are silent now; once over, all that were. */
function silentDoors({ place, silence }: PlaceState): Said | undefined {
  if (silence === undefined) return undefined;
  const isOver = silence.until !== undefined;
  const forgotten = silence.doors.filter((one) => one.ended === 'forgotten');
  const listed = isOver ? silence.doors : silence.doors.filter((one) => one.ended === undefined);
  const isUnheard = isOver && forgotten.length > 0;
  const shown = isUnheard ? forgotten : listed;
  const doors = shown.map(({ door, lastAt, usual }) => ({ door, lastAt, usual }));
  return {
    facts: { kind: 'silent', place, doors, since: silence.since, ...(isUnheard && { unheard: true as const }) },
    isOver,
  };
}
