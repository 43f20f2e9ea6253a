import type { Passage } from '../../../door/passage.ts';
import { cleanLine } from '../escape.ts';
import { doorWord, type Named, placeWord } from '../names.ts';
import type { Scope } from '../scope.ts';
import type { Catalogue } from '../words/catalogue.ts';

/** What became of somebody at a door, in few words. Plain text. */
export const resultInWords = (kind: Passage['kind'], { queries }: Catalogue): string => queries.results[kind];

/** Of a door's name and its place's, so much each, so that neither crowds the other out. */
const EACH = 28;

/** The door, and the place where there are several. Plain text. */
export function whereInWords(
  { door, place }: { readonly door: Named; readonly place: Named },
  { showPlace }: Pick<Scope, 'showPlace'>,
  say: Catalogue,
): string {
  if (!showPlace) return doorWord(door, say);
  return say.common.doorAt(cleanLine(doorWord(door, say), EACH), cleanLine(placeWord(place, say), EACH));
}
