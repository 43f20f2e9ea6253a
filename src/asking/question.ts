import type { Instant } from '../door/ids.ts';
import type { KindAsked, Per } from './kinds.ts';
import type { DoorAt, PersonAt, PlaceKnown } from './names.ts';
import type { Span } from './span.ts';
import type { UnclearQuestion } from './unclear.ts';

/** What a command about the log takes. */
export type Grammar = {
  readonly count?: { readonly most: number };
  readonly time: boolean;
  readonly person?: boolean;
  readonly kinds?: boolean;
  readonly per?: boolean;
  readonly format?: boolean;
};

/** Where an answer looks: one door or all doors, at one place or at several. */
export type ScopeAsked<Place extends PlaceKnown = PlaceKnown> = {
  readonly door?: Place['doors'][number];
  /** The places that are asked. */
  readonly places: readonly Place[];
  /** Whether a place is worth saying, because the bot watches several. */
  readonly showPlace: boolean;
};

/** What the first line of every answer says. */
export type Understood<Place extends PlaceKnown = PlaceKnown> = {
  readonly scope: ScopeAsked<Place>;
  readonly person?: PersonAt<Place>;
  readonly kinds?: readonly KindAsked[];
  readonly span?: Span;
  readonly per?: Per;
  /** The IANA zone in which times were read and are said. */
  readonly timeZone: string;
};

/** As what a word of the question was taken. */
export type What = 'door' | 'place' | 'person' | 'time' | 'kinds' | 'count' | 'per' | 'format' | 'zone' | 'filler';

/** A question about the log, understood. */
export type Question<Place extends PlaceKnown = PlaceKnown> = Understood<Place> & {
  readonly places: readonly Place[];
  readonly door?: DoorAt<Place>;
  readonly count?: number;
  readonly format?: 'csv' | 'jsonl';
  readonly understood: Understood<Place>;
  /** Every word, in order, and as what it was taken. A word that says several things (昨日の失敗) is taken as each. */
  readonly heard: readonly { readonly typed: string; readonly as: readonly What[] }[];
};

export type Reading<Place extends PlaceKnown = PlaceKnown> =
  | { readonly ok: true; readonly question: Question<Place> }
  /** `instead` are the words as they were perhaps meant. */
  | { readonly ok: false; readonly unclear: UnclearQuestion; readonly instead?: readonly string[] };

/** What is known when a question is read. */
export type Where<Place extends PlaceKnown> = {
  readonly places: readonly Place[];
  readonly now: Instant;
  /** The asker's IANA zone: `today` is a day there. */
  readonly timeZone: string;
  /** The asker's locale, `en-GB`: it decides whether 11/12 is in November. US English, when left out. */
  readonly locale?: string;
};
