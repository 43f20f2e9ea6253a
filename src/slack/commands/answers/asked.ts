import type { KindAsked, Per } from '../../../asking/kinds.ts';
import { isRawType } from '../../../asking/kinds.ts';
import { isZone } from '../../../asking/zones.ts';
import { doorId, type EventId, eventId, personId } from '../../../door/ids.ts';
import { partsOf } from '../../messages/parts.ts';
import type { PlaceView } from '../ports.ts';
import type { Question } from '../question.ts';
import { readSpan, spanParts } from './spans.ts';

export const ASKS = ['recent', 'who-entered', 'failures', 'person', 'count'] as const;
export type Ask = (typeof ASKS)[number];
const NAMED_KINDS = ['failures', 'entries', 'unlocks'] as const;
const PERS: readonly Per[] = ['hour', 'day', 'door', 'person'];

/** A question with nothing left to understand: it means the same when it is asked again by a button. */
export type Asked = Pick<
  Question,
  'places' | 'door' | 'person' | 'kinds' | 'span' | 'per' | 'count' | 'scope' | 'timeZone'
> & {
  readonly ask: Ask;
  /** Rows that arrived before, or after, this one. */
  readonly before?: EventId;
  readonly after?: EventId;
};

/** Slack's limit of a button's value. */
const MOST_VALUE = 2_000;

/** The whole question as a button carries it; undefined for one that does not fit. Says nothing of anybody but a person's key. */
export function askedValue(asked: Asked, all: readonly PlaceView[]): string | undefined {
  const { ask, places, door, person, span, kinds, per, count, timeZone } = asked;
  const value = JSON.stringify([
    ask,
    places.length === all.length ? 0 : places.map(({ id }) => id),
    door?.id ?? 0,
    person?.id ?? 0,
    span === undefined ? 0 : spanParts(span),
    kinds ?? 0,
    per ?? 0,
    count ?? 0,
    asked.before ?? 0,
    asked.after ?? 0,
    timeZone,
  ]);
  return value.length > MOST_VALUE ? undefined : value;
}

/** What a pressed button asks; undefined for what no version of the bot wrote, and for a place that is not watched any more. */
export function askedOf(value: string, all: readonly PlaceView[]): Asked | undefined {
  const [askWord, ids, doorWord, personWord, span, kindWords, perWord, count, before, newer, zone] = partsOf(value);
  const ask = ASKS.find((one) => one === askWord);
  const places = ids === 0 ? all : Array.isArray(ids) ? all.filter(({ id }) => ids.includes(id)) : [];
  if (ask === undefined || places.length === 0 || (Array.isArray(ids) && places.length < ids.length)) return undefined;
  if (typeof zone !== 'string' || !isZone(zone)) return undefined;
  const door = typeof doorWord === 'string' ? doorAt(doorWord, places) : undefined;
  const time = readSpan(span);
  const kinds = kindsOf(kindWords);
  // What a version of the bot wrote and this one does not read may not become another question.
  const isLost =
    (typeof doorWord === 'string' && door === undefined) ||
    (span !== 0 && time === undefined) ||
    (kindWords !== 0 && kinds === undefined);
  if (isLost) return undefined;
  const person = typeof personWord === 'string' ? personAt(personWord, places) : undefined;
  if (ask === 'person' && person === undefined) return undefined;
  const per = PERS.find((one) => one === perWord);
  return {
    ask,
    places,
    timeZone: zone,
    ...(door !== undefined && { door }),
    ...(person !== undefined && { person }),
    ...(time !== undefined && { span: time }),
    ...(kinds !== undefined && { kinds }),
    ...(per !== undefined && { per }),
    ...(typeof count === 'number' && count > 0 && { count }),
    ...(typeof before === 'string' && { before: eventId(before) }),
    ...(typeof newer === 'string' && { after: eventId(newer) }),
    scope: { places, showPlace: all.length > 1, ...(door !== undefined && { door: door.door }) },
  };
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

function personAt(key: string, all: readonly PlaceView[]): NonNullable<Asked['person']> {
  const id = personId(key);
  const places = all.filter(({ people }) => people.some((one) => one.id === id));
  const name = places.map((place) => place.personName(id)).find((one) => one !== undefined);
  return { id, places, ...(name !== undefined && { name }) };
}

function kindsOf(words: unknown): readonly KindAsked[] | undefined {
  if (!Array.isArray(words) || words.length === 0) return undefined;
  const kinds = words.flatMap((word): readonly KindAsked[] => {
    const named = NAMED_KINDS.find((one) => one === word);
    if (named !== undefined) return [named];
    return typeof word === 'string' && isRawType(word) ? [word] : [];
  });
  return kinds.length === words.length ? kinds : undefined;
}
