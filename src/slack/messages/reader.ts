import type { Instant } from '../../door/ids.ts';
import type { Catalogue } from './words/catalogue.ts';

/** For whom an answer is drawn, and when. */
export type Reader = {
  readonly now: Instant;
  /** The doors' IANA zone, for readers whose client cannot show a time in their own. */
  readonly timeZone: string;
  /** The words of the asker's language. */
  readonly say: Catalogue;
};
