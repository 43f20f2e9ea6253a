import { after, type Instant } from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import type { AnswerMessage } from '../incident/answers.ts';
import { type CardMessage, nextStep, type Outcome, type Part, type Step } from '../incident/card.ts';
import {
  type ChannelMessage,
  type ChannelState,
  gatheringsOf,
  isHeld,
  membersOf,
  openGatherings,
} from '../incident/channel.ts';
import { type Candidate, candidateOf } from '../incident/gathering.ts';
import { isForNobody, isGivenUp, unsaid } from '../incident/given-up.ts';
import { type ChannelId, type Incident, type IncidentId, isClosed } from '../incident/incident.ts';
import { type Severity, severityOf } from '../incident/severity.ts';
import type { Subscription } from '../incident/subscription.ts';

/** A desk that owns incidents: a place's, a channel's, or the house's. */
export interface IncidentDesk {
  incidents(): readonly Incident[];
  send(message: CardMessage | AnswerMessage): Promise<unknown>;
}

/** A channel's own desk, which knows what is gathered there. */
export interface ChannelDesk {
  state(): ChannelState;
  send(message: ChannelMessage): Promise<unknown>;
}

/** One card: which desk owns its incident, and which channel it is for. */
type Ref = { readonly desk: string; readonly incident: IncidentId; readonly channel: ChannelId };

export type CardsOptions = {
  readonly desks: ReadonlyMap<string, IncidentDesk>;
  readonly channels: ReadonlyMap<ChannelId, ChannelDesk>;
  /** What all channels want to hear now. */
  readonly subscriptions: () => readonly Subscription[];
  readonly zone: Zone;
  readonly now: () => Instant;
};

/** A card that a gathering tells is looked at again after so long, in milliseconds. */
const HELD_LOOK_MS = 5_000;

/** A held card is looked at again soon: it may be let go. */
const waitUntil = (moment: Instant | undefined, at: Instant): Step => {
  const soon = after(at, HELD_LOOK_MS);
  return { do: 'wait', until: moment !== undefined && moment < soon ? moment : soon };
};

/** All cards of all desks, for whoever brings them up to date. A card that is forgotten needs nothing. */
export function openCards({ desks, channels, subscriptions, zone, now }: CardsOptions) {
  // After an outage a desk has thousands of incidents, and each of their cards is asked about at every turn.
  const byId = new WeakMap<readonly Incident[], ReadonlyMap<IncidentId, Incident>>();
  const incidentsOf = (name: string): ReadonlyMap<IncidentId, Incident> => {
    const incidents = desks.get(name)?.incidents() ?? [];
    const known = byId.get(incidents) ?? new Map(incidents.map((one) => [one.id, one]));
    byId.set(incidents, known);
    return known;
  };
  const find = (ref: Omit<Ref, 'channel'>): Incident | undefined => incidentsOf(ref.desk).get(ref.incident);

  const candidates = (refs: readonly Omit<Ref, 'channel'>[], channel: ChannelId): readonly Candidate[] => {
    return refs.flatMap(({ desk, incident: id }) => {
      const incident = find({ desk, incident: id });
      const card = incident?.cards.find((one) => one.channel === channel);
      const candidate = incident && card && candidateOf(desk, incident, card, now());
      return candidate === undefined ? [] : [candidate];
    });
  };

  /** Whether the channel gave up what it would hear of this incident for the first time. */
  const isUnwanted = (incident: Incident, state: ChannelState): boolean => {
    if (state.givenUp === undefined) return false;
    const own = subscriptions().filter((one) => one.channel === state.channel);
    return isGivenUp(incident, state, own, zone);
  };
  /** Messages of many that nobody has read yet leave out what the channel wants no more. */
  const letGo = async (desk: ChannelDesk): Promise<void> => {
    const state = desk.state();
    if (state.givenUp === undefined) return;
    const rows = unsaid(state).flatMap(({ facts }) =>
      facts.rows.filter((row) => {
        // What its desk has forgotten, or is told by door, goes only with everything.
        if (state.subscriptions.length === 0) return true;
        const incident = row.times === undefined ? find(row) : undefined;
        return incident !== undefined && isUnwanted(incident, state);
      }),
    );
    if (rows.length === 0 && !unsaid(state).some((one) => isForNobody(state, one, now()))) return;
    await desk.send({ kind: 'given-up', rows });
  };

  return {
    find,
    step: (ref: Ref, at: Instant): Step => {
      const incident = find(ref);
      const card = incident?.cards.find((one) => one.channel === ref.channel);
      if (incident === undefined || card === undefined) return { do: 'nothing' };
      const { facts } = incident;
      // What a mute or quiet hours hold is told at their end.
      if (facts.kind === 'gathering' && facts.tellAt !== undefined && at < facts.tellAt && !isClosed(incident))
        return waitUntil(facts.tellAt, at);
      const step = nextStep(incident, card, at);
      const state = step.do === 'post' ? channels.get(ref.channel)?.state() : undefined;
      const held = state !== undefined && isHeld(state, ref.desk, ref.incident);
      if (held) return waitUntil(undefined, at);
      // As if it were told; one whose answer was lost may turn up late all the same.
      const isGone = state !== undefined && isUnwanted(incident, state);
      return isGone ? nextStep(incident, { ...card, told: incident.revision }, at) : step;
    },
    severity: (ref: Ref): Severity => {
      const incident = find(ref);
      return incident === undefined ? 'calm' : severityOf(incident.facts);
    },
    report: async ({ desk, incident, channel }: Ref, outcome: Outcome, part: Part): Promise<void> => {
      await desks.get(desk)?.send({ kind: 'card', incident, channel, part, outcome });
    },
    /** Lets the channel's desk decide whether one message should tell of many. */
    gather: async (channel: ChannelId, waiting: readonly Ref[], isCrowded: boolean): Promise<void> => {
      const desk = channels.get(channel);
      if (desk === undefined) return;
      await letGo(desk);
      const members = membersOf(desk.state());
      if (waiting.length === 0 && openGatherings(desk.state()).length === 0) return;
      await desk.send({
        kind: 'crowd',
        waiting: candidates(waiting, channel),
        members: candidates(members, channel),
        isCrowded,
      });
    },
    /** Whether a message of many told of this incident in the channel before its own card did. */
    isGathered: ({ desk, incident, channel }: Ref): boolean =>
      gatheringsOf(channels.get(channel)?.state() ?? { incidents: [] }).some(({ facts }) =>
        facts.rows.some((row) => row.incident === incident && row.desk === desk),
      ),
    /** Channels where a gathering is open. */
    gathering: (): readonly ChannelId[] =>
      [...channels].flatMap(([channel, desk]) => (openGatherings(desk.state()).length > 0 ? [channel] : [])),
  };
}

export type OpenCards = ReturnType<typeof openCards>;
