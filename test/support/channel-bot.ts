import type { DoorEvent } from '../../src/door/event.ts';
import type { Instant } from '../../src/door/ids.ts';
import { nextStep, type Outcome, type Part } from '../../src/incident/card.ts';
import { type ChannelState, isHeld, membersOf, newChannel, updateChannel } from '../../src/incident/channel.ts';
import { candidateOf } from '../../src/incident/gathering.ts';
import type { Facts, Incident, IncidentId } from '../../src/incident/incident.ts';
import { KINDS } from '../../src/incident/kinds/index.ts';
import { type PlaceState, updatePlace } from '../../src/incident/place.ts';
import { type Severity, severityOf } from '../../src/incident/severity.ts';
import type { Subscription } from '../../src/incident/subscription.ts';
import { USUAL_TOPICS } from '../../src/incident/topic.ts';
import { ALERTS, UTC } from './place-spec.ts';

/** A message as it rang in the channel: the first post of a card, or a reply in its thread. Edits ring for nobody. */
export type Rung = {
  readonly at: Instant;
  readonly incident: IncidentId;
  readonly part: Part;
  readonly facts: Facts;
  readonly severity: Severity;
};

/** What a channel hears that never said anything else. */
export const USUAL: Subscription = { channel: ALERTS, id: 'usual', topics: USUAL_TOPICS };

const DESK = 'place/178';

/** One place and one channel, with a Slack that takes everything at once: what rings there, tick by tick. */
export function channelBot(initial: PlaceState, subscription: Subscription = USUAL) {
  let place = initial;
  let channel: ChannelState = newChannel(ALERTS);
  const rung: Rung[] = [];

  const report = (incident: Incident, part: Part, outcome: Outcome, now: Instant): void => {
    const message = { kind: 'card', incident: incident.id, channel: ALERTS, part, outcome } as const;
    if (incident.facts.kind === 'gathering') channel = updateChannel(channel, message, now, UTC).state;
    else place = updatePlace(place, message, now, KINDS, UTC).state;
  };

  /** As the cards' desk does: one message in place of many, where the channel wants that. */
  const gather = (now: Instant): void => {
    const candidates = (ids: (incident: Incident) => boolean) =>
      place.incidents.filter(ids).flatMap((incident) => {
        const card = incident.cards.find((one) => one.channel === ALERTS);
        return (card && candidateOf(DESK, incident, card, now)) ?? [];
      });
    const held = new Set(membersOf(channel).map((row) => row.incident));
    const waiting = candidates((one) => one.cards.some((card) => nextStep(one, card, now).do === 'post'));
    if (waiting.length === 0 && held.size === 0) return;
    const members = candidates((one) => held.has(one.id));
    const next = updateChannel(channel, { kind: 'crowd', waiting, members, isCrowded: false }, now, UTC);
    channel = next.state;
    for (const effect of next.effects) {
      if (effect.kind !== 'settle') continue;
      const outcome = { kind: 'told-elsewhere', revision: effect.revision } as const;
      place = updatePlace(
        place,
        { kind: 'card', incident: effect.incident, channel: ALERTS, outcome },
        now,
        KINDS,
        UTC,
      ).state;
    }
  };

  /** Takes one step of one card; whether there was one. */
  const step = (incident: Incident, now: Instant): boolean => {
    const [card] = incident.cards;
    const { facts, id, revision } = incident;
    if (card === undefined) return false;
    if (facts.kind === 'gathering' && facts.tellAt !== undefined && now < facts.tellAt) return false;
    const next = nextStep(incident, card, now);
    const ts = String(rung.length + 1);
    const ring = (part: Part): void => {
      rung.push({ at: now, incident: id, part, facts, severity: severityOf(facts) });
      report(incident, part, { kind: 'posted', ts, revision }, now);
    };
    if (next.do === 'post' && !isHeld(channel, DESK, id)) ring('card');
    else if (next.do === 'reply') ring(next.part);
    else if (next.do === 'update') report(incident, 'card', { kind: 'updated', revision }, now);
    else return false;
    return true;
  };

  return {
    place: () => place,
    channel: () => channel,
    rung: (): readonly Rung[] => rung,
    tick: (events: readonly DoorEvent[], now: Instant): void => {
      const before = place;
      const rows = { events: [...events].reverse(), complete: true, olderRowsExist: false };
      place = updatePlace(place, { kind: 'rows-seen', ...rows, subscriptions: [subscription] }, now, KINDS, UTC).state;
      // A channel's desk looks at its gatherings all the time; here when something changed, and once a minute.
      if (place === before && now % 60_000 !== 0) return;
      gather(now);
      for (const incident of [...place.incidents, ...channel.incidents]) {
        for (let one: Incident | undefined = incident; one !== undefined && step(one, now); ) {
          one = [...place.incidents, ...channel.incidents].find((other) => other.id === incident.id);
        }
      }
    },
  };
}

export type ChannelBot = ReturnType<typeof channelBot>;
