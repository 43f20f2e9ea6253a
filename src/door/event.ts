import {
  compareEventIds,
  type DeviceId,
  type DoorId,
  type EventId,
  type Instant,
  type PersonId,
  type PlaceId,
} from './ids.ts';

/** Who a row speaks of. CLUe may know the key, the name, both, or neither. */
export type Person = {
  readonly id?: PersonId;
  readonly name?: string;
  /** Tells people apart before whoever may not know who they are. It is never shown. */
  readonly alias?: string;
};

type Row = {
  readonly id: EventId;
  readonly place: PlaceId;
  /** The device's own time of the event. A device's clock may be wrong, and it may upload hours later. */
  readonly at: Instant;
  /** The vendor's raw code, kept for every row: `DEV_FACE_AUTH_FAIL`. */
  readonly code: string;
  readonly door?: DoorId;
  readonly doorName?: string;
  readonly device?: DeviceId;
  /** The device's own count of its log entries; a hole means rows that have not reached the server. */
  readonly localLogId?: number;
  readonly person?: Person;
};

/** One row of CLUe's log, by what it means at the door. */
export type DoorEvent =
  | (Row & { readonly kind: 'authenticated' })
  | (Row & { readonly kind: 'auth-failed' })
  | (Row & { readonly kind: 'third-party-accepted' })
  | (Row & { readonly kind: 'third-party-refused' })
  | (Row & { readonly kind: 'unlocked' })
  | (Row & { readonly kind: 'locked' })
  | (Row & { readonly kind: 'unknown' });

export type EventKind = DoorEvent['kind'];

const RULES: readonly (readonly [RegExp, EventKind])[] = [
  [/_RELAY_ON$/, 'unlocked'],
  [/_RELAY_OFF$/, 'locked'],
  [/^VENDOR_.*_(SUCCESS|ACCEPTED)$/, 'third-party-accepted'],
  [/^VENDOR_.*_(FAIL|FAILED|FAILURE|DENIED|REFUSED)$/, 'third-party-refused'],
  [/_(AUTH|CONFIRM)_SUCCESS$/, 'authenticated'],
  [/_(AUTH|CONFIRM)_(FAIL|FAILED|FAILURE|DENIED)$/, 'auth-failed'],
];

/**
 * What a raw code means. The vendor documents five codes and uses others, so a code is read by its
 * words; what fits no rule is `unknown` and keeps its code.
 */
export function kindOfCode(code: string): EventKind {
  return RULES.find(([pattern]) => pattern.test(code))?.[1] ?? 'unknown';
}

const METHODS = ['FACE', 'QR', 'CARD', 'PIN', 'FINGER', 'BLE', 'NFC', 'MOBILE', 'PASSWORD'] as const;
/** How somebody showed who they are, as far as the code tells. */
export type Method = 'face' | 'qr' | 'card' | 'pin' | 'finger' | 'ble' | 'nfc' | 'mobile' | 'password';

/** The way of authentication that a raw code names, if it names one: `DEV_FACE_AUTH_FAIL` gives `face`. */
export function methodOfCode(code: string): Method | undefined {
  const word = code.split('_').find((part) => METHODS.some((method) => method === part));
  return METHODS.find((method) => method === word)?.toLowerCase() as Method | undefined;
}

/** Orders events by the device's time, and those of one moment by the order in which the server took them. */
export function byTime(a: DoorEvent, b: DoorEvent): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.device !== undefined && a.device === b.device && a.localLogId !== undefined && b.localLogId !== undefined) {
    if (a.localLogId !== b.localLogId) return a.localLogId - b.localLogId;
  }
  return compareEventIds(a.id, b.id);
}
