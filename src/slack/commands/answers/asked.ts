import { dayAfter, startOfDay } from '../../../door/day.ts';
import { after, doorId, type EventId, eventId, type Instant, instant, personId } from '../../../door/ids.ts';
import { partsOf } from '../../messages/parts.ts';
import type { Span } from '../../messages/span.ts';
import type { KnownPerson, PlaceView } from '../ports.ts';
import type { Question } from '../question.ts';

export const ASKS = ['recent', 'who-entered', 'failures', 'person', 'count'] as const;
export type Ask = (typeof ASKS)[number];
export const KINDS = ['failures', 'entries', 'unlocks'] as const;
export type Kinds = (typeof KINDS)[number];
export const PERS = ['hour', 'day', 'door', 'person'] as const;
export type Per = (typeof PERS)[number];

/** A question with nothing left to understand: it means the same when it is asked again by a button. */
export type Asked = Question & {
  readonly ask: Ask;
  readonly person?: KnownPerson;
  readonly kinds?: Kinds;
  readonly per?: Per;
  /** Rows that arrived before, or after, this one. */
  readonly before?: EventId;
  readonly after?: EventId;
};

/** Slack's limit of a button's value. */
const MOST_VALUE = 2_000;

/** The whole question as a button carries it; undefined for one that does not fit. Says nothing of anybody but a person's key. */
export function askedValue(asked: Asked, all: readonly PlaceView[]): string | undefined {
  const { ask, places, door, person, span, kinds, per, count } = asked;
  const value = JSON.stringify([
    ask,
    places.length === all.length ? 0 : places.map(({ id }) => id),
    door?.id ?? 0,
    person?.id ?? 0,
    span === undefined ? 0 : [span.from, span.to ?? 0, span.said],
    kinds ?? 0,
    per ?? 0,
    count ?? 0,
    asked.before ?? 0,
    asked.after ?? 0,
  ]);
  return value.length > MOST_VALUE ? undefined : value;
}

/** What a pressed button asks; undefined for what no version of the bot wrote, and for a place that is not watched any more. */
export function askedOf(value: string, all: readonly PlaceView[]): Asked | undefined {
  const [askWord, ids, doorWord, personWord, spanParts, kindsWord, perWord, count, before, newer] = partsOf(value);
  const ask = ASKS.find((one) => one === askWord);
  const places = ids === 0 ? all : Array.isArray(ids) ? all.filter(({ id }) => ids.includes(id)) : [];
  if (ask === undefined || places.length === 0 || (Array.isArray(ids) && places.length < ids.length)) return undefined;
  const door = typeof doorWord === 'string' ? doorAt(doorWord, places) : undefined;
  const span = spanOf(spanParts);
  if ((typeof doorWord === 'string' && door === undefined) || (spanParts !== 0 && span === undefined)) return undefined;
  const person = typeof personWord === 'string' ? personOf(personWord, places) : undefined;
  if (ask === 'person' && person === undefined) return undefined;
  const [kinds, per] = [KINDS.find((one) => one === kindsWord), PERS.find((one) => one === perWord)];
  return {
    ask,
    places,
    ...(door !== undefined && { door }),
    ...(person !== undefined && { person }),
    ...(span !== undefined && { span }),
    ...(kinds !== undefined && { kinds }),
    ...(per !== undefined && { per }),
    ...(typeof count === 'number' && count > 0 && { count }),
    ...(typeof before === 'string' && { before: eventId(before) }),
    ...(typeof newer === 'string' && { after: eventId(newer) }),
    scope: { places, showPlace: all.length > 1, ...(door !== undefined && { door: door.door }) },
  };
}

/** A stretch of time that means the same whenever it is asked for: what was `today` is that day, what was `last 24h` ends when it was said. */
export function fixed(span: Span, now: Instant, timeZone: string): Span {
  if ('day' in span.said) return wholeDay(span.said.day, timeZone);
  return { from: span.from, to: span.to ?? now, said: { kind: 'between' } };
}

function wholeDay(day: string, timeZone: string): Span {
  const to = after(startOfDay(dayAfter(day, 1), timeZone), -1);
  return { from: startOfDay(day, timeZone), to, said: { kind: 'day', day } };
}

/** The stretch of time right before, or right after: the day before of a day, else as long as this one. Undefined where it is yet to come. */
export function shifted(span: Span, towards: 'older' | 'newer', now: Instant, timeZone: string): Span | undefined {
  const { from, to, said } = span;
  if (towards === 'newer' && (to === undefined || to >= now)) return undefined;
  if ('day' in said) {
    const day = dayAfter(said.day, towards === 'older' ? -1 : 1);
    return wholeDay(day, timeZone);
  }
  const end = to ?? now;
  const lengthMs = Math.max(end - from, 1);
  if (towards === 'older') return { from: after(from, -lengthMs - 1), to: after(from, -1), said: { kind: 'between' } };
  const until = after(end, lengthMs + 1);
  return { from: after(end, 1), ...(until < now && { to: until }), said: { kind: 'between' } };
}

function doorAt(id: string, places: readonly PlaceView[]): Asked['door'] {
  for (const place of places) {
    const door = place.doors.find((one) => one.id === id);
    if (door !== undefined) return { id, door, place, ...(door.name !== undefined && { name: door.name }) };
  }
  const [place, ...others] = places;
  // A store that was lost knows no doors; the button still does.
  if (place === undefined || others.length > 0) return undefined;
  return { id, door: { id: doorId(id), thirdParty: false }, place };
}

function personOf(id: string, places: readonly PlaceView[]): KnownPerson {
  const name = places.map((place) => place.personName(personId(id))).find((one) => one !== undefined);
  return { id: personId(id), ...(name !== undefined && { name }) };
}

function spanOf(parts: unknown): Span | undefined {
  if (!Array.isArray(parts)) return undefined;
  const [from, to, said]: readonly unknown[] = parts;
  if (typeof from !== 'number' || typeof to !== 'number' || typeof said !== 'object' || said === null) return undefined;
  const words = saidOf({ ...said });
  if (words === undefined) return undefined;
  return { from: instant(from), ...(to !== 0 && { to: instant(to) }), said: words };
}

function saidOf({ kind, day, ms }: { kind?: unknown; day?: unknown; ms?: unknown }): Span['said'] | undefined {
  if (kind === 'last' && typeof ms === 'number') return { kind, ms };
  // What was today when it was asked is a day like any other when the button is pressed.
  if ((kind === 'today' || kind === 'yesterday' || kind === 'day') && typeof day === 'string') {
    return { kind: 'day', day };
  }
  return kind === 'between' ? { kind } : undefined;
}
