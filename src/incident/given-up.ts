import type { Instant } from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import type { ChannelState } from './channel.ts';
import { keyOfRow } from './gathered-rows.ts';
import type { GatheredRow, Gathering } from './gathering.ts';
import { type Incident, isDoorFacts } from './incident.ts';
import { hears, leastShown, type NamesShown, type Subscription } from './subscription.ts';

/** A subscription that a channel gave up, or changed, and when. */
export type GivenUp = { readonly subscription: Subscription; readonly at: Instant };

/** What waits for its first message is kept for a day; so long it matters what a channel wanted before. In milliseconds. */
const KEEP_MS = 86_400_000;

/** The channel with other subscriptions than before. */
export function withSubscriptions(
  state: ChannelState,
  subscriptions: readonly Subscription[],
  now: Instant,
): ChannelState {
  const kept = new Set(subscriptions.map((one) => JSON.stringify(one)));
  const gone = state.subscriptions.filter((one) => !kept.has(JSON.stringify(one)));
  if (gone.length === 0) return { ...state, subscriptions };
  const before = (state.givenUp ?? []).filter((one) => now - one.at < KEEP_MS);
  const givenUp = [...before, ...gone.map((subscription) => ({ subscription, at: now }))];
  return { ...state, subscriptions, givenUp };
}

/** How people are named in a channel now. Where it gave everything up, what stands there is still drawn as it was wished. */
export function namesWished({ subscriptions, givenUp = [] }: ChannelState): NamesShown {
  return leastShown(subscriptions.length > 0 ? subscriptions : givenUp.map((one) => one.subscription));
}

/**
 * Whether the channel wants no first message about the incident any more. Its hours are left out: an incident that began
 * within them and went on after their end is still wanted. `subscriptions` are all that the channel has now.
 */
export function isGivenUp(
  incident: Incident,
  { givenUp = [] }: ChannelState,
  subscriptions: readonly Subscription[],
  zone: Zone,
): boolean {
  if (givenUp.length === 0) return false;
  const hearsIt = ({ hours, ...one }: Subscription): boolean => hears(one, incident, zone);
  if (subscriptions.some(hearsIt)) return false;
  if (subscriptions.length === 0 && isDoorFacts(incident.facts)) return true;
  return givenUp.some(({ subscription, at }) => incident.openedAt <= at && hearsIt(subscription));
}

/** Messages of many that wait to be told, and stand in the channel nowhere yet. */
export const unsaid = ({ incidents }: ChannelState): readonly Incident<Gathering>[] =>
  incidents.flatMap((one) => (isUnsaid(one) ? [one] : []));

/**
 * The incidents of a channel without the rows that it wants no more, where no message tells of them yet. A message that
 * has nothing left to tell ends unsaid; what a mute hid is confessed at its end, unless the channel wants nothing at all.
 */
export function withoutRows(state: ChannelState, rows: readonly GatheredRow[], now: Instant): ChannelState {
  const keys = new Set(rows.map(keyOfRow));
  const incidents = state.incidents.map((one) => {
    if (!isUnsaid(one)) return one;
    const left = one.facts.rows.filter((row) => !keys.has(keyOfRow(row)));
    const isOver = (left.length === 0 && one.facts.why !== 'muted') || isForNobody(state, one, now);
    if (left.length === one.facts.rows.length && !isOver) return one;
    const facts = { ...one.facts, rows: left };
    if (!isOver) return { ...one, facts };
    return { ...one, facts, closedAt: now, cards: one.cards.map((card) => ({ ...card, told: one.revision })) };
  });
  return incidents.every((one, index) => one === state.incidents[index]) ? state : { ...state, incidents };
}

/** Whether the end of a mute has come where the channel wants nothing any more. */
export const isForNobody = ({ subscriptions }: ChannelState, { facts }: Incident<Gathering>, now: Instant): boolean =>
  subscriptions.length === 0 && facts.why === 'muted' && facts.tellAt !== undefined && facts.tellAt <= now;

const isUnsaid = (one: ChannelState['incidents'][number]): one is Incident<Gathering> =>
  one.facts.kind === 'gathering' &&
  one.closedAt === undefined &&
  one.cards.every((card) => card.ts === undefined && card.postingAt === undefined && card.twinCheckAt === undefined);
