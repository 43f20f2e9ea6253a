declare const brand: unique symbol;
type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

/** A site (a shop, an office) as CLUe numbers it. Opaque text. */
export type PlaceId = Brand<string, 'PlaceId'>;
/** A door of a place. Opaque text. */
export type DoorId = Brand<string, 'DoorId'>;
/** The reader at a door. Opaque text. */
export type DeviceId = Brand<string, 'DeviceId'>;
/** The customer's own key of a person (CLUe's `userId`). Opaque text. */
export type PersonId = Brand<string, 'PersonId'>;
/** A row's id on the server (CLUe's `logId`, newer services' `id`). Opaque text, ordered by {@link compareEventIds}. */
export type EventId = Brand<string, 'EventId'>;
/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Brand<number, 'Instant'>;

export const placeId = (text: string): PlaceId => text as PlaceId;
export const doorId = (text: string): DoorId => text as DoorId;
export const deviceId = (text: string): DeviceId => text as DeviceId;
export const personId = (text: string): PersonId => text as PersonId;
export const eventId = (text: string): EventId => text as EventId;
export const instant = (ms: number): Instant => ms as Instant;

/** The moment `ms` milliseconds after (or, when negative, before) `at`. */
export const after = (at: Instant, ms: number): Instant => (at + ms) as Instant;

/**
 * Orders ids as the server issued them: by length, then as text. Right for growing numbers and for
 * 24-digit hex text alike, without reading either as a number.
 */
export function compareEventIds(a: EventId, b: EventId): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
