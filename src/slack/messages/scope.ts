import type { Instant } from '../../door/ids.ts';
import type { Problem } from '../../door/problem.ts';
import { inText } from './escape.ts';
import { doorWord, list, type Named, placeWord } from './names.ts';
import { problemInWords } from './problem.ts';

/** Where an answer looked: one door or all doors, at one place or at several. */
export type Scope = {
  readonly door?: Named;
  /** The places that were asked. */
  readonly places: readonly Named[];
  /** Whether a place is worth saying, because the bot watches several. */
  readonly showPlace: boolean;
};

/** A place that could not be asked, while others could. */
export type UnreadPlace = { readonly place: Named; readonly problem: Problem };

/** A reading that stopped before the beginning of what was asked for. */
export type CutReading = { readonly place: Named; readonly rowsRead: number; readonly backTo?: Instant };

/** `testDoor, Shibuya store` or `all doors of Shibuya store`, plain text. */
export function scopeInWords({ door, places, showPlace }: Scope): string {
  const where = list(places.map(placeWord), 4);
  if (door !== undefined) return showPlace ? `${doorWord(door)}, ${where}` : doorWord(door);
  return showPlace ? `all doors of ${where}` : 'all doors';
}

/** One line for each place that could not be asked. */
export function unreadLines(unread: readonly UnreadPlace[], now: Instant, timeZone: string): readonly string[] {
  return unread.map(({ place, problem }) => {
    const { what, todo } = problemInWords(problem, now, timeZone);
    return `⚠️ ${inText(placeWord(place))} is missing here: ${what}. ${todo}`;
  });
}
