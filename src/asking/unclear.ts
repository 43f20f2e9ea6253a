/** A place, a door or a person, as far as it is called by something. */
export type Called = { readonly id?: string; readonly name?: string };

/** A door and where it is, for telling candidates apart. */
export type DoorChoice = { readonly door: Called; readonly place: Called };

/** A part of a question of which one is enough. */
export type Single = 'door' | 'place' | 'person' | 'time' | 'per' | 'format' | 'tz';

/** What in a question could not be understood. `word` is the part that was typed. */
export type UnclearQuestion =
  | { readonly kind: 'unexpected-word'; readonly word: string }
  | { readonly kind: 'count-too-large'; readonly word: string; readonly most: number }
  | { readonly kind: 'count-too-small'; readonly word: string }
  | { readonly kind: 'two-counts'; readonly word: string }
  | { readonly kind: 'no-such-door'; readonly word: string; readonly known: readonly DoorChoice[] }
  /** Neither a door nor a person, where both can be asked for. */
  | { readonly kind: 'no-such-name'; readonly word: string; readonly known: readonly DoorChoice[] }
  | { readonly kind: 'several-doors'; readonly word: string; readonly candidates: readonly DoorChoice[] }
  | { readonly kind: 'no-such-place'; readonly word: string; readonly known: readonly Called[] }
  | { readonly kind: 'several-places'; readonly word: string; readonly candidates: readonly Called[] }
  | { readonly kind: 'no-such-person'; readonly word: string }
  | { readonly kind: 'several-people'; readonly word: string; readonly candidates: readonly Called[] }
  /** It fits a door as well as a person or a place. */
  | {
      readonly kind: 'several-meanings';
      readonly word: string;
      readonly meanings: readonly ('door' | 'place' | 'person')[];
    }
  | { readonly kind: 'given-twice'; readonly word: string; readonly what: Single }
  | { readonly kind: 'no-such-day'; readonly word: string }
  | { readonly kind: 'no-such-time'; readonly word: string }
  | { readonly kind: 'no-such-zone'; readonly word: string }
  | { readonly kind: 'day-to-come'; readonly word: string }
  | { readonly kind: 'ends-before'; readonly word: string }
  | { readonly kind: 'no-beginning'; readonly word: string }
  | { readonly kind: 'time-too-long'; readonly word: string; readonly mostDays: number };
