import type { Instant } from '../../door/ids.ts';
import type { Problem } from '../../door/problem.ts';
import { inText } from './escape.ts';
import { saying } from './layout.ts';
import type { Message } from './message.ts';
import { doorWord, list, type Named, placeWord } from './names.ts';
import { adviceOf, drawProblem, problemInWords } from './problem.ts';
import type { Reader } from './reader.ts';
import type { Catalogue } from './words/catalogue.ts';

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
export function scopeInWords({ door, places, showPlace }: Scope, say: Catalogue): string {
  const { common, answers } = say;
  const where = list(
    places.map((place) => placeWord(place, say)),
    say,
    4,
    'doors',
  );
  if (door !== undefined) return showPlace ? common.doorAt(doorWord(door, say), where) : doorWord(door, say);
  return showPlace ? answers.allDoorsOf(where) : answers.allDoors;
}

/** What could not be asked, a line for each reason with the places that share it. */
export function unreadLines(unread: readonly UnreadPlace[], reader: Reader): readonly string[] {
  const { now, timeZone, say } = reader;
  return byReason(unread, reader).map((alike) => {
    const words = problemInWords(alike[0].problem, now, timeZone, say);
    const places = list(
      alike.map(({ place }) => inText(placeWord(place, say))),
      say,
      5,
      'doors',
    );
    return `⚠️ ${say.answers.missingHere(alike.length, places, words.what, adviceOf(words, say))}`;
  });
}

/** The answer where no place could be asked. Which one is said where that matters: CLUe refused the place itself. */
export function drawUnread(
  unread: readonly [UnreadPlace, ...UnreadPlace[]],
  { showPlace }: Pick<Scope, 'showPlace'>,
  reader: Reader,
): Message {
  const { now, timeZone, say } = reader;
  if (byReason(unread, reader).length > 1) {
    return saying(`⚠️ ${say.answers.noPlaceRead}`, ...unreadLines(unread, reader));
  }
  const [{ problem }] = unread;
  const ofPlace = showPlace && OF_A_PLACE.has(problem.kind);
  return drawProblem(
    problem,
    now,
    timeZone,
    say,
    ofPlace
      ? list(
          unread.map(({ place }) => placeWord(place, say)),
          say,
          4,
          'doors',
        )
      : undefined,
  );
}

const OF_A_PLACE: ReadonlySet<Problem['kind']> = new Set(['not-allowed', 'no-such-place', 'bad-request']);

function byReason(unread: readonly UnreadPlace[], { now, timeZone, say }: Reader) {
  const alike = new Map<string, [UnreadPlace, ...UnreadPlace[]]>();
  for (const one of unread) {
    const { what, todo } = problemInWords(one.problem, now, timeZone, say);
    const others = alike.get(`${what}. ${todo}`);
    if (others === undefined) alike.set(`${what}. ${todo}`, [one]);
    else others.push(one);
  }
  return [...alike.values()];
}
