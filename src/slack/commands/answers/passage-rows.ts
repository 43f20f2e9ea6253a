import type { Passage } from '../../../door/passage.ts';
import type { PassageRow } from '../../messages/answers/failures.ts';
import type { KnownNames } from '../known-names.ts';
import type { Kinds } from './asked.ts';
import type { PassageAt } from './gather.ts';

const NOT_LET_IN: readonly Passage['kind'][] = ['refused', 'refused-by-third-party', 'not-unlocked'];

/** Whether a passage is of this kind. An unlock is any answer of the relay, for somebody or for nobody. */
export function isOf(kinds: Kinds, passage: Passage): boolean {
  switch (kinds) {
    case 'failures':
      return NOT_LET_IN.includes(passage.kind);
    case 'entries':
      return passage.kind === 'let-in';
    case 'unlocks':
      return 'relay' in passage;
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
