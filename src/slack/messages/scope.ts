import type { Instant } from '../../door/ids.ts';
import type { Problem } from '../../door/problem.ts';
import { inText } from './escape.ts';
import { saying } from './layout.ts';
import type { Message } from './message.ts';
import { doorWord, list, type Named, placeWord } from './names.ts';
import { adviceOf, drawProblem, problemInWords } from './problem.ts';
import { catalogueOf } from './words/catalogue.ts';

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
  const where = list(
    places.map((place) => placeWord(place, catalogueOf('en'))),
    catalogueOf('en'),
    4,
  );
  if (door !== undefined)
    return showPlace ? `${doorWord(door, catalogueOf('en'))}, ${where}` : doorWord(door, catalogueOf('en'));
  return showPlace ? `all doors of ${where}` : 'all doors';
}

/** What could not be asked, a line for each reason with the places that share it. */
export function unreadLines(unread: readonly UnreadPlace[], now: Instant, timeZone: string): readonly string[] {
  return byReason(unread, now, timeZone).map((alike) => {
    const words = problemInWords(alike[0].problem, now, timeZone, catalogueOf('en'));
    const places = list(
      alike.map(({ place }) => inText(placeWord(place, catalogueOf('en')))),
      catalogueOf('en'),
    );
    return `⚠️ ${places} ${alike.length === 1 ? 'is' : 'are'} missing here: ${words.what}. ${adviceOf(words, catalogueOf('en'))}`;
  });
}

/** The answer where no place could be asked. Which one is said where that matters: CLUe refused the place itself. */
export function drawUnread(
  unread: readonly [UnreadPlace, ...UnreadPlace[]],
  view: Pick<Scope, 'showPlace'> & AtTime,
): Message {
  const { showPlace, now, timeZone } = view;
  if (byReason(unread, now, timeZone).length > 1) {
    return saying('⚠️ None of the places could be read.', ...unreadLines(unread, now, timeZone));
  }
  const [{ problem }] = unread;
  const ofPlace = showPlace && OF_A_PLACE.has(problem.kind);
  return drawProblem(
    problem,
    now,
    timeZone,
    catalogueOf('en'),
    ofPlace
      ? list(
          unread.map(({ place }) => placeWord(place, catalogueOf('en'))),
          catalogueOf('en'),
          4,
        )
      : undefined,
  );
}

type AtTime = { readonly now: Instant; readonly timeZone: string };

const OF_A_PLACE: ReadonlySet<Problem['kind']> = new Set(['not-allowed', 'no-such-place', 'bad-request']);

function byReason(unread: readonly UnreadPlace[], now: Instant, timeZone: string) {
  const alike = new Map<string, [UnreadPlace, ...UnreadPlace[]]>();
  for (const one of unread) {
    const { what, todo } = problemInWords(one.problem, now, timeZone, catalogueOf('en'));
    const others = alike.get(`${what}. ${todo}`);
    if (others === undefined) alike.set(`${what}. ${todo}`, [one]);
    else others.push(one);
  }
  return [...alike.values()];
}
