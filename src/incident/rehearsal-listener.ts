import type { Instant } from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import { type ChannelState, gatheringsOf, isHeld, newChannel, openGatherings, updateChannel } from './channel.ts';
import type { DoorIncident } from './decide.ts';
import { candidateOf } from './gathering.ts';
import { type ChannelId, channelId, type IncidentId } from './incident.ts';
import type { Subscription } from './subscription.ts';

/** An incident that changed, at the moment at which it would have been told. */
export type News = {
  readonly desk: string;
  readonly incident: DoorIncident;
  readonly at: Instant;
  readonly isLate: boolean;
};

/** A channel that nobody reads: it counts the messages that it would have got, and the replies that ring there. */
export type Listener = {
  readonly channel: ChannelId;
  readonly subscription: Subscription;
  /** Hears what changed, oldest first. */
  readonly hear: (news: readonly News[]) => void;
  /** When each message, and each reply that rings, came. */
  readonly moments: () => readonly Instant[];
};

/** Cards that come within so long wait for one another, in milliseconds; more than one a second are a crowd. */
const TOGETHER_MS = 10_000;
const CROWD = 10;

/** A channel of its own for one wish, with a desk that gathers as any channel's does. */
export function listenerFor(name: string, wish: Subscription, zone: Zone): Listener {
  const channel = channelId(`rehearsal/${name}`);
  const subscription: Subscription = { ...wish, channel, id: name };
  const heard = new Set<IncidentId>();
  /** Replies that rang, by the incident and what they say. */
  const rung = new Set<string>();
  const moments: Instant[] = [];
  let state: ChannelState = { ...newChannel(channel), subscriptions: [subscription] };

  /** Whether a message is open that takes whatever comes, unlike the lines of a calm day. */
  const isStorm = (): boolean => openGatherings(state).some(({ facts }) => facts.until === undefined);

  const crowd = (waiting: readonly News[], now: Instant): void => {
    const candidates = waiting.flatMap(({ desk, incident, isLate }) => {
      const card = incident.cards.find((one) => one.channel === channel);
      const candidate = card && candidateOf(desk, incident, card, now);
      // A quarter of an hour passes between two looks here; only the log tells what came late.
      return candidate === undefined ? [] : [{ ...candidate, late: isLate ? 'row' : 'no' } as const];
    });
    const message = { kind: 'crowd', waiting: candidates, members: [], isCrowded: waiting.length > CROWD } as const;
    // Most of what a chatty wish hears is gathered by nothing, and a long day of gathered lines is long to look through.
    const alone = updateChannel({ ...state, incidents: [] }, message, now, zone).state.incidents.length === 0;
    if (alone && !isStorm()) {
      for (const _ of waiting) moments.push(now);
      return;
    }
    const before = new Set(gatheringsOf(state).map((one) => one.id));
    state = asTold(updateChannel(state, message, now, zone).state);
    const opened = gatheringsOf(state).filter((one) => !before.has(one.id)).length;
    const single = waiting.filter(({ desk, incident }) => !isHeld(state, desk, incident.id)).length;
    for (let count = opened + single; count > 0; count -= 1) moments.push(now);
  };

  /** What became severe after its card was told rings once more; what a storm tells does not. */
  const reply = ({ desk, incident }: News): void => {
    const { id, cards, notes = [], mergedInto } = incident;
    const posted = cards.find((one) => one.channel === channel)?.posted;
    if (posted === undefined || mergedInto !== undefined || (isStorm() && isHeld(state, desk, id))) return;
    for (const { part, revision, seenAt } of notes) {
      const key = `${id} ${part}`;
      if (revision <= posted || rung.has(key)) continue;
      rung.add(key);
      moments.push(seenAt);
    }
  };

  return {
    channel,
    subscription,
    moments: () => moments,
    hear: (news) => {
      const fresh = news.filter(({ incident: { id, cards, mergedInto } }) => {
        const isNew = mergedInto === undefined && !heard.has(id) && cards.some((card) => card.channel === channel);
        if (isNew) heard.add(id);
        return isNew;
      });
      for (const together of Map.groupBy(fresh, ({ at }) => Math.floor(at / TOGETHER_MS)).values()) {
        const at = together.at(-1)?.at;
        if (at === undefined) continue;
        // A storm that was open until then may be over, and takes nothing more.
        if (isStorm()) crowd([], at);
        crowd(together, at);
      }
      for (const one of news) reply(one);
    },
  };
}

/** Every message of a channel that nobody reads is told as it is. */
function asTold(state: ChannelState): ChannelState {
  const incidents = state.incidents.map((one) =>
    one.cards.every((card) => card.told === one.revision)
      ? one
      : { ...one, cards: one.cards.map((card) => ({ ...card, told: one.revision })) },
  );
  return { ...state, incidents };
}
