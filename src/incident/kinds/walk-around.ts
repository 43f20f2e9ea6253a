import { after, type DoorId, type Instant } from '../../door/ids.ts';
import type { DoorEntry, WalkAround } from '../door-facts.ts';
import type { DoorView } from '../door-view.ts';
import { LATE_AFTER_MS } from '../lateness.ts';
import { SEVERE_FAILURES } from '../severity.ts';
import { type Burst, burstsOf, entriesWithin, QUIET_MS } from './bursts.ts';
import { isRecent, type PlaceKind, type PlaceView, type Sighting } from './kind.ts';

/** From one door to the next it takes at most so long, in milliseconds. */
const WALK_MS = 300_000;
/** A burst that nobody's entry followed within this time was given up, in milliseconds. */
export const GIVEN_UP_MS = 20_000;

/** A burst on the path, and who was let in after it. */
type Try = Burst & {
  readonly door?: DoorId;
  /** Whoever failed here got in here, as far as anybody can tell. */
  readonly isAnswered: boolean;
  readonly entries: readonly DoorEntry[];
};

/**
 * Failures at two or more doors of a place, each within five minutes of the one before.
 *
 * A face reader refuses honest people all day, and a shop with two doors always has two customers who were refused within five
 * minutes. What tells them from somebody who tries door after door is that an honest person is let in a moment later, at the
 * same door. So a burst counts only when it was given up: twenty seconds without an entry there. One that an entry did answer
 * can only be the end of a path, where somebody who failed elsewhere got in at last; and that only from four failures on in
 * all, as at a single door: one customer who walks away and another who is misread once must not ring as the worst there is.
 */
export const walkAround: PlaceKind<WalkAround> = {
  name: 'walk-around',
  of: 'place',
  sight: (place) =>
    pathsOf(triesOf(place.doors))
      .filter((path) => new Set(path.map((one) => one.door)).size > 1)
      .map((path) => sighting(path, place)),
  extent: ({ since, lastAt }) => ({ from: since, to: after(lastAt, 1) }),
  // Old failures at one door are folded into one row, which tells no more what was tried in between.
  carry: (known, sighted) =>
    known.since === sighted.since && known.lastAt === sighted.lastAt && countOf(known) === countOf(sighted)
      ? { ...sighted, steps: known.steps }
      : sighted,
  keeps: ({ since, lastAt }) => ({ from: after(since, -QUIET_MS), to: after(lastAt, QUIET_MS) }),
};

/** Failures at one door with no failure at another in between. */
type Stay = Burst & { readonly view: DoorView };

/** What was tried at one door after another, but for that of which it is too early to say whether it was given up. */
function triesOf(doors: readonly DoorView[]): readonly Try[] {
  const bursts = doors
    .flatMap((view) => burstsOf(view.trail, GIVEN_UP_MS).map((burst): Stay => ({ ...burst, view })))
    .sort(byBegin);
  const stays: Stay[] = [];
  for (const burst of bursts) {
    const last = stays.at(-1);
    const goesOn = last !== undefined && last.view === burst.view && burst.firstAt - last.lastAt <= QUIET_MS;
    if (goesOn) stays[stays.length - 1] = joined(last, burst);
    else stays.push(burst);
  }
  return stays.flatMap(tryOf);
}

const joined = (a: Stay, b: Stay): Stay => ({
  view: a.view,
  rows: [...a.rows, ...b.rows],
  count: a.count + b.count,
  firstAt: a.firstAt,
  lastAt: a.lastAt > b.lastAt ? a.lastAt : b.lastAt,
  seenAt: a.seenAt > b.seenAt ? a.seenAt : b.seenAt,
});

function tryOf({ view: { door, passages, now }, ...burst }: Stay): readonly Try[] {
  const { lastAt, seenAt } = burst;
  const entries = entriesWithin(passages, lastAt, after(lastAt, QUIET_MS)).map(
    (entry): DoorEntry => ({ ...entry, ...(door !== undefined && { door }) }),
  );
  const isAnswered = entries.some((entry) => entry.at <= after(lastAt, GIVEN_UP_MS));
  // A clock that is right is believed; else the bot's own clock counts from when it saw the last failure.
  const from = Math.abs(seenAt - lastAt) <= LATE_AFTER_MS ? lastAt : seenAt;
  // Somebody authenticated in time, and the relay may answer yet.
  const isPending = passages.some(
    ({ kind, at }) => kind === 'pending' && at >= lastAt && at <= after(lastAt, GIVEN_UP_MS),
  );
  if (!isAnswered && (isPending || Math.abs(now - from) < GIVEN_UP_MS)) return [];
  return [{ ...burst, ...(door !== undefined && { door }), isAnswered, entries }];
}

/** The paths that these tries make, each of those that were given up and at most one at its end that was not. */
function pathsOf(tries: readonly Try[]): readonly (readonly [Try, ...Try[]])[] {
  const paths: [Try, ...Try[]][] = [];
  let path: [Try, ...Try[]] | undefined;
  for (const one of tries) {
    const isNear = path !== undefined && one.firstAt - reach(path) <= WALK_MS;
    if (!one.isAnswered) {
      if (path !== undefined && isNear) path.push(one);
      else {
        path = [one];
        paths.push(path);
      }
    } else if (path !== undefined && isNear && ends(path, one)) {
      path.push(one);
      path = undefined;
    }
  }
  return paths;
}

/** Whether an answered burst is the end of this path: elsewhere, after it, and too many failures for a misread face. */
function ends(path: readonly Try[], one: Try): boolean {
  const isElsewhere = path.some(({ door }) => door !== one.door);
  const count = path.reduce((sum, { count: times }) => sum + times, one.count);
  return isElsewhere && one.firstAt >= reach(path) && count >= SEVERE_FAILURES;
}

const reach = (path: readonly Try[]): Instant => path.map((one) => one.lastAt).reduce((a, b) => (a > b ? a : b));

function sighting(path: readonly [Try, ...Try[]], place: PlaceView): Sighting<WalkAround> {
  const { now } = place;
  const seenAt = path.map((one) => one.seenAt).reduce((a, b) => (a > b ? a : b));
  const lastAt = reach(path);
  const isEnded = path.at(-1)?.isAnswered === true;
  const over = isEnded || Math.abs(now - Math.min(lastAt, seenAt)) > WALK_MS;
  return {
    facts: {
      kind: 'walk-around',
      since: path[0].firstAt,
      lastAt,
      steps: path.map(({ door, count, firstAt, lastAt: until }) => ({
        ...(door !== undefined && { door }),
        count,
        firstAt,
        lastAt: until,
      })),
      entries: entriesOf(path),
    },
    founders: path.flatMap((one) => one.rows.map((row) => row.event.id)),
    seenAt,
    over,
    isDue: isRecent(seenAt, place),
  };
}

const countOf = ({ steps }: Pick<WalkAround, 'steps'>): number => steps.reduce((sum, { count }) => sum + count, 0);

/** Who was let in where somebody had tried another door before. */
function entriesOf(path: readonly Try[]): readonly DoorEntry[] {
  const count = path.reduce((sum, one) => sum + one.count, 0);
  if (count < SEVERE_FAILURES) return [];
  return path.flatMap((one, index) => (path.slice(0, index).some(({ door }) => door !== one.door) ? one.entries : []));
}

/** Of two at one moment always the same is the first. */
const byBegin = (a: Stay, b: Stay): number =>
  a.firstAt - b.firstAt || ((a.view.door ?? '') < (b.view.door ?? '') ? -1 : 1);
