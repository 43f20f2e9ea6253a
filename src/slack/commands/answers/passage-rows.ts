import type { KindAsked } from '../../../asking/kinds.ts';
import { isOfKinds } from '../../../asking/kinds.ts';
import type { DoorEvent } from '../../../door/event.ts';
import type { Passage } from '../../../door/passage.ts';
import type { PassageRow } from '../../messages/answers/failures.ts';
import type { KnownNames } from '../known-names.ts';
import type { Gathered, PassageAt } from './gather.ts';

const NOT_LET_IN: readonly Passage['kind'][] = ['refused', 'refused-by-third-party', 'not-unlocked'];

/** Whether a passage is of this kind. An unlock is any answer of the relay, for somebody or for nobody; a raw type is of rows alone. */
export function isOf(kind: KindAsked, passage: Passage): boolean {
  switch (kind) {
    case 'failures':
      return NOT_LET_IN.includes(passage.kind);
    case 'entries':
      return passage.kind === 'let-in';
    case 'unlocks':
      return 'relay' in passage;
    default:
      return false;
  }
}

/** A passage as an answer shows it, named as far as anybody knows. */
export function rowOf({ passage, place }: PassageAt, names: KnownNames): PassageRow {
  const person = names.person(place.id, passage.person);
  return {
    at: passage.at,
    kind: passage.kind,
    door: names.door(place.id, passage.door),
    place: names.place(place.id),
    ...(person !== undefined && { person }),
  };
}

/** Where, when and who, of something that is counted. */
export type Counted = Omit<PassageRow, 'kind'>;

/** What is counted of these kinds: passages, and rows of a raw type that are of none of them. */
export function countedIn({ passages, events, names }: Gathered, kinds: readonly KindAsked[]): readonly Counted[] {
  const counted = passages.filter(({ passage }) => kinds.some((kind) => isOf(kind, passage)));
  const raw = kinds.filter((kind) => kind !== 'failures' && kind !== 'entries' && kind !== 'unlocks');
  if (raw.length === 0) return counted.map((one) => rowOf(one, names));
  const taken = new Set(counted.flatMap(({ passage }) => passage.rows));
  const rows = events
    .filter((event) => isOfKinds(event, raw) && !taken.has(event.id))
    .map((event): Counted => {
      const person = names.person(event.place, event.person);
      return {
        at: event.at,
        door: names.door(event.place, event.door),
        place: names.place(event.place),
        ...(person !== undefined && { person }),
      };
    });
  return [...counted.map((one) => rowOf(one, names)), ...rows];
}

/** Whether a row is of one of these kinds: by its passage, or by its raw type. */
export const isInKinds = (kinds: readonly KindAsked[], event: DoorEvent, passage: Passage | undefined): boolean =>
  kinds.some((kind) =>
    kind === 'failures' || kind === 'entries' || kind === 'unlocks'
      ? passage !== undefined && isOf(kind, passage)
      : isOfKinds(event, [kind]),
  );
