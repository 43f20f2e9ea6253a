import type { DoorState } from './door.ts';
import type { LogRow } from './place.ts';

/** What a row of one door must say to tell how the door stands. */
export type DoorRow = Pick<LogRow, 'eventAt' | 'localLogId' | 'eventType' | 'userId' | 'userName' | 'authId'>;

/**
 * How a door stands by its rows, whatever their order: a row that is uploaded late tells of the past. The newest relay
 * row says whether it is unlocked; with no such row it is locked.
 */
export function standingOf(rows: readonly DoorRow[]): Pick<DoorState, 'relay' | 'lastPerson' | 'lastEvent'> {
  const last = newestOf(rows);
  const relay = newestOf(rows.filter(({ eventType }) => /^DEV_DOOR_RELAY_O(N|FF)$/.test(eventType)));
  const withPerson = newestOf(rows.filter(({ userId, userName }) => userId !== undefined || userName !== undefined));
  return {
    relay: relay?.eventType === 'DEV_DOOR_RELAY_ON' ? 'unlocked' : 'locked',
    ...(withPerson !== undefined && { lastPerson: personOf(withPerson) }),
    ...(last !== undefined && { lastEvent: { eventType: last.eventType, eventAt: last.eventAt } }),
  };
}

function newestOf(rows: readonly DoorRow[]): DoorRow | undefined {
  return rows.reduce<DoorRow | undefined>((newest, row) => (newest && isBefore(row, newest) ? newest : row), undefined);
}

/** Within one millisecond the device's own count decides. */
function isBefore(one: DoorRow, other: DoorRow): boolean {
  return one.eventAt === other.eventAt ? one.localLogId < other.localLogId : one.eventAt < other.eventAt;
}

function personOf({ userId, userName, authId }: DoorRow): NonNullable<DoorState['lastPerson']> {
  return {
    ...(userId !== undefined && { userId }),
    ...(userName !== undefined && { userName }),
    ...(authId !== undefined && { authId }),
  };
}
