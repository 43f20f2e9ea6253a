import { after, type Instant } from '../../door/ids.ts';
import type { Entry, LeftUnlocked } from '../door-facts.ts';
import type { DoorView } from '../door-view.ts';
import { LATE_AFTER_MS } from '../lateness.ts';
import { LEAST_SPELL_MS, usualSpellsOf } from '../learned.ts';
import { TRAIL_MS } from '../trail.ts';
import type { DoorKind, Sighting } from './kind.ts';
import type { Stretch } from './stretches.ts';
import { NEVER } from './unlocks.ts';

/** The authentication comes shortly before the relay, in milliseconds. */
const BEFORE_MS = 10_000;
/** Who was let in longer before than this has nothing to do with it, in milliseconds; rows of less are at hand, though they came minutes late. */
const LAST_IN_MS = 240_000;
const MINUTE_MS = 60_000;

/** A door that stays unlocked far beyond its habit: it counts until it is locked. */
export const leftUnlocked: DoorKind<LeftUnlocked> = {
  name: 'left-unlocked',
  of: 'door',
  sight: (view) => {
    // Whatever the habit, no shorter stretch counts: most doors most of the time are done here.
    const long = view.stretches.filter((stretch) => lengthOf(stretch, view.now) >= LEAST_SPELL_MS);
    const usualSpell = usualSpellsOf(view);
    return long
      .filter((stretch) => lengthOf(stretch, view.now) >= usualSpell(stretch.since))
      .map((stretch) => sighting(stretch, view));
  },
  extent: ({ since, until }) => ({ from: since, to: until ?? NEVER }),
  carry: (known, sighted, isAtHand) => {
    const { lastIn } = known;
    const isForgotten = lastIn !== undefined && lastIn.at <= sighted.since && !isAtHand(lastIn.at);
    const isLater = lastIn !== undefined && (sighted.lastIn === undefined || sighted.lastIn.at < lastIn.at);
    return isForgotten && isLater ? { ...sighted, lastIn } : sighted;
  },
  keeps: ({ since, until }) => ({ from: after(since, -BEFORE_MS), to: until ?? NEVER }),
};

function sighting(stretch: Stretch, view: DoorView): Sighting<LeftUnlocked> {
  const { now, watchingSince, lookedAt } = view;
  const { ons, since, until, isEndUntold, seenAt } = stretch;
  const over = until !== undefined;
  const lastIn = lastBefore(view, since);
  return {
    facts: {
      kind: 'left-unlocked',
      since,
      ...(over ? { until } : { minutes: Math.floor(minutesMs(stretch, now) / MINUTE_MS) }),
      ...(isEndUntold && { isEndUntold }),
      ...(lastIn !== undefined && { lastIn }),
    },
    founders: ons.map((row) => row.event.id),
    seenAt,
    over,
    // What is over and long seen was told in its time, or was there before the bot.
    isDue: ons.some((row) => row.seenAt > watchingSince) && (!over || lookedAt - seenAt <= TRAIL_MS),
  };
}

/**
 * How long it lasted, or lasts by the bot's own clock. A relay-on that reached the bot late counts from when it was seen:
 * its relay-off is most likely on its way too.
 */
function lengthOf({ ons: [on], since, until }: Stretch, now: Instant): number {
  if (until !== undefined) return until - since;
  if (on === undefined) return 0;
  const isTimely = Math.abs(on.seenAt - since) <= LATE_AFTER_MS;
  return now - (isTimely ? since : on.seenAt);
}

/** How long it goes on as people count it: from when it was unlocked, unless that is still to come. */
function minutesMs({ ons: [on], since }: Stretch, now: Instant): number {
  return Math.max(now - Math.min(since, on?.seenAt ?? since), 0);
}

/** For whom it was unlocked; else who was let in last before that. */
function lastBefore({ passages }: DoorView, since: Instant): Entry | undefined {
  let [end, above] = [0, passages.length];
  while (end < above) {
    const middle = (end + above) >>> 1;
    if ((passages[middle]?.at ?? since) <= since) end = middle + 1;
    else above = middle;
  }
  for (let index = end - 1; index >= 0; index -= 1) {
    const passage = passages[index];
    if (passage === undefined || passage.at < since - LAST_IN_MS) return undefined;
    if (passage.kind !== 'let-in') continue;
    return { at: passage.at, ...(passage.person !== undefined && { person: passage.person }) };
  }
  return undefined;
}
