import type { BuildingState, Doing, FaultsState } from '../../state.ts';

type Door = BuildingState['doors'][number];
export type DoorAct = Extract<Doing, { do: 'door' }>['what'];
export type Choice<Name extends string> = { readonly name: Name; readonly label: string };

/** What can be done at a door as it stands now, in the order of the buttons. */
export function actsAt(door: Door): readonly Choice<DoorAct>[] {
  return [
    { name: 'let-in', label: 'Let in' },
    { name: 'refuse-once', label: 'Refuse a face' },
    { name: 'refuse-fourteen', label: 'Refuse 14 times' },
    { name: 'third-party-refuses', label: 'Third party refuses' },
    { name: 'exit-button', label: 'Exit button' },
    door.isHeld ? { name: 'lock-again', label: 'Lock again' } : { name: 'leave-unlocked', label: 'Leave unlocked' },
    door.isOnline ? { name: 'cut-device', label: 'Cut device off' } : { name: 'reconnect', label: 'Reconnect device' },
  ];
}

/** Who was last at a door, by what CLUe knows of them. */
export function personWords(door: Door): string {
  const person = door.lastPerson;
  if (person === undefined) return 'nobody yet';
  return person.userName ?? person.userId ?? 'somebody unknown';
}

/** How a door's relay and device stand. A relay says nothing of the leaf, so nothing is open or shut. */
export function stateWords(door: Door): string {
  const relay = door.relay === 'locked' ? 'Locked' : door.isHeld ? 'Left unlocked' : 'Unlocked';
  if (door.isOnline) return relay;
  return `${relay} · device offline · ${door.kept} ${door.kept === 1 ? 'row' : 'rows'} kept`;
}

export const CLUE_STATES: readonly Choice<FaultsState['clue']>[] = [
  { name: 'well', label: 'Well' },
  { name: 'away', label: 'Down' },
  { name: 'slow', label: 'Slow' },
  { name: 'session-expired', label: 'Session expired' },
  { name: 'account-locked', label: 'Account locked' },
];

export const SLACK_STATES: readonly Choice<FaultsState['slack']>[] = [
  { name: 'well', label: 'Well' },
  { name: 'rate-limited', label: 'Answers 429' },
  { name: 'http-500', label: 'Answers 500' },
  { name: 'lost-answer', label: 'Loses an answer' },
  { name: 'away', label: 'Away' },
];
