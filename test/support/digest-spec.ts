import type { DoorEvent } from '../../src/door/event.ts';
import { after, type Instant } from '../../src/door/ids.ts';
import { openZone, type Zone } from '../../src/door/zone.ts';
import { type ChannelMessage, type ChannelState, newChannel, updateChannel } from '../../src/incident/channel.ts';
import { countPlace, type Digest, digestOf, digestPlan, type PastDigest } from '../../src/incident/digest.ts';
import { tellNotes } from '../../src/incident/digest-notes.ts';
import { ALERTS } from './place-spec.ts';
import { at, authenticated, type EBISU, relayOff, relayOn, SHIBUYA } from './rows.ts';

/** Digests of one place and one channel, each day at nine in Tokyo. */

export const HOUR = 3_600_000;
export const TOKYO = openZone('Asia/Tokyo');
export const BERLIN = openZone('Europe/Berlin');
export const NINE = 9 * 60;
export const NOTHING = tellNotes([], at('00:00:00'), at('00:00:00'));

export const enters = (who: typeof EBISU, time: Instant, lastsMs = 3_000): readonly DoorEvent[] => [
  authenticated(who, time),
  relayOn(after(time, 50)),
  relayOff(after(time, 50 + lastsMs)),
];

export type Made = {
  readonly zone?: Zone;
  readonly weekday?: 1 | 5;
  readonly past?: readonly PastDigest[];
  readonly open?: Parameters<typeof countPlace>[2]['open'];
};

/** The digest that is due next after `now`, of a place with these rows. */
export function made(
  now: Instant,
  rows: readonly DoorEvent[],
  { zone = TOKYO, weekday, past = [], open = [] }: Made = {},
): Digest {
  const plan = digestPlan(NINE, weekday, { now, zone });
  const count = countPlace(SHIBUYA, rows, {
    since: plan.from,
    until: plan.dueAt,
    isThirdPartyDoor: () => false,
    open,
  });
  return digestOf({ plan, zone, counts: [count], past, ...NOTHING, unread: [], cut: [], malformed: 0 });
}

// 20 November, 09:00 in Tokyo.
export const DUE = at('00:00:00');
export const before = (ms: number): Instant => after(DUE, -ms);

/** A channel with a digest each day. */
export function aChannel(): ChannelState {
  const plan = digestPlan(NINE, undefined, { now: before(HOUR), zone: TOKYO });
  return { ...newChannel(ALERTS), digest: plan };
}
export const hear = (state: ChannelState, message: ChannelMessage, now: Instant = DUE) =>
  updateChannel(state, message, now, TOKYO);
